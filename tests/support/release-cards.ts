import type { OutgoingCard } from '../../src/cards/card.js';
import type { Locale } from '../../src/domain/conversation.js';
import type { MeasureContent } from '../../src/domain/measures/measure-content.js';
import type { PublishedView } from '../../src/domain/published-view.js';
import { cards } from './sample-cards.js';
import { sampleMasters } from './sample-masters.js';

const content: MeasureContent = {
  kind: 'scheme',
  title: '庁内協議の資料を画面で見る',
  categoryId: 'paperless',
  owner: { departmentId: 'soumu' },
  rollout: 'office-wide',
  materials: [],
  relistings: [],
};

/** The posts of measures on their own: first published, changed, corrected, withdrawn, and with the longest texts. */
function measureCards(locale: Locale, at: number): readonly [string, OutgoingCard][] {
  const shared = { locale, masters: sampleMasters };
  const first = { version: 1, state: { content }, seq: 3, at };
  const start = { precision: 'month', month: '2026-11' } as const;
  const longest = { ...content, title: '題'.repeat(60), content: '文'.repeat(1_000), start };
  const reason = '理'.repeat(500);
  const withdrawn = { ...first, state: { content, withdrawn: { reason } } };
  const corrected = { ...first, version: 3, correction: { reason }, state: { content: longest } };
  return [
    ['measure', cards.measureChannel({ ...shared, version: first, as: 'staff' })],
    [
      'measure-changed',
      cards.measureChannel({ ...shared, version: { ...first, version: 2 }, as: 'owner' }),
    ],
    [
      'measure-corrected-longest',
      cards.measureChannel({ ...shared, version: corrected, as: 'staff' }),
    ],
    ['measure-withdrawn', cards.measureChannel({ ...shared, version: withdrawn, as: 'owner' })],
  ];
}

/** The posts of release sets: more than one card shows, and nothing but the progress. Then those of measures. */
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
    ...measureCards(locale, at),
  ];
}
