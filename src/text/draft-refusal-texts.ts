import type { ProposalNumber } from '../domain/proposal-number.js';

interface Limited {
  readonly limit: number;
}

interface Numbered {
  readonly number: ProposalNumber;
}

/** The sentences for refusals about drafts, by language; refusal-texts.ts takes them in. */
export const draftRefusalTexts = {
  ja: {
    'too-many-drafts': ({ limit }: Limited) =>
      `下書きは${limit}件まで預かれます。いらない下書きを消すか、提案として出してから、もう一度保存してください。書いた内容は残っています。`,
    'draft-too-long': () =>
      '文が長すぎて、下書きとして保存できません。書いた内容は残っています。短くしてから、もう一度保存してください。',
    'draft-changed': () =>
      'この下書きは別の端末で書き直されています。書いた内容は残っています。まだ保存していません。',
    'draft-late': () =>
      '下書きの保存に時間がかかっています。書いた内容は残っています。しばらくして、もう一度保存してください。',
    'already-received': ({ number }: Numbered) => `この提案は受付済みです（${number}）。`,
  },
  en: {
    'too-many-drafts': ({ limit }: Limited) =>
      `Up to ${limit} drafts are kept. Delete one or submit it, then save again. What you wrote is still here.`,
    'draft-too-long': () =>
      'The text is too long to be saved as a draft. What you wrote is still here; shorten it and save again.',
    'draft-changed': () =>
      'This draft was changed on another device. What you wrote is still here and not saved yet.',
    'draft-late': () =>
      'Saving the draft takes long. What you wrote is still here; please save again in a while.',
    'already-received': ({ number }: Numbered) => `This proposal was received as ${number}.`,
  },
} as const;
