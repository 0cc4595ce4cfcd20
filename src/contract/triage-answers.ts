import { z } from 'zod';
import { channelParts } from '../domain/audience.js';
import { writtenParts } from '../domain/blind/names-proposer.js';
import { startConditions } from '../domain/decision.js';
import { personalDataKinds } from '../domain/personal-data/find-personal-details.js';
import { coverages } from '../domain/proposal-state.js';
import { toldHolds } from '../domain/publication-hold.js';
import { statuses } from '../domain/status.js';
import { trailKinds } from '../domain/trail-kinds.js';
import { costLevels, rollouts } from '../domain/triage-marks.js';
import { contentShape, decisionShape } from './proposal-answers.js';
import { receivedForShape } from './received-answers.js';
import {
  attachmentShape,
  opinionRequestShape,
  outcomeShape,
  pendingShape,
  presentationShape,
  progressShape,
} from './state-shapes.js';

const instant = z.number().int();

/** Where the publication of the decision in force stands. */
export const publicationShape = z.discriminatedUnion('state', [
  z.object({ state: z.literal('nothing') }),
  /** `held`: asked for, and taken back when it was due; why, as the secretariat reads it. */
  z.object({ state: z.literal('unpublished'), held: z.enum(toldHolds).optional() }),
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
  /** 要確認: numbers of proposals whose items in SharePoint are not as the product wrote them. */
  toCheck: z.array(z.string()),
  /** When the register last caught up with SharePoint. */
  asOf: instant,
  /** Now is quiet time: whatever is published now is told from then on. */
  quietUntil: instant.optional(),
});

/** A line of the working trail. */
export const workingTrailEntryShape = z.object({
  seq: z.number().int(),
  kind: z.enum(trailKinds),
  occurredAt: instant,
  byName: z.string().optional(),
  decision: decisionShape.optional(),
  due: instant.optional(),
  /** Why a publication was held when it was due. */
  held: z.enum(toldHolds).optional(),
  /** What its texts looked to hold when it was sent all the same. */
  personalData: z.array(z.enum(personalDataKinds)).optional(),
  /** A question, an answer, a reason or a note. */
  text: z.string().optional(),
});

/** What the working state holds beside status and decision: what was asked, noted, linked and what came of it. */
export const workingPartShape = z.object({
  question: z
    .object({
      text: z.string(),
      askedAt: instant,
      dueOn: z.string(),
      /** The opinion request on whose behalf it is asked. */
      requestId: z.string().optional(),
    })
    .optional(),
  requests: z.array(opinionRequestShape),
  ...outcomeShape,
  links: z.array(
    z.object({
      measureId: z.string(),
      coverage: z.enum(coverages),
      remaining: z.string().optional(),
    }),
  ),
  /** Number of the proposal it is merged into. */
  mergedInto: z.string().optional(),
  marks: z
    .object({
      humanCost: z.enum(costLevels),
      physicalCost: z.enum(costLevels),
      rollout: z.enum(rollouts),
      rolloutReason: z.string().optional(),
      /** What must come first; empty where nothing has to, absent where that is not noted. */
      startConditions: z.array(z.enum(startConditions)).optional(),
    })
    .optional(),
  /** As corrected by the secretariat (T15); the proposer's own stands in the content. */
  classification: z
    .object({ categoryId: z.string(), isDigital: z.boolean(), costNeeded: z.boolean() })
    .optional(),
  issueGroupId: z.string().optional(),
  hidden: z.object({ reason: z.string() }).optional(),
  priority: z
    .object({
      team: z.string(),
      milestones: z.array(
        z.object({ title: z.string(), dueOn: z.string(), doneOn: z.string().optional() }),
      ),
    })
    .optional(),
  presentation: presentationShape.optional(),
  progress: progressShape.optional(),
});

/** GET /api/triage/:number and the answer of every act on one proposal. */
export const triageItemAnswer = triageRowShape.extend({
  content: contentShape,
  decision: decisionShape.optional(),
  receivedFor: receivedForShape.optional(),
  attachment: attachmentShape.optional(),
  pending: pendingShape.optional(),
  published: z.object({
    status: z.enum(statuses),
    at: instant,
    decision: decisionShape.optional(),
  }),
  /** The parts of the text that name the own office or the name of who proposed it; absent where none does. */
  namesProposer: z.array(z.enum(writtenParts)).optional(),
  working: workingPartShape,
  trail: z.array(workingTrailEntryShape),
});

/** The result of an act for each of many. */
export const bulkTriageAnswer = z.object({
  results: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('changed'), number: z.string(), item: triageItemAnswer }),
      z.object({
        kind: z.literal('refused'),
        number: z.string(),
        refusal: z.object({ code: z.string(), message: z.string() }),
        /** The present item, where it no longer is what was seen. */
        item: triageItemAnswer.optional(),
      }),
    ]),
  ),
});

/** GET /api/triage/:number/reach: whom a publication of the present decision would tell, before it is asked for. */
export const reachAnswer = z.object({
  people: z.number().int(),
  channels: z.array(z.object({ label: z.string(), as: z.enum(channelParts) })),
});

export type TriageRow = z.infer<typeof triageRowShape>;
export type TriageAnswer = z.infer<typeof triageAnswer>;
export type WorkingPart = z.infer<typeof workingPartShape>;
export type TriageItem = z.infer<typeof triageItemAnswer>;
export type BulkTriageAnswer = z.infer<typeof bulkTriageAnswer>;
export type ReachAnswer = z.infer<typeof reachAnswer>;
export type Publication = z.infer<typeof publicationShape>;
