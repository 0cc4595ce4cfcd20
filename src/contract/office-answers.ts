import { z } from 'zod';
import { replyAnswers } from '../domain/proposal-state.js';
import { officeActNames } from '../domain/queues/office-act-names.js';
import { officeItemKinds } from '../domain/queues/office-items.js';
import { statuses } from '../domain/status.js';
import { contentShape, decisionShape } from './proposal-answers.js';
import {
  attachmentShape,
  opinionRequestShape,
  pendingShape,
  progressShape,
} from './state-shapes.js';

const instant = z.number().int();

/**
 * A proposal as an office sees that was asked about it or owns it: blind, without the proposer and without what other
 * offices were asked. `decision`, `pending` and `seq` only for the office that owns it.
 */
export const officeItemAnswer = z.object({
  number: z.string(),
  receivedAt: instant,
  content: contentShape,
  status: z.enum(statuses),
  requests: z.array(opinionRequestShape),
  attachment: attachmentShape.optional(),
  /** There is a file, which is not handed out with a copy that has words blacked out. */
  attachmentWithheld: z.literal(true).optional(),
  decision: decisionShape.optional(),
  pending: pendingShape.optional(),
  seq: z.number().int().optional(),
  /** What the caller may do with it now, what is asked for first. */
  may: z.array(z.enum(officeActNames)),
  /** 最終更新 and what the office answered last, for the office that owns it. */
  updatedAt: instant.optional(),
  reply: z
    .object({ answer: z.enum(replyAnswers), by: z.string(), text: z.string(), repliedAt: instant })
    .optional(),
  progress: progressShape.optional(),
});

/** GET /api/office-items: what was asked of the offices for which one acts 依頼された提案, the earliest day first. */
export const officeItemsAnswer = z.object({
  /** The departments for which one acts. */
  departments: z.array(z.string()),
  items: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      status: z.enum(statuses),
      kind: z.enum(officeItemKinds),
      departmentId: z.string(),
      dueOn: z.string().optional(),
      /** Working days until then; negative when it is past. */
      daysLeft: z.number().int().optional(),
      requestId: z.string().optional(),
      answeredAt: instant.optional(),
      /** The review ended before the request was answered. */
      isOver: z.literal(true).optional(),
    }),
  ),
});

export type OfficeItems = z.infer<typeof officeItemsAnswer>;
export type OfficeItem = z.infer<typeof officeItemAnswer>;
export type OpinionRequestAnswer = z.infer<typeof opinionRequestShape>;
