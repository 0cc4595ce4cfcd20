import type { ProgressAnswer } from '../domain/commitments.js';
import type { Locale } from '../domain/conversation.js';
import type { BudgetKind, DelegationKind } from '../domain/decision.js';
import type { ReceiptRoute } from '../domain/new-proposal.js';
import type { OpinionVerdict } from '../domain/opinion.js';
import type { Coverage, ExclusionReason, ReplyAnswer, WayBack } from '../domain/proposal-state.js';
import type { AwaitedKind, ReminderStep } from '../domain/reminder.js';
import type { CostLevel, Rollout } from '../domain/triage-marks.js';

/** The words for the codes of acts. */
export interface CodeTexts {
  readonly exclusionReason: Readonly<Record<ExclusionReason, string>>;
  readonly replyAnswer: Readonly<Record<ReplyAnswer, string>>;
  readonly opinionVerdict: Readonly<Record<OpinionVerdict, string>>;
  readonly progressAnswer: Readonly<Record<ProgressAnswer, string>>;
  readonly coverage: Readonly<Record<Coverage, string>>;
  readonly costLevel: Readonly<Record<CostLevel, string>>;
  readonly rollout: Readonly<Record<Rollout, string>>;
  readonly delegationKind: Readonly<Record<DelegationKind, string>>;
  readonly budgetKind: Readonly<Record<BudgetKind, string>>;
  readonly outcome: { readonly mergedInto: string; readonly mergedElsewhere: string };
  readonly wayBack: Readonly<Record<WayBack['why'], string>>;
  readonly receiptRoute: Readonly<Record<ReceiptRoute, string>>;
  readonly confirmable: Readonly<Record<'realised' | 'difficult' | 'out-of-scope', string>>;
  readonly consent: Readonly<Record<'accepted' | 'declined', string>>;
  readonly hidden: { readonly set: string; readonly lifted: string };
  readonly awaited: Readonly<Record<AwaitedKind, string>>;
  readonly reminderStep: Readonly<Record<ReminderStep, string>>;
}

const ja: CodeTexts = {
  exclusionReason: {
    defamation: '誹謗中傷に当たる',
    'individual-personnel': '個人の人事や給与に関する',
    'ordinary-procedure': '通常の手続で解決できる',
    'already-in-place': 'すでに行われている',
    'no-improvement': '改善の提案を含まない',
    other: 'その他',
  },
  replyAnswer: {
    'will-realise': '実現する',
    'will-start': '着手する',
    'later-years': '次年度以降',
    difficult: '困難',
  },
  opinionVerdict: {
    feasible: '実現できる',
    'feasible-in-part': '一部実現できる',
    infeasible: '実現は難しい',
    unsure: '判断できない',
  },
  progressAnswer: { 'on-track': '予定どおり', delayed: '遅れている', 'needs-talk': '相談したい' },
  coverage: { whole: '全部', part: '一部' },
  costLevel: { small: '小', medium: '中', large: '大', unknown: '不明' },
  rollout: { possible: '可', hard: '難' },
  delegationKind: { realise: '実施要請', examine: '検討要請', inform: '情報提供' },
  budgetKind: { initial: '当初', supplementary: '補正' },
  outcome: { mergedInto: '統合先', mergedElsewhere: 'ほかの提案に統合' },
  wayBack: {
    returned: '所管違いによる返送の理由',
    're-examined': '再検討の理由',
    corrected: '訂正の理由',
    reopened: '検討を再開した理由',
  },
  receiptRoute: {
    phone: '電話',
    paper: '紙',
    mail: 'メール',
    meeting: '対面',
    import: '一括取込み',
  },
  confirmable: { realised: '実現', difficult: '実現困難（当面）', 'out-of-scope': '対象外' },
  consent: { accepted: '承諾', declined: '辞退' },
  hidden: { set: '非公開にする', lifted: '非公開を解く' },
  awaited: {
    question: '質問への回答',
    opinion: '照会への意見',
    delegation: '依頼への回答',
    confirmation: '確認',
  },
  reminderStep: { soon: '期限が近い', overdue: '期限を過ぎた', escalated: '事務局へ' },
};

const en: CodeTexts = {
  exclusionReason: {
    defamation: 'Defamation',
    'individual-personnel': 'Personnel matters or pay of an individual',
    'ordinary-procedure': 'Can be solved by ordinary procedure',
    'already-in-place': 'Already done',
    'no-improvement': 'Proposes no improvement',
    other: 'Other',
  },
  replyAnswer: {
    'will-realise': 'Will be realised',
    'will-start': 'Will be started',
    'later-years': 'In later years',
    difficult: 'Difficult',
  },
  opinionVerdict: {
    feasible: 'Can be realised',
    'feasible-in-part': 'Can be realised in part',
    infeasible: 'Hard to realise',
    unsure: 'Cannot say',
  },
  progressAnswer: { 'on-track': 'On track', delayed: 'Delayed', 'needs-talk': 'Let us talk' },
  coverage: { whole: 'Whole', part: 'Part' },
  costLevel: { small: 'Small', medium: 'Medium', large: 'Large', unknown: 'Unknown' },
  rollout: { possible: 'Possible', hard: 'Hard' },
  delegationKind: { realise: 'To realise', examine: 'To examine', inform: 'For information' },
  budgetKind: { initial: 'Initial budget', supplementary: 'Supplementary budget' },
  outcome: { mergedInto: 'Merged into', mergedElsewhere: 'Another proposal' },
  wayBack: {
    returned: 'Why the office in charge returned it',
    're-examined': 'Why it is examined again',
    corrected: 'Why it was corrected',
    reopened: 'Why the review was reopened',
  },
  receiptRoute: {
    phone: 'phone',
    paper: 'paper',
    mail: 'e-mail',
    meeting: 'in person',
    import: 'import',
  },
  confirmable: {
    realised: 'Realised',
    difficult: 'Difficult for now',
    'out-of-scope': 'Out of scope',
  },
  consent: { accepted: 'Accepted', declined: 'Declined' },
  hidden: { set: 'Hidden', lifted: 'No longer hidden' },
  awaited: {
    question: 'Answer to a question',
    opinion: 'Opinion',
    delegation: 'Answer to a delegation',
    confirmation: 'Confirmation',
  },
  reminderStep: { soon: 'Due soon', overdue: 'Overdue', escalated: 'To the secretariat' },
};

/** The words for the codes of acts by language. */
export const codeTexts: Readonly<Record<Locale, CodeTexts>> = { ja, en };
