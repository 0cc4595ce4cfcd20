import type { Status } from './status.js';

/** What is to be done with a proposal next. */
export const tasks = [
  'begin-review',
  'await-answer',
  'give-opinion',
  'decide',
  'publish',
  'reply',
  'start',
  'realise',
  'report-progress',
  'confirm',
  're-examine',
] as const;

/** One of them. */
export type Task = (typeof tasks)[number];

/** Who answers for it: an office, never a person. A person is its present holder. */
export type ResponsibleOffice = 'secretariat' | 'owning-department' | 'asked-department';

/** One row: who answers for it, by when, who is reminded, and when it is taken further. */
export interface DutyRule {
  readonly task: Task;
  readonly office: ResponsibleOffice;
  /** Working days from its beginning; `named`: the day that the proposal names, see `duties.ts`. */
  readonly due: number | 'named';
  /** Whom the product reminds, before and after that day. `queue`: it stands in the list of what is overdue. */
  readonly reminds: 'proposer' | 'owning-department' | 'asked-department' | 'secretariat' | 'queue';
  /** Working days after that day on which the secretariat's channel hears of it. */
  readonly escalatesAfter?: number;
}

/** Each status with the office that answers for it (domain 2). `closed`: there is a reason and nothing left to do. */
export const dutyTable = {
  received: { task: 'begin-review', office: 'secretariat', due: 10, reminds: 'queue' },
  clarifying: {
    task: 'await-answer',
    office: 'secretariat',
    due: 'named',
    reminds: 'proposer',
    escalatesAfter: 1,
  },
  reviewing: { task: 'decide', office: 'secretariat', due: 40, reminds: 'queue' },
  decided: { task: 'start', office: 'owning-department', due: 'named', reminds: 'queue' },
  started: { task: 'report-progress', office: 'owning-department', due: 'named', reminds: 'queue' },
  'partially-realised': {
    task: 'report-progress',
    office: 'owning-department',
    due: 'named',
    reminds: 'queue',
  },
  realised: 'closed',
  difficult: { task: 're-examine', office: 'secretariat', due: 'named', reminds: 'queue' },
  'out-of-scope': 'closed',
  withdrawn: 'closed',
} as const satisfies Readonly<Record<Status, DutyRule | 'closed'>>;

/** What comes before the duty of the status, as long as it is open. */
export const urgentDuties = {
  /** Decided or changed and not told yet. */
  unpublished: { task: 'publish', office: 'secretariat', due: 10, reminds: 'queue' },
  /** T9, T10, T12: the second of two people. */
  confirmation: {
    task: 'confirm',
    office: 'owning-department',
    due: 5,
    reminds: 'secretariat',
    escalatesAfter: 1,
  },
  /** T17 回答, on the day that the decision names; twenty working days where it names none. */
  delegation: {
    task: 'reply',
    office: 'owning-department',
    due: 'named',
    reminds: 'owning-department',
    escalatesAfter: 5,
  },
  /** 意見照会, beside the duty of the status: several offices can be asked at once. */
  opinion: {
    task: 'give-opinion',
    office: 'asked-department',
    due: 'named',
    reminds: 'asked-department',
    escalatesAfter: 5,
  },
} as const satisfies Readonly<Record<string, DutyRule>>;
