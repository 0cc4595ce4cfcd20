import type { OutgoingCard } from '../../src/cards/card.js';
import type { Cards } from '../../src/cards/create-cards.js';
import { standings } from '../../src/domain/capacity.js';
import type { Locale } from '../../src/domain/conversation.js';
import type { PublishedView } from '../../src/domain/published-view.js';

/** The list of one's own proposals: many, one in each standing, none. */
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
    ['mine-empty', cards.myProposals(locale, [])],
  ];
}
