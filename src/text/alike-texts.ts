import type { Locale } from '../domain/conversation.js';

/** Words of what is shown before a proposal is stored because it is like it. */
export interface AlikeTexts {
  readonly headline: (count: number) => string;
  readonly text: string;
  /** Why something is shown: the words that meet. */
  readonly shared: (words: readonly string[]) => string;
  /** The same where two texts write it differently. */
  readonly pair: (here: string, there: string) => string;
  readonly opposed: (things: readonly string[]) => string;
  readonly read: string;
  readonly endorse: string;
  readonly endorsed: string;
  readonly hasEndorsed: (number: string) => string;
  /** Where the answer of the list takes too long. */
  readonly endorseLate: (number: string) => string;
  readonly notEndorsed: (reference: string) => string;
}

const ja: AlikeTexts = {
  headline: (count) => `似たものが${count}件あります`,
  text: 'まだ受け付けていません。書いた内容は下に残っています。違う提案なら「提案として出す」、同じ思いなら「賛同だけする」を押してください。',
  shared: (words) => `共通のことば：${words.join('、')}`,
  pair: (here, there) => `${here}（${there}）`,
  opposed: (things) => `向きが反対：${things.join('、')}`,
  read: '読む',
  endorse: '賛同だけする',
  endorsed: '賛同しています',
  hasEndorsed: (number) =>
    `${number}に賛同しました。書いた内容は下に残っています。提案としても出すなら「提案として出す」を押してください。`,
  endorseLate: (number) =>
    `${number}への賛同の保存に時間がかかっています。みんなの提案で確かめてください。書いた内容は下に残っています。`,
  notEndorsed: (reference) =>
    `賛同を保存できませんでした。しばらくして、もう一度押してください。書いた内容は下に残っています。続く場合は事務局に参照番号をお知らせください（${reference}）。`,
};

const en: AlikeTexts = {
  headline: (count) => (count === 1 ? 'There is something like it' : `There are ${count} like it`),
  text: 'Nothing was submitted yet; what you wrote is still here. If yours is another idea, press “Send as a proposal”; if it is the same wish, press “Endorse only”.',
  shared: (words) => `In common: ${words.join(', ')}`,
  pair: (here, there) => `${here} (${there})`,
  opposed: (things) => `Opposite wish about: ${things.join(', ')}`,
  read: 'Read',
  endorse: 'Endorse only',
  endorsed: 'You endorse it',
  hasEndorsed: (number) =>
    `You have endorsed ${number}. What you wrote is still here. To propose it as well, press “Send as a proposal”.`,
  endorseLate: (number) =>
    `Storing your endorsement of ${number} takes long. Please look at it in the tab. What you wrote is still here.`,
  notEndorsed: (reference) =>
    `Your endorsement could not be stored. Please press again in a while. What you wrote is still here. If it goes on, please tell the secretariat the reference number (${reference}).`,
};

/** The words by language. */
export const alikeTexts: Readonly<Record<Locale, AlikeTexts>> = { ja, en };
