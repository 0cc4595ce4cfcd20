import { z } from 'zod';
import { statuses } from '../domain/status.js';
import { contentShape, decisionShape } from './proposal-answers.js';

const instant = z.number().int();

/** Where the publication of the decision in force stands. */
export const publicationShape = z.discriminatedUnion('state', [
  z.object({ state: z.literal('nothing') }),
  z.object({ state: z.literal('unpublished') }),
  z.object({ state: z.literal('pending'), due: instant }),
  z.object({ state: z.literal('published'), at: instant }),
]);

/** One row of the queue 仕分け: the working state, without the proposer (blind). */
export const triageRowShape = z.object({
  number: z.string(),
  title: z.string(),
  status: z.enum(statuses),
  categoryId: z.string(),
  isDigital: z.boolean(),
  costNeeded: z.boolean(),
  receivedAt: instant,
  reviewerName: z.string().optional(),
  track: z.string().optional(),
  publication: publicationShape,
  /** Length of the trail as read; sent back with an act, so that nothing unseen is overwritten. */
  seq: z.number().int(),
});

/** GET /api/triage: the whole queue in order of number, and how many stand where. */
export const triageAnswer = z.object({
  rows: z.array(triageRowShape),
  counts: z.object({
    all: z.number().int(),
    /** Received and not yet under review. */
    received: z.number().int(),
    reviewing: z.number().int(),
    decidedUnpublished: z.number().int(),
    published: z.number().int(),
  }),
  /** When the register last caught up with SharePoint. */
  asOf: instant,
});

/** A line of the working trail. */
export const workingTrailEntryShape = z.object({
  seq: z.number().int(),
  kind: z.enum([
    'received',
    'review-begun',
    'track-decided',
    'publication-scheduled',
    'publication-undone',
    'published',
  ]),
  occurredAt: instant,
  byName: z.string().optional(),
  decision: decisionShape.optional(),
  due: instant.optional(),
});

/** GET /api/triage/:number and the answer of every act on one proposal. */
export const triageItemAnswer = triageRowShape.extend({
  content: contentShape,
  decision: decisionShape.optional(),
  published: z.object({
    status: z.enum(statuses),
    at: instant,
    decision: decisionShape.optional(),
  }),
  trail: z.array(workingTrailEntryShape),
});

/** POST /api/triage/begin-review. */
export const beginReviewRequest = z.strictObject({
  numbers: z.array(z.string().max(20)).min(1).max(60),
});

/** The result of an act for each of many. */
export const beginReviewAnswer = z.object({
  results: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('changed'), number: z.string(), item: triageItemAnswer }),
      z.object({
        kind: z.literal('refused'),
        number: z.string(),
        refusal: z.object({ code: z.string(), message: z.string() }),
      }),
    ]),
  ),
});

/** POST /api/triage/:number/decide. The form is checked field by field on the server. */
export const decideRequest = z.strictObject({
  seq: z.number().int().positive(),
  form: z.partialRecord(
    z.enum([
      'track',
      'ownerDepartment',
      'ownerSection',
      'targetMonth',
      'costBasis',
      'startMonth',
      'startConditions',
      'horizon',
      'targetFiscalYear',
      'budgetingState',
      'budgetingAmountYen',
      'reasonNotOfficeWide',
      'replyDue',
      'reason',
    ]),
    z.string().max(20_000),
  ),
});

/** POST /api/triage/:number/publish. */
export const publishRequest = z.strictObject({ seq: z.number().int().positive() });

/** POST /api/triage/:number/undo-publication. */
export const undoRequest = z.strictObject({});

/** GET /api/triage/:number/reach: whom a publication of the present decision would tell, before it is asked for. */
export const reachAnswer = z.object({
  people: z.number().int(),
  channels: z.array(z.object({ label: z.string(), as: z.enum(['staff', 'owner']) })),
});

export type TriageRow = z.infer<typeof triageRowShape>;
export type TriageAnswer = z.infer<typeof triageAnswer>;
export type TriageItem = z.infer<typeof triageItemAnswer>;
export type BeginReviewAnswer = z.infer<typeof beginReviewAnswer>;
export type DecideRequest = z.infer<typeof decideRequest>;
export type ReachAnswer = z.infer<typeof reachAnswer>;
export type Publication = z.infer<typeof publicationShape>;
