import type { Locale } from '../domain/conversation.js';

interface DigestTexts {
  readonly eyebrow: string;
  readonly headline: (count: number) => string;
  readonly more: (left: number) => string;
}

/** What a card of several proposals tells: what quiet time held back, or what could not be delivered. */
export type DigestKind = 'morning' | 'missed';

/** The words of 朝のまとめ and 届かなかった知らせ, the cards that tell of several proposals at once. */
export const digestTexts: Readonly<Record<Locale, Readonly<Record<DigestKind, DigestTexts>>>> = {
  ja: {
    morning: {
      eyebrow: '朝のまとめ',
      headline: (count) => `${count}件の提案に動きがありました`,
      more: (left) => `ほか${left}件は、タブで見られます。`,
    },
    missed: {
      eyebrow: '届かなかった知らせ',
      headline: (count) => `お知らせできていなかった提案が${count}件あります`,
      more: (left) => `ほか${left}件は、タブで見られます。`,
    },
  },
  en: {
    morning: {
      eyebrow: 'Morning digest',
      headline: (count) =>
        count === 1 ? 'There is news of a proposal' : `There is news of ${count} proposals`,
      more: (left) => `${left} more can be seen in the tab.`,
    },
    missed: {
      eyebrow: 'News that did not reach you',
      headline: (count) =>
        count === 1
          ? 'News of a proposal did not reach you'
          : `News of ${count} proposals did not reach you`,
      more: (left) => `${left} more can be seen in the tab.`,
    },
  },
};
