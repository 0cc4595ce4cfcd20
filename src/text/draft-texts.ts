import type { Locale } from '../domain/conversation.js';
import { draftDays, mostDrafts } from '../domain/drafts/draft.js';

/** Words about drafts 下書き in the chat. */
export interface DraftTexts {
  readonly save: string;
  readonly erase: string;
  /** Opens the draft in the tab. */
  readonly wide: string;
  readonly eyebrow: string;
  readonly headline: (count: number) => string;
  readonly none: string;
  readonly rule: string;
  /** Where nothing was written into the line that names a proposal. */
  readonly untitled: string;
  readonly savedAt: (time: string) => string;
  readonly saved: (time: string) => string;
  /** Another device had saved the same draft: both are kept. */
  readonly savedApart: string;
  readonly notSaved: (reference: string) => string;
  readonly erased: string;
  readonly gone: string;
  /** The form belonged to another campaign. */
  readonly moved: string;
  /** Set behind why a form was not taken. */
  readonly keptToo: string;
  readonly notKept: string;
}

const ja: DraftTexts = {
  save: '下書き保存',
  erase: '下書きを消す',
  wide: '広い画面で書く',
  eyebrow: '下書き',
  headline: (count) => `書きかけの提案が${count}件あります`,
  none: '下書きはありません。',
  rule: `下書きは${mostDrafts}件まで、最後に保存してから${draftDays}日まで預かります。見られるのは本人だけで、どの端末でも続きを書けます。`,
  untitled: '（件名はまだありません）',
  savedAt: (time) => `${time}に保存`,
  saved: (time) =>
    `下書きを保存しました（${time}）。「下書き」と送ると、どの端末でも続きを書けます。まだ提案としては出していません。`,
  savedApart:
    '別の端末で書き直した下書きがあったので、この様式の内容は別の下書きとして保存しました。「下書き」と送ると、両方を見られます。',
  notSaved: (reference) =>
    `下書きを保存できませんでした。書いた内容はこの様式に残っています。しばらくして、もう一度お試しください。続く場合は事務局に参照番号をお知らせください（${reference}）。`,
  erased:
    '下書きを消しました。この様式に残っている文は、もう一度「下書き保存」を押すと保存できます。',
  gone: 'この下書きはもうありません。提案として出したか、消したか、預かる期間が過ぎています。',
  moved:
    '前の様式の募集は終わっています。いまの募集の様式に書き写しました。確かめてから送ってください。',
  keptToo: '書いた内容は下書きにも残しました。「下書き」と送ると続きを書けます。',
  notKept: '下書きには残せませんでした。書いた内容はこの様式に残っています。',
};

const en: DraftTexts = {
  save: 'Save draft',
  erase: 'Delete draft',
  wide: 'Write on a wide screen',
  eyebrow: 'Drafts',
  headline: (count) => (count === 1 ? '1 unfinished proposal' : `${count} unfinished proposals`),
  none: 'There are no drafts.',
  rule: `Up to ${mostDrafts} drafts are kept for ${draftDays} days after they were saved last. Only you can see them, and you can go on writing on any device.`,
  untitled: '(no title yet)',
  savedAt: (time) => `Saved ${time}`,
  saved: (time) =>
    `Your draft was saved (${time}). Send "Drafts" to go on writing on any device. It is not submitted yet.`,
  savedApart:
    'Another device had changed this draft, so what is in this form was saved as a draft of its own. Send "Drafts" to see both.',
  notSaved: (reference) =>
    `The draft could not be saved. What you wrote is still in this form; please try again in a while. If it goes on, please tell the secretariat the reference number (${reference}).`,
  erased: 'The draft was deleted. Press "Save draft" to save what is still in this form.',
  gone: 'This draft is not there any more: it was submitted, deleted, or its time is over.',
  moved:
    'The call of that form is over. What you wrote now stands in the form of the present call; please check it before you send it.',
  keptToo: 'What you wrote was also kept as a draft. Send "Drafts" to go on writing.',
  notKept: 'It could not be kept as a draft. What you wrote is still in this form.',
};

/** The words by language. */
export const draftTexts: Readonly<Record<Locale, DraftTexts>> = { ja, en };
