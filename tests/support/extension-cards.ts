import type { OutgoingCard } from '../../src/cards/card.js';
import type { Cards } from '../../src/cards/create-cards.js';
import type { Locale } from '../../src/domain/conversation.js';
import type { Masters } from '../../src/domain/masters.js';
import type { MeasureVersion } from '../../src/domain/measures/measure.js';
import type { PublishedView } from '../../src/domain/published-view.js';
import { extensionTexts } from '../../src/text/extension-texts.js';
import { demoCampaign } from './sample-cards.js';

const at = Date.parse('2026-11-24T13:00:00+09:00');

function versionOf(text: string, kind: 'trial' | 'rule'): MeasureVersion {
  const content = {
    kind,
    title: kind === 'rule' ? '会議は三十分まで' : '庁内協議の資料を画面で見る',
    content: text,
    categoryId: 'better-1',
    owner: { departmentId: 'touris-1', sectionId: 'digita-1' },
    rollout: 'some-staff',
    materials: [
      { kind: 'guideline', title: '画面で見る資料の作り方', link: 'https://intra.example/guide' },
    ],
    relistings: [],
    wave: 1,
  } as const;
  return { version: 1, state: { content }, seq: 3, at };
}

function quoteOf(cards: Cards, locale: Locale, masters: Masters, rest: string): OutgoingCard {
  const { quote } = extensionTexts[locale];
  const form = cards.form({
    locale,
    campaign: demoCampaign,
    masters,
    today: '2026-10-05',
    token: '10000000-0000-4000-8000-000000000001',
    formOpenedAt: at,
    form: { proposedContent: '押印だけのために郵送するのをやめたい。' },
  });
  const long = rest === '' ? [] : [quote.leftOut, quote.tooLong('2,000'), quote.cut];
  return cards.quoteDialog({ locale, form, notes: [quote.copied, ...long], rest });
}

/** The cards that the message extension puts into conversations. */
export function extensionCards(
  cards: Cards,
  locale: Locale,
  masters: Masters,
  [reviewing, decided, longest]: readonly [PublishedView, PublishedView, PublishedView],
): readonly [string, OutgoingCard][] {
  const common = { locale, masters, campaign: { ...demoCampaign, isSample: true }, at };
  const behind = ['R8-0012', 'R8-0101', 'R8-0214', 'R8-0300', 'R8-0301'];
  const usual = '部長協議の資料は画面に映し、紙は配らない。持ち込むのは端末だけにする。';
  return [
    ['shared', cards.sharedProposal({ ...common, view: reviewing, endorsers: 0 })],
    [
      'shared-decided',
      cards.sharedProposal({
        ...common,
        view: { ...decided, proposerName: '若葉 みのり' },
        endorsers: 12,
      }),
    ],
    ['shared-longest', cards.sharedProposal({ ...common, view: longest, endorsers: 9_999 })],
    [
      'shared-measure',
      cards.sharedMeasure({ ...common, version: versionOf(usual, 'trial'), behind }),
    ],
    [
      'shared-rule',
      cards.sharedMeasure({ ...common, version: versionOf(usual, 'rule'), behind: [] }),
    ],
    ['form-quote', quoteOf(cards, locale, masters, '')],
    ['form-quote-longest', quoteOf(cards, locale, masters, '続'.repeat(600))],
    ['dialog-notice', cards.dialogNotice(locale, extensionTexts[locale].quote.noChat)],
    [
      'shared-measure-longest',
      cards.sharedMeasure({ ...common, version: versionOf('取'.repeat(2000), 'trial'), behind }),
    ],
  ];
}
