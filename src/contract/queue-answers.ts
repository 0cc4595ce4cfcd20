import { z } from 'zod';
import { progressAnswers } from '../domain/commitments.js';
import { tracks } from '../domain/decision.js';
import { tasks } from '../domain/duty-table.js';
import { statuses } from '../domain/status.js';

const instant = z.number().int();
const day = z.string();
const count = z.number().int();

/** What every row of a list of the secretariat says: the working state, without the proposer (blind). */
const row = {
  number: z.string(),
  /** Last trail entry as read; sent back with an act. */
  seq: count,
  title: z.string(),
  status: z.enum(statuses),
  reviewerName: z.string().optional(),
  /** 最終更新: when somebody last did something about it. */
  updatedAt: instant,
};

/** A day by which something is due, and the working days left until then; negative when it is past. */
const due = { dueOn: day, daysLeft: count };

const department = { departmentId: z.string() };

function rowsOf<F extends z.core.$ZodLooseShape>(fields: F) {
  return z.object({ rows: z.array(z.object({ ...row, ...fields })) });
}

/** GET /api/queues/overdue: everything whose day is past, with the office that answers for it. */
export const overdueAnswer = rowsOf({
  ...due,
  task: z.enum(tasks),
  departmentId: z.string().optional(),
});

/** GET /api/queues/overdue-requests: opinion requests 意見照会 past their day. */
export const overdueRequestsAnswer = rowsOf({
  ...due,
  ...department,
  requestId: z.string(),
  text: z.string(),
});

/** GET /api/queues/overdue-replies: delegations past the day of their reply. */
export const overdueRepliesAnswer = rowsOf({ ...due, ...department });

/** GET /api/queues/late-questions: questions that nobody answered by their day. */
export const lateQuestionsAnswer = rowsOf({ ...due, question: z.string() });

/** GET /api/queues/confirmations: what waits for a second person. */
export const confirmationsAnswer = rowsOf({
  ...due,
  what: z.enum(['realised', 'difficult', 'out-of-scope']),
  byName: z.string(),
  askedAt: instant,
  departmentId: z.string().optional(),
});

/** GET /api/queues/carry-over: what is still open of a year to which it was committed and which is over 繰越. */
export const carryOverAnswer = rowsOf({
  ...department,
  track: z.enum(tracks),
  committedYear: count,
});

const progress = z.object({
  answer: z.enum(progressAnswers),
  note: z.string().optional(),
  at: instant,
});

/** GET /api/queues/progress: 進捗照会, the open items of every department with their last answer. */
export const progressAnswer = z.object({
  inquiry: z.object({ opensOn: day, dueOn: day }),
  departments: z.array(
    z.object({
      ...department,
      rows: z.array(z.object({ ...row, isAnswered: z.boolean(), progress: progress.optional() })),
    }),
  ),
});

/** GET /api/queues/without-holder: what no active person holds. */
export const withoutHolderAnswer = rowsOf({
  why: z.enum(['no-reviewer', 'department-ended', 'no-staff', 'no-head']),
  departmentId: z.string().optional(),
});

/** GET /api/queues/holders: who of the secretariat holds what, for 引継. */
export const holdersAnswer = z.object({
  holders: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      isActive: z.boolean(),
      rows: z.array(z.object(row)),
    }),
  ),
  unclaimed: z.array(z.object(row)),
});

/** GET /api/queues/claims: who would take what by the rules; the act itself is the bulk act `hand-over`. */
export const claimsAnswer = z.object({
  claims: z.array(
    z.object({
      ...row,
      ruleId: z.string(),
      ruleLabel: z.string(),
      personId: z.string(),
      personName: z.string(),
    }),
  ),
  unmatched: z.array(z.object(row)),
});

/** GET /api/queues: how much stands in each list, and the burn-down 残り n 件・報告日まで 1 日 m 件. */
export const queuesAnswer = z.object({
  counts: z.object({
    overdue: count,
    overdueRequests: count,
    overdueReplies: count,
    lateQuestions: count,
    confirmations: count,
    carryOver: count,
    withoutHolder: count,
  }),
  burnDown: z.object({
    remaining: count,
    decidedLastWorkingDay: count,
    days: z.array(z.object({ day, remaining: count })),
    pace: z
      .object({ reportOn: day, workingDays: count, perDay: count, isOnPace: z.boolean() })
      .optional(),
  }),
  /** When the register last caught up with SharePoint. */
  asOf: instant,
});

export type QueuesAnswer = z.infer<typeof queuesAnswer>;
export type HoldersAnswer = z.infer<typeof holdersAnswer>;
export type ClaimsAnswer = z.infer<typeof claimsAnswer>;
export type ProgressAnswer = z.infer<typeof progressAnswer>;
export type WithoutHolderAnswer = z.infer<typeof withoutHolderAnswer>;
