import { z } from 'zod';
import {
  budgetingStates,
  budgetKinds,
  delegationKinds,
  horizons,
  startConditions,
  tracks,
} from '../domain/decision.js';
import { scopeHints } from '../domain/proposal-content.js';
import { statuses } from '../domain/status.js';

/** Instants travel as milliseconds since 1970, days as `YYYY-MM-DD`, months as `YYYY-MM`. */
const instant = z.number().int();

/** The office that realises a proposal; labels are looked up in the masters answer. */
export const ownerShape = z.object({ departmentId: z.string(), sectionId: z.string().optional() });

const decisionBase = { owner: ownerShape, reason: z.string() };

/** A decision as stored, by track. */
export const decisionShape = z.discriminatedUnion('track', [
  z.object({
    ...decisionBase,
    track: z.literal(tracks[0]),
    targetMonth: z.string(),
    costBasis: z.string(),
  }),
  z.object({
    ...decisionBase,
    track: z.literal(tracks[1]),
    startMonth: z.string(),
    startConditions: z.array(z.enum(startConditions)),
  }),
  z.object({
    ...decisionBase,
    track: z.literal(tracks[2]),
    horizon: z.enum(horizons),
    targetFiscalYear: z.number().int(),
    budgeting: z.object({
      state: z.enum(budgetingStates),
      amountYen: z.number().optional(),
      kind: z.enum(budgetKinds).optional(),
    }),
  }),
  z.object({
    ...decisionBase,
    track: z.literal(tracks[3]),
    reasonNotOfficeWide: z.string(),
    kind: z.enum(delegationKinds),
    replyDue: z.string(),
  }),
]);

/** What a proposer wrote. */
export const contentShape = z.object({
  title: z.string(),
  currentProblem: z.string(),
  proposedContent: z.string(),
  expectedEffect: z.string().optional(),
  effectHoursPerYear: z.number().optional(),
  effectYenPerYear: z.number().optional(),
  categoryId: z.string(),
  themeId: z.string().optional(),
  isDigital: z.boolean(),
  cost: z.object({ needed: z.boolean(), estimateYen: z.number().optional() }),
  scopeHint: z.enum(scopeHints),
  namePublication: z.boolean(),
});

/** One line of the published trail: what, when, and the decision that was published. */
export const publishedTrailEntryShape = z.object({
  /** Place in the published trail, from 1; the working trail's own numbers would tell of what is not published. */
  seq: z.number().int(),
  kind: z.enum(['received', 'content-edited', 'review-begun', 'withdrawn', 'published']),
  occurredAt: instant,
  status: z.enum(statuses),
  decision: decisionShape.optional(),
});

/** The published state in one line. */
export const proposalRowShape = z.object({
  number: z.string(),
  title: z.string(),
  status: z.enum(statuses),
  statusAt: instant,
  receivedAt: instant,
  decision: decisionShape.optional(),
});

/** GET /api/my-proposals: newest number first. */
export const myProposalsAnswer = z.object({
  proposals: z.array(proposalRowShape),
  campaign: z
    .object({ title: z.string(), closesAt: instant.optional(), isSample: z.boolean() })
    .optional(),
});

/** GET /api/proposals/:number: the published state, whole. `mine` tells whose it is, without a name. */
export const proposalAnswer = proposalRowShape.extend({
  content: contentShape,
  mine: z.boolean(),
  proposerName: z.string().optional(),
  trail: z.array(publishedTrailEntryShape),
});

export type ProposalRow = z.infer<typeof proposalRowShape>;
export type MyProposalsAnswer = z.infer<typeof myProposalsAnswer>;
export type ProposalAnswer = z.infer<typeof proposalAnswer>;
export type PublishedTrailEntry = z.infer<typeof publishedTrailEntryShape>;
export type DecisionAnswer = z.infer<typeof decisionShape>;
