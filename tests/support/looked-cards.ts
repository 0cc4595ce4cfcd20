import type { AlikeRow } from '../../src/cards/alike-notice.js';
import type { OutgoingCard } from '../../src/cards/card.js';
import type { Locale } from '../../src/domain/conversation.js';
import type { Masters } from '../../src/domain/masters.js';
import { textLimits } from '../../src/domain/submission-form.js';
import { alikeTexts } from '../../src/text/alike-texts.js';
import { personalDataTexts } from '../../src/text/personal-data-texts.js';
import { cards, demoCampaign } from './sample-cards.js';

const usual = {
  title: '窓口の様式を一枚にする',
  currentProblem: '書き漏れのたびに、担当が090-1234-5678から住民へ電話し直している。',
  proposedContent: '様式を一枚にまとめ、番号１２３４－５６７８－９０１８を書かせる欄をなくす。',
  category: 'better-1',
  isDigital: 'non-digital',
  costNeeded: 'no',
};
const longest = {
  title: '題'.repeat(textLimits.title),
  currentProblem: '課'.repeat(textLimits.currentProblem),
  proposedContent: '案'.repeat(textLimits.proposedContent),
  expectedEffect: '効'.repeat(textLimits.expectedEffect),
};

const long = (sign: string) => ({ here: sign.repeat(30), there: `${sign}々`.repeat(30) });
const alike: readonly AlikeRow[] = [
  {
    title: '様式'.repeat(30),
    line: 'R8-0041　検討中',
    number: 'R8-0041',
    words: [{ here: '様式', there: '様式' }, { here: '一枚', there: '一本化' }, long('住')],
    opposed: [],
  },
  {
    title: '窓口で書く紙を減らす',
    line: 'R7-0123　実現',
    number: 'R7-0123',
    words: [{ here: '窓口', there: '窓口' }],
    opposed: ['様式'],
  },
  {
    title: '書かせない窓口の手引',
    line: '共通ルール　公表中',
    words: [{ here: '書く', there: '記入' }, long('欄'), long('窓'), long('番'), long('号')],
    opposed: [],
  },
];

/** The form as it comes back between pressing 提案として出す and storing. The person is invented（架空）. */
export function lookedCards(locale: Locale, masters: Masters): readonly [string, OutgoingCard][] {
  const common = {
    locale,
    campaign: { ...demoCampaign, isSample: true },
    masters,
    today: '2026-09-28',
    token: '10000000-0000-4000-8000-000000000001',
    formOpenedAt: Date.parse('2026-09-28T08:55:00+09:00'),
    profile: {
      personId: '00000000-0000-4000-8000-0000000000aa',
      name: '若葉 みのり',
      departmentId: 'touris-1',
      sectionId: 'digita-1',
      gradeId: 'deputy-4',
      officeKind: 'branch' as const,
    },
  };
  const { summary } = personalDataTexts[locale];
  return [
    [
      'form-warned',
      cards.form({
        ...common,
        form: usual,
        found: [
          { field: 'currentProblem', kind: 'phone', text: '090-1234-5678' },
          { field: 'proposedContent', kind: 'my-number', text: '１２３４－５６７８－９０１８' },
        ],
        summary,
      }),
    ],
    [
      'form-alike',
      cards.form({
        ...common,
        form: usual,
        alike: alike.map((row) => ({ ...row, title: usual.title })),
      }),
    ],
    [
      'form-alike-endorsed',
      cards.form({
        ...common,
        form: usual,
        alike: alike.map((row, at) => ({ ...row, isEndorsed: at === 0 })),
        summary: alikeTexts[locale].hasEndorsed('R8-0041'),
        isGood: true,
      }),
    ],
    ['form-alike-longest', cards.form({ ...common, form: longest, alike })],
    [
      'form-warned-longest',
      cards.form({
        ...common,
        form: longest,
        found: Array.from({ length: 40 }, () => ({
          field: 'currentProblem' as const,
          kind: 'mail' as const,
          text: `${'a'.repeat(64)}@pref.lg.jp`,
        })),
        summary,
      }),
    ],
  ];
}
