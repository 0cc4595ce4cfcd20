import { z } from 'zod';
import { standings } from '../domain/capacity.js';
import {
  budgetingStates,
  budgetKinds,
  delegationKinds,
  horizons,
  startConditions,
  tracks,
} from '../domain/decision.js';
import { receiptRoutes } from '../domain/new-proposal.js';
import { scopeHints } from '../domain/proposal-content.js';
import { costChoices, searchOrders } from '../domain/search/proposal-search.js';
import { statuses } from '../domain/status.js';
import { supportStates } from '../domain/support.js';
import {
  attachmentShape,
  coProposerShape,
  mergedIntoShape,
  outcomeShape,
  presentationShape,
  publishedLinkShape,
} from './state-shapes.js';

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
  ...outcomeShape,
});

/** What those who proposed were asked, and what they answered. */
export const conversationLineShape = z.object({
  kind: z.enum(['question-asked', 'question-answered', 'question-dropped']),
  occurredAt: instant,
  text: z.string().optional(),
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

/** What the caller said of a proposal: endorsed 賛同 or only followed, since when, and whether it was edited since. */
export const supportShape = z.object({
  state: z.enum(supportStates),
  since: instant,
  editedSince: z.boolean(),
});

/** As what the caller proposes it: alone or as representative, together with others 共同, or only invited so far. */
const standing = z.enum(standings);

/** How many different people endorse it, or any proposal merged with it. */
const supporters = z.number().int();

/** GET /api/my-proposals: newest number first, co-proposed ones too. */
export const myProposalsAnswer = z.object({
  /** When the register last caught up with the lists. */
  asOf: instant,
  proposals: z.array(proposalRowShape.extend({ as: standing, supporters })),
  campaign: z
    .object({ title: z.string(), closesAt: instant.optional(), isSample: z.boolean() })
    .optional(),
});

const namesOf = (text: string): string[] => text.split(',').filter((name) => name !== '');

/** A list of names in a query, divided by commas. */
const listOf = <T extends string>(names: readonly T[]) =>
  z
    .string()
    .max(1_000)
    .transform(namesOf)
    .pipe(z.array(z.enum(names)));

/** The query of GET /api/proposals. What is absent narrows nothing. */
export const everyonesQuery = z.strictObject({
  q: z.string().max(200).default(''),
  status: listOf(statuses).default([]),
  category: z.string().max(1_000).transform(namesOf).default([]),
  cost: listOf(costChoices).default([]),
  order: z.enum(searchOrders).default('relevance'),
  from: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const spanShape = z.object({ start: z.number().int(), end: z.number().int() });

/** GET /api/proposals: みんなの提案, what the caller may see of all proposals. */
export const everyonesAnswer = z.object({
  asOf: instant,
  /** How many the caller may see at all, and how many were found. */
  all: z.number().int(),
  found: z.number().int(),
  /** Whether every text has been looked at; right after a start many are not read yet. */
  isComplete: z.boolean(),
  /** How many there would be of each, under the words and the choices of the other facets; none is left out. */
  facets: z.object({
    status: z.record(z.string(), z.number().int()),
    category: z.record(z.string(), z.number().int()),
    cost: z.record(z.string(), z.number().int()),
  }),
  from: z.number().int(),
  rows: z.array(
    proposalRowShape.extend({
      mine: z.boolean(),
      supporters,
      support: supportShape.optional(),
      /** Where the words stand in the title. */
      marks: z.array(spanShape),
    }),
  ),
});

/**
 * GET /api/proposals/:number: the published state, whole. `mine` tells whose it is, without a name. `question` and
 * `conversation` only for those who proposed it, alone or together.
 */
export const proposalAnswer = proposalRowShape.extend({
  content: contentShape,
  mine: z.boolean(),
  as: standing.optional(),
  supporters,
  support: supportShape.optional(),
  /** What the secretariat asks of those who proposed it, and until when. */
  question: z.object({ text: z.string(), dueOn: z.string() }).optional(),
  /** The invitation to present it; only for those who proposed it. */
  presentation: presentationShape.optional(),
  /** 共同提案者 with what each answered; only for who proposed it and those who accepted. */
  coProposers: z.array(coProposerShape).optional(),
  /** The file; only for those who proposed it. */
  attachment: attachmentShape.optional(),
  /** Whether the caller may attach, replace and take back a file now. */
  mayAttach: z.literal(true).optional(),
  /** Whether the caller may take the proposal back now 取下げ. */
  mayWithdraw: z.literal(true).optional(),
  proposerName: z.string().optional(),
  /** 代理受付: who entered it and how it came; only for those who proposed it. */
  receivedFor: z.object({ byName: z.string(), route: z.enum(receiptRoutes) }).optional(),
  ...outcomeShape,
  links: z.array(publishedLinkShape),
  mergedInto: mergedIntoShape.optional(),
  conversation: z.array(conversationLineShape).optional(),
  trail: z.array(publishedTrailEntryShape),
});

/** GET /api/my-supports: what the caller endorses or follows and may still see, latest word first. */
export const mySupportsAnswer = z.object({
  proposals: z.array(proposalRowShape.extend({ supporters, support: supportShape })),
});

export type SupportAnswer = z.infer<typeof supportShape>;
export type MySupportsAnswer = z.infer<typeof mySupportsAnswer>;
export type EveryonesAnswer = z.infer<typeof everyonesAnswer>;
export type ProposalRow = z.infer<typeof proposalRowShape>;
export type MyProposalsAnswer = z.infer<typeof myProposalsAnswer>;
export type ProposalAnswer = z.infer<typeof proposalAnswer>;
export type PublishedTrailEntry = z.infer<typeof publishedTrailEntryShape>;
export type ConversationLine = z.infer<typeof conversationLineShape>;
export type DecisionAnswer = z.infer<typeof decisionShape>;
