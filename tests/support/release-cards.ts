import type { OutgoingCard } from '../../src/cards/card.js';
import type { Locale } from '../../src/domain/conversation.js';
import type { MeasureContent } from '../../src/domain/measures/measure-content.js';
import type { PublishedView } from '../../src/domain/published-view.js';
import { cards } from './open-bot.js';

const content: MeasureContent = {
  kind: 'scheme',
  title: '庁内協議の資料を画面で見る',
  categoryId: 'paperless',
  owner: { departmentId: 'soumu' },
  rollout: 'office-wide',
  materials: [],
  relistings: [],
};

/** The posts of release sets: more than one card shows, and nothing but the progress. */
export function releaseCards(
  locale: Locale,
  proposals: readonly PublishedView[],
): readonly [string, OutgoingCard][] {
  const at = proposals[0]?.at ?? 0;
  const shared = { locale, at, hasProgress: true };
  const long = { ...shared, title: '題'.repeat(60), as: 'staff' } as const;
  const measures = [{ content }, { content, withdrawn: { reason: '制度が変わったため' } }];
  return [
    ['set-staff', cards.releaseChannel({ ...long, proposals, measures: [] })],
    ['set-measures', cards.releaseChannel({ ...long, proposals: proposals.slice(0, 2), measures })],
    [
      'set-progress',
      cards.releaseChannel({
        ...shared,
        title: '11月の公表',
        as: 'owner',
        proposals: [],
        measures: [],
      }),
    ],
  ];
}
