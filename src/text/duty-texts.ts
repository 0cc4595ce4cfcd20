import type { Locale } from '../domain/conversation.js';
import type { ResponsibleOffice, Task, urgentDuties } from '../domain/duty-table.js';
import type { Status } from '../domain/status.js';

/** A row of the duties: what a status asks for, or what comes before it as long as it is open. */
export type DutyRow = Status | keyof typeof urgentDuties;

/** The words for who answers for what by when. */
export interface DutyTexts {
  readonly task: Readonly<Record<Task, string>>;
  readonly office: Readonly<Record<ResponsibleOffice, string>>;
  readonly urgent: Readonly<Record<keyof typeof urgentDuties, string>>;
  /** Which day is meant where the table says that the proposal names it (domain/duties.ts). */
  readonly namedDay: Readonly<Partial<Record<DutyRow, string>>>;
  readonly reminded: Readonly<Record<'proposer' | 'department' | 'secretariat', string>>;
  readonly closed: string;
  readonly queue: string;
  within(workingDays: number): string;
  before(workingDays: number): string;
  after(workingDays: number): string;
}

const ja: DutyTexts = {
  task: {
    'begin-review': '検討を始める',
    'await-answer': '回答を待つ',
    'give-opinion': '意見を出す',
    decide: '対応方針を決める',
    publish: '公表する',
    reply: '回答する',
    start: '着手する',
    realise: '実現する',
    'report-progress': '進捗を報告する',
    confirm: '確認する',
    're-examine': '再検討する',
  },
  office: {
    secretariat: '事務局',
    'owning-department': '所管部局',
    'asked-department': '照会先の部局',
  },
  urgent: {
    unpublished: '未公表の決定',
    confirmation: '二人目の確認待ち',
    delegation: '依頼への回答待ち',
    opinion: '意見照会の回答待ち',
  },
  namedDay: {
    clarifying: '質問の回答期限',
    decided:
      '今年度実現は実現予定月の末日、今年度着手は着手月の末日、次年度以降は次の進捗照会の期限、所管部局で検討は回答期限',
    started: '次の進捗照会の期限（今年度実現は実現予定月の末日）',
    'partially-realised': '次の進捗照会の期限',
    difficult: '再検討する年度の初めから 20 開庁日',
    delegation: '依頼の回答期限',
    opinion: '意見照会の回答期限',
  },
  reminded: { proposer: '提案者', department: '部局', secretariat: '事務局' },
  closed: '終わり（理由が残る）',
  queue: '期限切れの一覧に出る',
  within: (days) => `${days} 開庁日以内`,
  before: (days) => `${days} 開庁日前`,
  after: (days) => `${days} 開庁日後`,
};

const en: DutyTexts = {
  task: {
    'begin-review': 'Begin the review',
    'await-answer': 'Await the answer',
    'give-opinion': 'Give an opinion',
    decide: 'Decide the track',
    publish: 'Publish',
    reply: 'Reply',
    start: 'Start',
    realise: 'Realise',
    'report-progress': 'Report progress',
    confirm: 'Confirm',
    're-examine': 'Examine again',
  },
  office: {
    secretariat: 'Secretariat',
    'owning-department': 'Owning department',
    'asked-department': 'Department asked',
  },
  urgent: {
    unpublished: 'Decided, not published',
    confirmation: 'Waits for a second person',
    delegation: 'Waits for the reply to a delegation',
    opinion: 'Waits for an opinion',
  },
  namedDay: {
    clarifying: 'the day set for the answer',
    decided:
      'realise this year: end of the target month; start this year: end of the starting month; later: the next progress inquiry; delegated: the day set for the reply',
    started: 'the next progress inquiry (realise this year: end of the target month)',
    'partially-realised': 'the next progress inquiry',
    difficult: '20 working days into the year of re-examination',
    delegation: 'the day set for the reply',
    opinion: 'the day set for the opinion',
  },
  reminded: { proposer: 'proposer', department: 'department', secretariat: 'secretariat' },
  closed: 'Ended (the reason stays)',
  queue: 'stands in the overdue list',
  within: (days) => `within ${days} working days`,
  before: (days) => `${days} working days before`,
  after: (days) => `${days} working days after`,
};

/** The words for duties, in both languages. */
export const dutyTexts: Readonly<Record<Locale, DutyTexts>> = { ja, en };
