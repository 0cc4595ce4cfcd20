import { z } from 'zod';
import { opinionVerdicts } from '../domain/opinion.js';
import { statuses } from '../domain/status.js';
import { contentShape, decisionShape } from './proposal-answers.js';

const instant = z.number().int();

/** One opinion request 意見照会 to an office, with what the office answered. */
export const opinionRequestShape = z.object({
  id: z.string(),
  departmentId: z.string(),
  text: z.string(),
  dueOn: z.string(),
  askedAt: instant,
  opinion: z
    .object({ verdict: z.enum(opinionVerdicts), text: z.string(), byName: z.string(), at: instant })
    .optional(),
  returned: z
    .object({
      reason: z.string(),
      suggestedDepartmentId: z.string().optional(),
      byName: z.string(),
      at: instant,
    })
    .optional(),
});

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
  decision: decisionShape.optional(),
  pending: z
    .object({
      what: z.enum(['realised', 'difficult', 'out-of-scope']),
      byName: z.string(),
      at: instant,
    })
    .optional(),
  seq: z.number().int().optional(),
});

export type OfficeItem = z.infer<typeof officeItemAnswer>;
export type OpinionRequestAnswer = z.infer<typeof opinionRequestShape>;
