import { z } from 'zod';
import type { Audience } from '../../domain/audience.js';
import {
  budgetingStates,
  type Decision,
  horizons,
  startConditions,
} from '../../domain/decision.js';
import { statuses } from '../../domain/status.js';
import type { TrailEntry } from '../../domain/trail.js';

// Strict, so that what a newer version of the product stored is never read as less and written back as less.
const owner = z.strictObject({
  departmentId: z.string(),
  sectionId: z.string().exactOptional(),
});
const decided = { owner, reason: z.string() };

/** A decision as it stands in DecisionJson, PublishedDecisionJson and in the trail. */
export const decisionShape: z.ZodType<Decision> = z.discriminatedUnion('track', [
  z.strictObject({
    ...decided,
    track: z.literal('realise-this-fy'),
    targetMonth: z.string(),
    costBasis: z.string(),
  }),
  z.strictObject({
    ...decided,
    track: z.literal('start-this-fy'),
    startMonth: z.string(),
    startConditions: z.array(z.enum(startConditions)),
  }),
  z.strictObject({
    ...decided,
    track: z.literal('later'),
    horizon: z.enum(horizons),
    targetFiscalYear: z.number().int(),
    budgeting: z.strictObject({
      state: z.enum(budgetingStates),
      amountYen: z.number().exactOptional(),
    }),
  }),
  z.strictObject({
    ...decided,
    track: z.literal('delegated'),
    reasonNotOfficeWide: z.string(),
    replyDue: z.string(),
  }),
]);

const actor = z.strictObject({ id: z.string(), name: z.string() });
const audience: z.ZodType<Audience> = z.strictObject({
  people: z.array(z.strictObject({ personId: z.string(), as: z.literal('proposer') })),
  channels: z.array(z.strictObject({ channelId: z.string(), as: z.enum(['staff', 'owner']) })),
  asOf: z.number(),
});
const entry = {
  seq: z.number().int().positive(),
  occurredAt: z.number(),
  recordedAt: z.number(),
  by: actor,
};

const trailEntryShape: z.ZodType<TrailEntry> = z.discriminatedUnion('kind', [
  z.strictObject({ ...entry, kind: z.literal('received') }),
  z.strictObject({ ...entry, kind: z.literal('review-begun'), reviewer: actor, audience }),
  z.strictObject({ ...entry, kind: z.literal('track-decided'), decision: decisionShape }),
  z.strictObject({ ...entry, kind: z.literal('publication-scheduled'), due: z.number() }),
  z.strictObject({ ...entry, kind: z.literal('publication-undone') }),
  z.strictObject({
    ...entry,
    kind: z.literal('published'),
    status: z.enum(statuses),
    decision: decisionShape,
    decidedSeq: z.number().int(),
    audience,
    notify: z.boolean(),
  }),
]);

/** A whole trail, as it stands in TrailJson: 1, 2, 3 … without gaps. */
export const trailShape: z.ZodType<readonly TrailEntry[]> = z
  .array(trailEntryShape)
  .min(1)
  .refine((entries) => entries.every(({ seq }, index) => seq === index + 1));
