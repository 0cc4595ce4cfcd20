import type { OutgoingCard } from '../../src/cards/card.js';
import type { Cards } from '../../src/cards/create-cards.js';
import { standings } from '../../src/domain/capacity.js';
import type { Locale } from '../../src/domain/conversation.js';
import type { PublishedView } from '../../src/domain/published-view.js';

/** As many as are kept, with long, hostile and missing titles. */
const drafts = ['件'.repeat(60), '**太字** [x](https://evil.example)', '', '短い', '会議'].map(
  (title, index) => ({
    id: `10000000-0000-4000-8000-00000000000${index}`,
    campaignId: 'demo',
    form: { title },
    seq: 1,
    savedAt: 1_790_000_000_000,
  }),
);

/** The list of one's own proposals: many, one in each standing, none; and what happened to many in quiet time. */
export function ownCards(
  cards: Cards,
  locale: Locale,
  views: readonly PublishedView[],
): readonly [string, OutgoingCard][] {
  const own = views.map((view) => ({ view, as: 'proposer' as const }));
  const joint = views
    .slice(0, standings.length)
    .map((view, index) => ({ view, as: standings[index] ?? 'proposer' }));
  return [
    ['mine', cards.myProposals(locale, own)],
    ['mine-joint', cards.myProposals(locale, joint)],
    ['drafts', cards.drafts(locale, drafts)],
    ['drafts-none', cards.drafts(locale, [])],
    ['mine-empty', cards.myProposals(locale, [])],
    ['digest', cards.digest({ locale, views: [...views, ...views] })],
  ];
}
