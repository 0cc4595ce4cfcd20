import { z } from 'zod';
import { receiptRoutes } from '../domain/new-proposal.js';
import { officeKinds } from '../domain/person.js';
import { statuses } from '../domain/status.js';
import { actForm } from './act-requests.js';
import { refusalAnswer } from './common-answers.js';

const instant = z.number().int();

/** Most papers in one import. */
const mostImported = 60;

/**
 * POST /api/proposals/received. `id` is issued with the form: one form, one proposal. `receivedAt` is when it was
 * handed in. `form` holds the fields of a proposal and `campaign`, `receiptRoute`, `proposerKind` (staff or outside),
 * `person` (of staff) and `personName`.
 */
export const receiveRequest = z.strictObject({
  id: z.uuid(),
  receivedAt: instant,
  officeKind: z.enum(officeKinds).optional(),
  form: actForm,
});

/** The receipt, to be handed to whoever proposed it. */
export const receivedAnswer = z.object({
  number: z.string(),
  title: z.string(),
  receivedAt: instant,
  route: z.enum(receiptRoutes),
  /** The proposer has no chat, or none that is known: told through the office. */
  throughOffice: z.boolean(),
});

/** POST /api/received/import: many papers, with fields they share; a field of a paper's own wins. */
export const receiveManyRequest = z.strictObject({
  items: z
    .array(receiveRequest.extend({ form: actForm.optional() }))
    .min(1)
    .max(mostImported),
  form: actForm.optional(),
});

/** The answer to it: each paper is a write of its own, with a result of its own. */
export const receivedManyAnswer = z.object({
  results: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('received'), id: z.string(), receipt: receivedAnswer }),
      z.object({ kind: z.literal('refused'), id: z.string(), refusal: refusalAnswer }),
    ]),
  ),
});

/** A proposal received on behalf of somebody, in its published state. */
export const receivedRowShape = receivedAnswer.extend({
  byName: z.string(),
  status: z.enum(statuses),
  statusAt: instant,
  /** Whose it is; only for who entered it, to everybody else it is judged unseen. */
  proposer: z
    .object({ name: z.string(), departmentId: z.string(), sectionId: z.string().optional() })
    .optional(),
});

/** GET /api/received: newest number first. */
export const receivedListAnswer = z.object({ proposals: z.array(receivedRowShape) });

/** How a proposal came to be received on behalf of somebody, for those who work on it. */
export const receivedForShape = z.object({
  byName: z.string(),
  route: z.enum(receiptRoutes),
  /** When it was entered; absent where that lies in the archive. */
  enteredAt: instant.optional(),
  /** The proposer does not use Teams: the secretariat answers on that person's behalf. */
  throughOffice: z.boolean(),
});

export type ReceivedAnswer = z.infer<typeof receivedAnswer>;
export type ReceivedManyAnswer = z.infer<typeof receivedManyAnswer>;
export type ReceivedRow = z.infer<typeof receivedRowShape>;
export type ReceivedListAnswer = z.infer<typeof receivedListAnswer>;
export type ReceivedForAnswer = z.infer<typeof receivedForShape>;
