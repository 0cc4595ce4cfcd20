import type { Locale } from '../domain/conversation.js';

/** The words of messages about one proposal; `office` is a department, `day` a day in words. */
export interface NoticeTexts {
  readonly question: {
    readonly eyebrow: string;
    readonly headline: string;
    readonly reminder: string;
    readonly label: string;
    readonly note: (day: string) => string;
  };
  readonly invitation: {
    readonly eyebrow: string;
    readonly headline: (name: string) => string;
    readonly lead: string;
  };
  readonly presentation: {
    readonly eyebrow: string;
    readonly headline: string;
    readonly lead: string;
  };
  readonly due: (day: string) => string;
  readonly opinion: {
    readonly eyebrow: string;
    readonly headline: string;
    readonly soon: string;
    readonly overdue: string;
    readonly lead: string;
    readonly closed: string;
    readonly label: string;
  };
  readonly delegation: {
    readonly eyebrow: string;
    readonly soon: string;
    readonly overdue: string;
    readonly closed: string;
    readonly lead: string;
  };
  readonly secretariat: {
    readonly eyebrow: string;
    readonly questionAnswered: string;
    readonly withdrawn: string;
    readonly opinionGiven: (office: string) => string;
    readonly opinionReturned: (office: string) => string;
    readonly delegationReturned: (office: string) => string;
    readonly delegationReplied: (office: string) => string;
    readonly reopened: string;
    readonly lateQuestion: string;
    readonly lateOpinion: (office: string) => string;
    readonly lateDelegation: (office: string) => string;
    readonly lateConfirmation: string;
    readonly noChannel: (office: string) => string;
    readonly answer: string;
    readonly reason: string;
    readonly opinion: string;
    readonly suggested: string;
    readonly note: string;
  };
  readonly throughOffice: {
    readonly eyebrow: string;
    readonly headline: string;
    readonly status: string;
    readonly receivedBy: string;
    readonly merged: string;
    readonly mergedFrom: (number: string, receivedBy: string, route: string) => string;
    readonly mergedMore: string;
    readonly note: string;
  };
  readonly openRequested: string;
  readonly openTriage: string;
}

const ja: NoticeTexts = {
  question: {
    eyebrow: '事務局からの質問',
    headline: '質問があります',
    reminder: '質問への回答をお待ちしています',
    label: '質問',
    note: (day) => `${day}までにお願いします。回答がなくても、いまの内容で検討を進めます。`,
  },
  invitation: {
    eyebrow: '共同提案の招待',
    headline: (name) => `${name}さんから共同提案に招かれています`,
    lead: '受けると共同提案者になり、状況の知らせが届きます。断ることもできます。',
  },
  presentation: {
    eyebrow: '発表の依頼',
    headline: 'この提案の発表をお願いできますか',
    lead: '受けるかどうかは自由です。断っても、提案の検討には影響しません。',
  },
  due: (day) => `回答期限 ${day}`,
  opinion: {
    eyebrow: '意見照会',
    headline: '意見をお聞かせください',
    soon: '意見の回答期限が近づいています',
    overdue: '意見の回答期限を過ぎています',
    lead: '判断の前に、所管の立場からの意見をお聞きします。提案者の氏名・所属・職位は表示しません。',
    closed: 'この照会は終わりました',
    label: '事務局からお聞きしたいこと',
  },
  delegation: {
    eyebrow: '所管する提案',
    soon: '回答期限が近づいています',
    overdue: '回答期限を過ぎています',
    closed: 'この依頼への回答は済んでいます',
    lead: '提案者の名前は載せていません。期限を過ぎても回答できます。',
  },
  secretariat: {
    eyebrow: '事務局',
    questionAnswered: '質問に回答がありました',
    withdrawn: '提案が取り下げられました',
    opinionGiven: (office) => `${office}から意見の回答がありました`,
    opinionReturned: (office) => `${office}から照会が返されました（所管違い）`,
    delegationReturned: (office) => `${office}から依頼が返されました（所管違い）`,
    delegationReplied: (office) => `${office}から依頼への回答がありました`,
    reopened: '提案者から再考のお願いがありました',
    lateQuestion: '質問への回答が期限までにありません',
    lateOpinion: (office) => `${office}から意見の回答が期限までにありません`,
    lateDelegation: (office) => `${office}から依頼への回答が期限までにありません`,
    lateConfirmation: '二人目の確認を待っています',
    noChannel: (office) => `${office}にはチャネルがありません。期限を伝えてください`,
    answer: '回答',
    reason: '理由',
    opinion: '意見',
    suggested: '所管の候補',
    note: '提案者の名前は載せていません。',
  },
  throughOffice: {
    eyebrow: '代理受付・所属経由',
    headline: '所属を通じて提案者に伝えてください',
    status: 'いまの状況',
    receivedBy: '受け付けた人',
    merged: '伝える相手（統合された提案の提案者）',
    mergedFrom: (number, receivedBy, route) => `${number}（受け付けた人 ${receivedBy}・${route}）`,
    mergedMore: 'ほかに伝える件数',
    note: '提案者にはチャットで届きません。提案者の氏名は載せていません。誰に伝えるかは、受け付けた人に確かめてください。',
  },
  openRequested: '依頼された提案を開く',
  openTriage: '仕分けで開く',
};

const en: NoticeTexts = {
  question: {
    eyebrow: 'Question from the secretariat',
    headline: 'There is a question for you',
    reminder: 'Your answer is awaited',
    label: 'Question',
    note: (day) => `Please answer by ${day}. Without an answer the review goes on as it is.`,
  },
  invitation: {
    eyebrow: 'Invitation to propose together',
    headline: (name) => `${name} invites you to propose together`,
    lead: 'If you accept, you become a co-proposer and hear what becomes of it. You can decline.',
  },
  presentation: {
    eyebrow: 'Invitation to present',
    headline: 'Would you present this idea?',
    lead: 'It is your choice. Declining changes nothing about how the idea is examined.',
  },
  due: (day) => `Due ${day}`,
  opinion: {
    eyebrow: 'Opinion request',
    headline: 'Please give your opinion',
    soon: 'The day for your opinion is near',
    overdue: 'The day for your opinion has passed',
    lead: 'Before anything is decided, your office is asked. Name, office and grade of the proposer are not shown.',
    closed: 'This request is closed',
    label: 'What the secretariat asks',
  },
  delegation: {
    eyebrow: 'Proposal of your office',
    soon: 'The day for your reply is near',
    overdue: 'The day for your reply has passed',
    closed: 'This was replied to',
    lead: 'Names of proposers are not shown. You can still reply after the day.',
  },
  secretariat: {
    eyebrow: 'Secretariat',
    questionAnswered: 'A question was answered',
    withdrawn: 'A proposal was withdrawn',
    opinionGiven: (office) => `${office} gave its opinion`,
    opinionReturned: (office) => `${office} returned a request (not in charge)`,
    delegationReturned: (office) => `${office} returned a proposal (not in charge)`,
    delegationReplied: (office) => `${office} replied`,
    reopened: 'The proposer asks to reconsider',
    lateQuestion: 'A question was not answered in time',
    lateOpinion: (office) => `${office} gave no opinion in time`,
    lateDelegation: (office) => `${office} did not reply in time`,
    lateConfirmation: 'A second person has to confirm',
    noChannel: (office) => `${office} has no channel. Please tell it of the day`,
    answer: 'Answer',
    reason: 'Reason',
    opinion: 'Opinion',
    suggested: 'Suggested',
    note: 'Names of proposers are not shown.',
  },
  throughOffice: {
    eyebrow: 'Received on behalf · through the office',
    headline: 'Please hand this on to the proposer through the office',
    status: 'Now',
    receivedBy: 'Received by',
    merged: 'To be told (proposer of a merged proposal)',
    mergedFrom: (number, receivedBy, route) => `${number} (received by ${receivedBy}, ${route})`,
    mergedMore: 'More to be told',
    note: 'The proposer is not reached in a chat. The name is not shown here; who received the proposal knows whom to tell.',
  },
  openRequested: 'Open requested proposals',
  openTriage: 'Open in triage',
};

/** The words of messages by language. */
export const noticeTexts: Readonly<Record<Locale, NoticeTexts>> = { ja, en };
