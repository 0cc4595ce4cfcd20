import type { Locale } from '../domain/conversation.js';
import type { Role } from '../domain/member.js';

interface Line {
  readonly title: string;
  readonly value: string;
}

/** The words of the answers to commands in the chat. */
export interface CommandTexts {
  readonly search: {
    readonly eyebrow: string;
    readonly ask: string;
    readonly found: (words: string, count: number) => string;
    readonly nothing: (words: string) => string;
    readonly hint: string;
    readonly notAllRead: string;
    readonly label: string;
    readonly example: string;
    readonly missing: string;
    readonly next: string;
    /** Begins a proposal with the words that were typed. */
    readonly propose: string;
    readonly open: string;
    readonly own: string;
  };
  /** What stands below the lines of the menu. */
  readonly menu: Readonly<Record<'mine' | 'search' | 'progress', string>>;
  readonly progress: {
    readonly eyebrow: string;
    readonly received: (count: number) => string;
    readonly beside: (withdrawn: number, supporters: number) => string;
    readonly count: (count: number) => string;
    readonly merged: string;
    readonly realised: (all: number, inPart: number) => string;
    readonly measures: (measures: number, rules: number) => string;
    readonly none: string;
  };
  /** Of a measure that was withdrawn since its line was shown. */
  readonly measureGone: string;
  readonly help: {
    readonly commands: readonly Line[];
    /** In the place of what 提案 does while no campaign is open. */
    readonly closed: string;
    readonly roles: string;
    /** What a role may do beside what all staff may, as far as there is a place for it. */
    readonly byRole: Readonly<Partial<Record<Role, string>>>;
    readonly office: (role: string, offices: string) => string;
    readonly between: string;
    readonly triage: string;
  };
}

const ja: CommandTexts = {
  search: {
    eyebrow: 'さがす',
    ask: '何をさがしますか',
    notAllRead:
      '起動したばかりのため、まだ調べていない提案があります。しばらくしてから、もう一度お試しください。',
    found: (words, count) => `「${words}」 ${count}件`,
    nothing: (words) => `「${words}」は見つかりませんでした`,
    hint: '職員に見えている提案の中をさがしました。検討の前のものは出ないことがあります。ことばを減らすか、言いかえてください。まだない提案なら、そのまま提案できます。',
    label: 'さがすことば',
    example: '例：会議室、ペーパーレス、R8-0001',
    missing: 'さがすことばを入れてください。',
    next: 'つづき',
    propose: '提案を書く',
    open: '開く',
    own: '自分の提案',
  },
  menu: {
    mine: '出した提案と状況',
    search: '提案、取組、共通ルール',
    progress: '受け付けた提案がどうなったか',
  },
  progress: {
    eyebrow: '実現状況',
    received: (count) => `受け付けた提案 ${count}件`,
    beside: (withdrawn, supporters) =>
      [
        ...(withdrawn === 0 ? [] : [`ほか取下げ ${withdrawn}件`]),
        ...(supporters === 0 ? [] : [`ほか賛同 ${supporters}人`]),
      ].join('・'),
    count: (count) => `${count}件`,
    merged: '統合',
    realised: (all, inPart) =>
      inPart === 0 ? `実現 ${all}件` : `実現 ${all}件（うち一部 ${inPart}件）`,
    measures: (measures, rules) => `公表中の取組 ${measures}件、共通ルール ${rules}件`,
    none: '募集はまだ始まっていません。始まると、受け付けた提案とその実現状況をここで見られます。',
  },
  measureGone: 'この取組は、いまは公表されていません。',
  help: {
    commands: [
      { title: '提案', value: '提案の様式を開きます。文をそのまま送っても開きます。' },
      { title: '自分の提案', value: '出した提案と状況の一覧です。' },
      { title: '下書き', value: '書きかけの提案の続きを書きます。見られるのは本人だけです。' },
      { title: '状況 R8-0001', value: '番号の提案の状況です。' },
      { title: 'さがす 会議室', value: '提案、取組、共通ルールをことばでさがします。' },
      { title: '実現状況', value: '受け付けた提案がどうなったかの数字です。' },
      {
        title: '提案にする',
        value: 'ほかの会話のメッセージのメニュー「…」で選ぶと、その文で様式が開きます。',
      },
      { title: '設定', value: '知らせの受け取り方とチャットの言語を選びます。' },
      { title: 'ヘルプ', value: 'この説明です。' },
    ],
    closed: 'いまは募集していません。次の募集が始まるとチャットでお知らせします。',
    roles: 'あなたの役割',
    byRole: {
      secretariat: 'タブの「仕分け」で、受付、検討、決定、公表ができます。',
      owner: '意見照会と依頼のカードは、部局のチャネルに届きます。',
      head: '意見照会と依頼のカードは、部局のチャネルに届きます。',
    },
    office: (role, offices) => `${role}（${offices}）`,
    between: '、',
    triage: '仕分け',
  },
};

const en: CommandTexts = {
  search: {
    eyebrow: 'Search',
    ask: 'What are you looking for?',
    notAllRead:
      'The app has just started and has not searched every proposal yet. Please try again in a while.',
    found: (words, count) => `"${words}": ${count} found`,
    nothing: (words) => `"${words}" was not found`,
    hint: 'What all staff can see was searched; proposals that are not under review yet may be missing. Try fewer or other words. If nobody has proposed it yet, you can propose it right away.',
    label: 'Words to look for',
    example: 'Example: paper, R8-0001',
    missing: 'Please enter words to look for.',
    next: 'More',
    propose: 'Propose',
    open: 'Open',
    own: 'Own proposal',
  },
  menu: {
    mine: 'What you proposed and where it stands',
    search: 'Proposals, measures, common rules',
    progress: 'What became of the proposals received',
  },
  progress: {
    eyebrow: 'Progress',
    received: (count) => (count === 1 ? '1 proposal received' : `${count} proposals received`),
    beside: (withdrawn, supporters) =>
      [
        ...(withdrawn === 0 ? [] : [`besides ${withdrawn} withdrawn`]),
        ...(supporters === 0
          ? []
          : [
              supporters === 1
                ? 'endorsed by 1 more person'
                : `endorsed by ${supporters} more people`,
            ]),
      ].join(', '),
    count: (count) => String(count),
    merged: 'Merged',
    realised: (all, inPart) =>
      inPart === 0 ? `Realised: ${all}` : `Realised: ${all} (${inPart} in part)`,
    measures: (measures, rules) => `Published measures: ${measures}, common rules: ${rules}`,
    none: 'No call for proposals has begun yet. Once one has, you can see here what was received and what became of it.',
  },
  measureGone: 'This measure is not published any more.',
  help: {
    commands: [
      { title: 'Propose', value: 'Opens the form. Any sentence opens it too.' },
      { title: 'My proposals', value: 'Lists what you proposed and where it stands.' },
      { title: 'Drafts', value: 'Go on with a proposal you put aside. Only you see it.' },
      { title: 'Status R8-0001', value: 'Where the proposal with that number stands.' },
      { title: 'Search paper', value: 'Looks for proposals, measures and common rules by words.' },
      { title: 'Progress', value: 'Figures of what became of the proposals received.' },
      {
        title: 'Make a proposal',
        value: 'In the menu … of a message in any conversation: opens the form with its text.',
      },
      { title: 'Settings', value: 'How you are told of news, and the language of the chat.' },
      { title: 'Help', value: 'This explanation.' },
    ],
    closed: 'No call is open now. You will be told in chat when the next one opens.',
    roles: 'Your roles',
    byRole: {
      secretariat: 'You receive, review, decide and publish on the Triage tab.',
      owner:
        'Cards that ask for an opinion or hand a proposal over come to the channel of your department.',
      head: 'Cards that ask for an opinion or hand a proposal over come to the channel of your department.',
    },
    office: (role, offices) => `${role} (${offices})`,
    between: ', ',
    triage: 'Triage',
  },
};

/** The words of the answers to commands by language. */
export const commandTexts: Readonly<Record<Locale, CommandTexts>> = { ja, en };
