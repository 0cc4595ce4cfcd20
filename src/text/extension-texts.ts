import type { Locale } from '../domain/conversation.js';

/** The words of the message extension, and of the cards it puts into conversations. */
export interface ExtensionTexts {
  readonly proposal: string;
  readonly measure: string;
  readonly rule: string;
  readonly proposer: string;
  readonly endorsed: string;
  readonly people: (count: number) => string;
  /** The proposals that a measure answers, as far as everybody may know of them. */
  readonly behind: string;
  readonly more: (count: number) => string;
  /** Under a card in a conversation, which does not change with what it tells of. */
  readonly asOf: (day: string) => string;
  readonly nothing: Readonly<Record<'proposals' | 'measures' | 'rules', string>>;
  readonly nothingFor: (words: string) => string;
  /** 提案にする: a message that becomes a proposal. */
  readonly quote: {
    readonly title: string;
    readonly copied: string;
    readonly empty: string;
    readonly leftOut: string;
    readonly tooLong: (characters: string) => string;
    readonly cut: string;
    readonly rest: string;
    /** Where the person has no chat with the bot, so that no receipt would arrive. */
    readonly noChat: string;
  };
  readonly unknownCommand: string;
  readonly notUnderstood: string;
  readonly fault: (reference: string) => string;
}

const ja: ExtensionTexts = {
  proposal: '提案',
  measure: '取組',
  rule: '共通ルール',
  proposer: '提案者',
  endorsed: '賛同',
  people: (count) => `${count}人`,
  behind: 'もとの提案',
  more: (count) => `ほか${count}件`,
  asOf: (day) => `${day}時点の公表内容です。`,
  nothing: {
    proposals: '全職員に公開されている提案は、まだありません。',
    measures: '公表された取組は、まだありません。',
    rules: '公表された共通ルールは、まだありません。',
  },
  nothingFor: (words) =>
    `「${words}」に当たるものは見つかりませんでした。ことばを減らすか、言いかえてください。`,
  quote: {
    title: '提案にする',
    copied:
      'メッセージの文を「提案内容」に写しました。書いた人の名前は写していません。文の中の名前や連絡先は消し、自分のことばに直してください。',
    empty: 'このメッセージには写せる文がありません。下の欄に書いてください。',
    leftOut: '画像、ファイル、カードは写していません。',
    tooLong: (characters) =>
      `メッセージが長いため、「提案内容」には${characters}字までを写しました。入らなかった文は下にあります。要るところを欄に写してください。`,
    cut: '入らなかった文のうち、終わりのほうは元のメッセージでご覧ください。',
    rest: '入らなかった文',
    noChat:
      '受付控えをお届けするチャットがまだありません。先に「個人のチャットを開く」から芽吹きを追加してください。そのあと、もう一度「提案にする」を選んでください。',
  },
  unknownCommand:
    'この操作はいまの芽吹きにはありません。Teamsでアプリを更新して、もう一度お試しください。',
  notUnderstood: '受け取った内容を読み取れませんでした。もう一度お試しください。',
  fault: (reference) =>
    `うまくいきませんでした。しばらくして、もう一度お試しください。続く場合は事務局に参照番号をお知らせください（${reference}）。`,
};

const en: ExtensionTexts = {
  proposal: 'Proposal',
  measure: 'Measure',
  rule: 'Common rule',
  proposer: 'Proposer',
  endorsed: 'Endorsed',
  people: (count) => (count === 1 ? 'by 1 person' : `by ${count} people`),
  behind: 'Proposals',
  more: (count) => `and ${count} more`,
  asOf: (day) => `As published on ${day}.`,
  nothing: {
    proposals: 'No proposal is open to all staff yet.',
    measures: 'No measure has been published yet.',
    rules: 'No common rule has been published yet.',
  },
  nothingFor: (words) => `Nothing was found for "${words}". Try fewer or other words.`,
  quote: {
    title: 'Make a proposal',
    copied:
      'The text of the message was copied into Proposal, without who wrote it. Please remove names and contacts in it and put it into your own words.',
    empty: 'There is no text in this message to copy. Please write into the fields below.',
    leftOut: 'Pictures, files and cards were not copied.',
    tooLong: (characters) =>
      `The message is long: up to ${characters} characters were copied into Proposal. What did not fit stands below; please copy what you need into the fields.`,
    cut: 'For the end of what did not fit, please look at the message itself.',
    rest: 'What did not fit',
    noChat:
      'There is no chat yet to which your receipt could come. Please add Mebuki first with "Open the personal chat", and then choose "Make a proposal" again.',
  },
  unknownCommand:
    'Mebuki does not know this command any more. Please update the app in Teams and try again.',
  notUnderstood: 'What was sent could not be read. Please try again.',
  fault: (reference) =>
    `That did not work. Please try again later. If this goes on, tell the secretariat this reference number (${reference}).`,
};

/** The words of the message extension by language. */
export const extensionTexts: Readonly<Record<Locale, ExtensionTexts>> = { ja, en };
