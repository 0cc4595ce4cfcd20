import type { Locale } from '../domain/conversation.js';
import type { BudgetingState, Horizon, StartCondition, Track } from '../domain/decision.js';
import type { FieldName } from '../domain/field-fault.js';
import type { Role } from '../domain/member.js';
import type { OfficeKind } from '../domain/person.js';
import type { ScopeHint } from '../domain/proposal-content.js';
import type { Status } from '../domain/status.js';
import type { Ending, StepState } from '../domain/trace.js';
import { actFieldLabels } from './act-field-labels.js';
import { keptFieldLabels } from './kept-field-labels.js';
import { measureFieldLabels } from './measure-field-labels.js';

/** The words of the domain, once per language; bot, cards, tabs and exports take them from here. */
export interface Terms {
  readonly appName: string;
  readonly status: Readonly<Record<Status, string>>;
  /** What a status means to the proposer, a sentence without full stop. */
  readonly statusSentence: Readonly<Record<Status, string>>;
  readonly track: Readonly<Record<Track, string>>;
  readonly startCondition: Readonly<Record<StartCondition, string>>;
  readonly horizon: Readonly<Record<Horizon, string>>;
  readonly budgetingState: Readonly<Record<BudgetingState, string>>;
  readonly scopeHint: Readonly<Record<ScopeHint, string>>;
  readonly officeKind: Readonly<Record<OfficeKind, string>>;
  readonly role: Readonly<Record<Role, string>>;
  readonly digital: string;
  readonly nonDigital: string;
  readonly costNeeded: string;
  readonly costNotNeeded: string;
  readonly costUnknown: string;
  readonly namePublished: string;
  readonly nameNotPublished: string;
  readonly field: Readonly<Record<FieldName, string>>;
  /** The four steps of the trace line. */
  readonly trace: {
    readonly proposed: string;
    readonly decided: string;
    readonly measure: string;
    readonly effect: string;
  };
  /** How far a step is, for those who cannot see its mark. */
  readonly stepState: Readonly<Record<StepState, string>>;
  /** Why a step never comes. */
  readonly noStep: Readonly<Record<Ending, string>>;
}

const ja: Terms = {
  appName: '芽吹き',
  status: {
    received: '受付済',
    clarifying: '確認中',
    reviewing: '検討中',
    decided: '対応方針決定',
    started: '着手',
    'partially-realised': '一部実現',
    realised: '実現',
    difficult: '実現困難（当面）',
    'out-of-scope': '対象外',
    withdrawn: '取下げ',
  },
  statusSentence: {
    received: '提案を受け付けました',
    clarifying: '事務局から質問があります',
    reviewing: '検討を始めました',
    decided: '対応方針が決まりました',
    started: '取組を始めました',
    'partially-realised': '一部が実現しました',
    realised: '実現しました',
    difficult: '当面は実現が難しいと判断しました',
    'out-of-scope': '対象外と判断しました',
    withdrawn: '取り下げました',
  },
  track: {
    'realise-this-fy': '今年度実現',
    'start-this-fy': '今年度着手',
    later: '次年度以降',
    delegated: '所管部局で検討',
  },
  startCondition: {
    'prior-coordination': '事前調整',
    'rule-making': 'ルールづくり',
    other: 'その他',
  },
  horizon: { short: '短期', medium: '中期', long: '長期' },
  budgetingState: {
    'not-needed': '予算不要',
    considered: '検討中',
    requested: '要求中',
    granted: '措置済',
    deferred: '見送り',
  },
  scopeHint: { 'office-wide': '全庁', department: '部局に特化', unknown: 'わからない' },
  officeKind: { 'head-office': '本庁', branch: '出先' },
  role: {
    secretariat: '事務局',
    owner: '所管',
    head: '所属長',
    executive: '本部員',
    administrator: '管理者',
  },
  digital: 'デジタル',
  nonDigital: '非デジタル',
  costNeeded: '有',
  costNotNeeded: '無',
  costUnknown: '有（額はわからない）',
  namePublished: '公表してよい',
  nameNotPublished: '公表しない',
  field: {
    title: '件名',
    currentProblem: '現状・課題',
    proposedContent: '提案内容',
    expectedEffect: '期待される効果',
    effectHoursPerYear: '減る時間の目安（年間・時間）',
    effectYenPerYear: '減る経費の目安（年間・円）',
    category: 'カテゴリ',
    isDigital: 'デジタル／非デジタル',
    costNeeded: '費用',
    costEstimateYen: '概算額（円）',
    scopeHint: '対象範囲',
    namePublication: '氏名の公表',
    department: '部局',
    section: '課室',
    jobGrade: '職位',
    track: '対応方針',
    ownerDepartment: '所管部局',
    ownerSection: '所管課',
    targetMonth: '実現する月',
    costBasis: 'コストが小さいとした根拠',
    startMonth: '着手する月',
    startConditions: '必要な準備',
    horizon: '期間',
    targetFiscalYear: '目標年度',
    budgetingState: '予算化',
    budgetingAmountYen: '予算額（円）',
    reasonNotOfficeWide: '全庁で扱わない理由',
    replyDue: '回答期限',
    reason: '理由',
    ...actFieldLabels.ja,
    ...measureFieldLabels.ja,
    ...keptFieldLabels.ja,
    publishAt: '公表日時',
  },
  trace: { proposed: '提案', decided: '判断', measure: '取組', effect: '効果' },
  stepState: { done: '済み', current: 'いまここ', ahead: 'これから', never: 'なし' },
  noStep: {
    difficult: '実現困難のため当面なし',
    'out-of-scope': '対象外のためなし',
    withdrawn: '取下げのためなし',
  },
};

const en: Terms = {
  appName: 'Mebuki',
  status: {
    received: 'Received',
    clarifying: 'Question asked',
    reviewing: 'Under review',
    decided: 'Direction decided',
    started: 'Started',
    'partially-realised': 'Partly realised',
    realised: 'Realised',
    difficult: 'Difficult for now',
    'out-of-scope': 'Out of scope',
    withdrawn: 'Withdrawn',
  },
  statusSentence: {
    received: 'Your proposal was received',
    clarifying: 'The secretariat has a question',
    reviewing: 'Review has begun',
    decided: 'The direction has been decided',
    started: 'Work has started',
    'partially-realised': 'Part of it has been realised',
    realised: 'It has been realised',
    difficult: 'It was judged difficult for now',
    'out-of-scope': 'It was judged out of scope',
    withdrawn: 'It was withdrawn',
  },
  track: {
    'realise-this-fy': 'Realise this year',
    'start-this-fy': 'Start this year',
    later: 'Later years',
    delegated: 'Hand to department',
  },
  startCondition: {
    'prior-coordination': 'Prior coordination',
    'rule-making': 'Rule making',
    other: 'Other',
  },
  horizon: { short: 'Short term', medium: 'Medium term', long: 'Long term' },
  budgetingState: {
    'not-needed': 'No budget needed',
    considered: 'Being considered',
    requested: 'Requested',
    granted: 'Granted',
    deferred: 'Deferred',
  },
  scopeHint: {
    'office-wide': 'Whole office',
    department: 'One department',
    unknown: 'I do not know',
  },
  officeKind: { 'head-office': 'Head office', branch: 'Branch office' },
  role: {
    secretariat: 'Secretariat',
    owner: 'Owner',
    head: 'Head',
    executive: 'Executive',
    administrator: 'Administrator',
  },
  digital: 'Digital',
  nonDigital: 'Non-digital',
  costNeeded: 'Yes',
  costNotNeeded: 'No',
  costUnknown: 'Yes (amount unknown)',
  namePublished: 'May be shown',
  nameNotPublished: 'Not shown',
  field: {
    title: 'Title',
    currentProblem: 'Present problem',
    proposedContent: 'Proposal',
    expectedEffect: 'Expected effect',
    effectHoursPerYear: 'Hours saved per year (estimate)',
    effectYenPerYear: 'Yen saved per year (estimate)',
    category: 'Category',
    isDigital: 'Digital / non-digital',
    costNeeded: 'Cost',
    costEstimateYen: 'Estimate (yen)',
    scopeHint: 'Scope',
    namePublication: 'Publication of name',
    department: 'Department',
    section: 'Section',
    jobGrade: 'Job grade',
    track: 'Track',
    ownerDepartment: 'Owning department',
    ownerSection: 'Owning section',
    targetMonth: 'Month of realisation',
    costBasis: 'Why the cost counts as small',
    startMonth: 'Month of start',
    startConditions: 'Conditions to start',
    horizon: 'Horizon',
    targetFiscalYear: 'Target fiscal year',
    budgetingState: 'Budgeting',
    budgetingAmountYen: 'Budget (yen)',
    reasonNotOfficeWide: 'Why not office-wide',
    replyDue: 'Reply due',
    reason: 'Reason',
    ...actFieldLabels.en,
    ...measureFieldLabels.en,
    ...keptFieldLabels.en,
    publishAt: 'Time of publication',
  },
  trace: { proposed: 'Proposed', decided: 'Decided', measure: 'Measure', effect: 'Effect' },
  stepState: { done: 'done', current: 'now here', ahead: 'to come', never: 'none' },
  noStep: {
    difficult: 'None for now: difficult',
    'out-of-scope': 'None: out of scope',
    withdrawn: 'None: withdrawn',
  },
};

/** The words of the domain by language. */
export const terms: Readonly<Record<Locale, Terms>> = { ja, en };
