import type { Standing } from '../domain/capacity.js';
import type { Locale } from '../domain/conversation.js';

/** All words of cards and of the bot's messages; terms of the domain come from `terms.ts`. */
export interface CardTexts {
  readonly fallback: (headline: string) => string;
  readonly summary: (number: string, sentence: string) => string;
  readonly action: {
    readonly propose: string;
    readonly mine: string;
    readonly drafts: string;
    readonly search: string;
    readonly progress: string;
    readonly help: string;
    readonly openTab: string;
    readonly viewInTab: string;
    readonly viewMore: string;
    readonly submit: string;
    readonly writeMore: string;
    readonly correct: string;
    readonly openChat: string;
  };
  readonly welcome: {
    readonly headline: string;
    readonly openUntil: (day: string) => string;
    readonly openAlways: string;
    readonly closed: string;
    readonly how: string;
  };
  readonly form: {
    readonly headline: string;
    readonly until: (day: string) => string;
    /** The name of a field that has to be filled in. */
    readonly required: (field: string) => string;
    readonly choose: string;
    /** The same where there is room for one word. */
    readonly chooseShort: string;
    readonly examples: Readonly<
      Record<
        'title' | 'currentProblem' | 'proposedContent' | 'expectedEffect' | 'hours' | 'yen',
        string
      >
    >;
    readonly office: string;
    readonly officeKind: string;
    readonly caution: string;
    readonly outdated: string;
    readonly notSaved: (reference: string) => string;
  };
  readonly receipt: {
    readonly eyebrow: string;
    readonly headline: string;
    readonly number: string;
    readonly classification: string;
    readonly affiliation: string;
    readonly name: string;
    readonly onBehalf: string;
    readonly next: string;
    readonly nextBeforeClose: (day: string) => string;
    readonly nextAlwaysOpen: string;
    readonly now: string;
    readonly since: (sentence: string, day: string) => string;
  };
  readonly kept: {
    readonly eyebrow: string;
    readonly headline: string;
    readonly text: string;
    /** In place of `text` where the lists have too much to do. */
    readonly busyText: string;
  };
  readonly status: {
    readonly yours: string;
    readonly joint: string;
    readonly invited: string;
    readonly proposal: string;
    readonly notYet: string;
    readonly startsIn: (month: string) => string;
    readonly realisesIn: (month: string) => string;
  };
  readonly reviewBegun: { readonly text: string };
  readonly channel: {
    readonly staffEyebrow: string;
    readonly ownerEyebrow: string;
    readonly staffHeadline: (number: string) => string;
    readonly ownerHeadline: (number: string) => string;
    readonly noNames: string;
    readonly ownerNote: string;
  };
  readonly mine: {
    readonly eyebrow: string;
    readonly headline: (count: number) => string;
    readonly empty: string;
    readonly more: (count: number) => string;
    /** Set behind a line of the list. */
    readonly mark: Readonly<Record<Standing, string>>;
  };
  readonly menu: { readonly headline: string; readonly text: string };
  readonly help: {
    readonly headline: string;
    readonly intro: string;
    readonly privacy: string;
  };
  readonly personalChat: { readonly headline: string; readonly text: string };
  /** Under cards of a campaign whose data is invented. */
  readonly sampleNote: string;
  /** For whoever calls the endpoint while it cannot answer. */
  readonly unavailable: string;
  readonly notice: {
    readonly headline: string;
    readonly fault: (reference: string) => string;
  };
}

const ja: CardTexts = {
  fallback: (headline) => `${headline}。タブで開いてください。`,
  summary: (number, sentence) => `${number} ${sentence}`,
  action: {
    propose: '提案する',
    mine: '自分の提案',
    drafts: '下書き',
    search: 'さがす',
    progress: '実現状況',
    help: 'ヘルプ',
    openTab: 'タブを開く',
    viewInTab: 'タブで見る',
    viewMore: 'くわしく見る',
    submit: '提案として出す',
    writeMore: 'くわしく書く',
    correct: '訂正',
    openChat: '個人のチャットを開く',
  },
  welcome: {
    headline: 'あなたの「こうなればいいのに」を聞かせてください',
    openUntil: (day) =>
      `提案の受付は${day}までです。すべて検討し、どうなったかをここでお知らせします。`,
    openAlways:
      '提案はいつでも受け付けています。すべて検討し、どうなったかをここでお知らせします。',
    closed: 'いまは募集していません。次の募集が始まるとチャットでお知らせします。',
    how: '思いついたことをそのまま送っても、様式が開きます。',
  },
  form: {
    headline: '提案を書く',
    until: (day) => `受付 ${day}まで`,
    required: (field) => `${field}（必須）`,
    choose: '選んでください',
    chooseShort: '選択',
    examples: {
      title: '例：照会様式は1セル1データに統一',
      currentProblem: 'いま困っていること',
      proposedContent: 'どう変えるか',
      expectedEffect: '変わると、どうよくなるか',
      hours: '例：120（わからなければ空けておく）',
      yen: '例：500000（わからなければ空けておく）',
    },
    office: '部局／課室',
    officeKind: '本庁／出先',
    caution: '個人情報、住民の情報、公開していない情報は書かないでください。',
    outdated:
      '様式が新しくなりました。書いた内容は残っています。確かめて、もう一度送ってください。',
    notSaved: (reference) =>
      `保存できませんでした。まだ受け付けていません。書いた内容はこの様式に残っています。しばらくして、もう一度送ってください。続く場合は事務局に参照番号をお知らせください（${reference}）。`,
  },
  receipt: {
    eyebrow: '受付控え',
    headline: '提案を受け付けました',
    number: '提案番号',
    classification: '分類',
    affiliation: '所属',
    name: '氏名',
    onBehalf: '代理受付',
    next: '次にすること',
    nextBeforeClose: (day) =>
      `お待ちください。募集の締切（${day}）の後、検討を始めます。状況が変わるたびにここでお知らせします。`,
    nextAlwaysOpen: 'お待ちください。事務局が検討を始めると、ここでお知らせします。',
    now: 'いまの状況',
    since: (sentence, day) => `${sentence}（${day}）。`,
  },
  kept: {
    eyebrow: '受付中',
    headline: '提案を受付中です',
    text: '受付中です。内容は安全に預かりました。番号と控えはこのあとチャットに届きます。もう一度送る必要はありません。',
    busyText:
      '混み合っています。受付は続いています。内容は安全に預かりました。番号と控えはこのあとチャットに届きます。もう一度送る必要はありません。',
  },
  status: {
    yours: 'あなたの提案',
    joint: '共同の提案',
    invited: '共同提案者として招待されています。くわしく見て、加わるかどうかをお答えください。',
    proposal: '提案',
    notYet: 'まだです',
    startsIn: (month) => `${month}に着手`,
    realisesIn: (month) => `${month}に実現`,
  },
  reviewBegun: { text: '方針が決まり、公表されると、ここでお知らせします。' },
  channel: {
    staffEyebrow: '提案のその後',
    ownerEyebrow: '所管する提案',
    staffHeadline: (number) => `${number}の対応方針が決まりました`,
    ownerHeadline: (number) => `${number}の所管になりました`,
    noNames: '提案者の名前は載せていません。',
    ownerNote: '所管として取り組む内容です。提案者の名前は載せていません。',
  },
  mine: {
    eyebrow: '自分の提案',
    headline: (count) => `提案した${count}件`,
    empty: 'まだ提案はありません。小さな困りごとで構いません。',
    more: (count) => `ほか${count}件はタブで見られます。`,
    mark: { proposer: '', 'co-proposer': '　共同', invited: '　共同（回答待ち）' },
  },
  menu: {
    headline: 'できることを選んでください',
    text: '思いついたことを文で送ると、提案の様式が開きます。',
  },
  help: {
    headline: '使い方',
    intro: '次のことばを送ってください。',
    privacy: '氏名は、本人が公表を選んだ場合だけ表示します。',
  },
  personalChat: {
    headline: '提案は個人のチャットで受け付けています',
    text: 'チャネルでは提案を受け付けていません。個人のチャットで「提案」と送ってください。',
  },
  sampleNote: '見本データです。人物・提案の内容はすべて架空です。',
  unavailable: 'いまはお答えできません。しばらくしてから、もう一度お試しください。',
  notice: {
    headline: 'お知らせ',
    fault: (reference) =>
      `うまくいきませんでした。出した提案は失われていません。しばらくして、もう一度送ってください。続く場合は事務局に参照番号をお知らせください（${reference}）。`,
  },
};

const en: CardTexts = {
  fallback: (headline) => `${headline}. Please open it in the tab.`,
  summary: (number, sentence) => `${number} ${sentence}`,
  action: {
    propose: 'Propose',
    mine: 'My proposals',
    drafts: 'Drafts',
    search: 'Search',
    progress: 'Progress',
    help: 'Help',
    openTab: 'Open the tab',
    viewInTab: 'View in the tab',
    viewMore: 'View details',
    submit: 'Send as a proposal',
    writeMore: 'Write more',
    correct: 'Correct',
    openChat: 'Open the personal chat',
  },
  welcome: {
    headline: 'Tell us what you wish were different',
    openUntil: (day) =>
      `Proposals are taken until ${day}. Every one is examined, and you will hear here what became of it.`,
    openAlways:
      'Proposals are taken at any time. Every one is examined, and you will hear here what became of it.',
    closed: 'No call is open now. You will be told in chat when the next one opens.',
    how: 'You can also just send a thought: the form opens with it.',
  },
  form: {
    headline: 'Write a proposal',
    until: (day) => `Open until ${day}`,
    required: (field) => `${field} (required)`,
    choose: 'Choose',
    chooseShort: 'Choose',
    examples: {
      title: 'Example: one value per cell',
      currentProblem: 'What is a trouble now',
      proposedContent: 'What to change',
      expectedEffect: 'What gets better',
      hours: 'Example: 120 (leave empty if unknown)',
      yen: 'Example: 500000 (leave empty if unknown)',
    },
    office: 'Department / section',
    officeKind: 'Head office / branch',
    caution: 'Please write no personal data, no data of residents and nothing that is not public.',
    outdated: 'The form has changed. What you wrote is still here; please check it and send again.',
    notSaved: (reference) =>
      `It could not be saved and was not taken yet. What you wrote is still in this form; please send it again later. If this goes on, tell the secretariat this reference number (${reference}).`,
  },
  receipt: {
    eyebrow: 'Receipt',
    headline: 'Your proposal was received',
    number: 'Number',
    classification: 'Class',
    affiliation: 'Office',
    name: 'Name',
    onBehalf: 'Entered by',
    next: 'What comes next',
    nextBeforeClose: (day) =>
      `Nothing to do now. Review begins after the call closes (${day}). You will hear here whenever something changes.`,
    nextAlwaysOpen: 'Nothing to do now. You will hear here when the secretariat begins its review.',
    now: 'Now',
    since: (sentence, day) => `${sentence} (${day}).`,
  },
  kept: {
    eyebrow: 'Being received',
    headline: 'Your proposal is being received',
    text: 'Your proposal is safely kept. Its number and receipt will follow in this chat. There is no need to send it again.',
    busyText:
      'It is busy just now, and proposals are still being taken. Yours is safely kept. Its number and receipt will follow in this chat. There is no need to send it again.',
  },
  status: {
    yours: 'Your proposal',
    joint: 'Joint proposal',
    invited: 'You are invited to propose this together. Please view more and say whether you join.',
    proposal: 'Proposal',
    notYet: 'Not yet',
    startsIn: (month) => `Starts ${month}`,
    realisesIn: (month) => `By ${month}`,
  },
  reviewBegun: { text: 'You will hear here when a direction has been decided and published.' },
  channel: {
    staffEyebrow: 'What became of a proposal',
    ownerEyebrow: 'Proposal of your office',
    staffHeadline: (number) => `Direction decided for ${number}`,
    ownerHeadline: (number) => `Your office now owns ${number}`,
    noNames: 'Names of proposers are not shown.',
    ownerNote: 'This is for your office to carry out. Names of proposers are not shown.',
  },
  mine: {
    eyebrow: 'My proposals',
    headline: (count) => (count === 1 ? '1 proposal' : `${count} proposals`),
    empty: 'No proposals yet. A small trouble is enough.',
    more: (count) => `${count} more in the tab.`,
    mark: { proposer: '', 'co-proposer': ' joint', invited: ' joint (to be answered)' },
  },
  menu: {
    headline: 'Choose what to do',
    text: 'Send a sentence with your thought, and the form opens.',
  },
  help: {
    headline: 'How to use it',
    intro: 'Send one of these words.',
    privacy: 'Names are shown only where the person chose so.',
  },
  personalChat: {
    headline: 'Proposals are taken in the personal chat',
    text: 'Proposals are not taken in channels. Please send "Propose" in the personal chat.',
  },
  sampleNote: 'Sample data. All people and proposals are invented.',
  unavailable: 'No answer is possible now. Please try again later.',
  notice: {
    headline: 'Notice',
    fault: (reference) =>
      `That did not work. Nothing you submitted is lost. Please try again later. If this goes on, tell the secretariat this reference number (${reference}).`,
  },
};

/** The words of cards and bot messages by language. */
export const cardTexts: Readonly<Record<Locale, CardTexts>> = { ja, en };
