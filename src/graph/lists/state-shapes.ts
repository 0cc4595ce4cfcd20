import { z } from 'zod';
import { attachmentKinds } from '../../domain/attachments/attachment.js';
import { progressAnswers } from '../../domain/commitments.js';
import {
  budgetingStates,
  budgetKinds,
  type Decision,
  delegationKinds,
  horizons,
  startConditions,
} from '../../domain/decision.js';
import { receiptRoutes } from '../../domain/new-proposal.js';
import { opinionVerdicts } from '../../domain/opinion.js';
import {
  coverages,
  exclusionReasons,
  type ProposalState,
  replyAnswers,
} from '../../domain/proposal-state.js';
import { awaitedKinds, reminderSteps } from '../../domain/reminder.js';
import { statuses } from '../../domain/status.js';
import { costLevels, rollouts } from '../../domain/triage-marks.js';

// Strict, so that what a newer version of the product stored is never read as less and written back as less.
const owner = z.strictObject({
  departmentId: z.string(),
  sectionId: z.string().exactOptional(),
});
const decided = { owner, reason: z.string() };

/** A decision as it stands in the columns of a proposal and in its trail. */
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
      kind: z.enum(budgetKinds).exactOptional(),
    }),
  }),
  z.strictObject({
    ...decided,
    track: z.literal('delegated'),
    reasonNotOfficeWide: z.string(),
    kind: z.enum(delegationKinds),
    replyDue: z.string(),
  }),
]);

/** Who did something. */
export const actorShape = z.strictObject({ id: z.string(), name: z.string() });

export const linkShape = z.strictObject({
  measureId: z.string(),
  coverage: z.enum(coverages),
  remaining: z.string().exactOptional(),
});

export const startShape = z.strictObject({ startedOn: z.string(), firstAction: z.string() });

export const realisationShape = z.strictObject({
  realisedOn: z.string(),
  remaining: z.string().exactOptional(),
});

export const difficultyShape = z.strictObject({
  reason: z.string(),
  reexamineFiscalYear: z.number().int(),
});

export const exclusionShape = z.strictObject({
  reasonCode: z.enum(exclusionReasons),
  reason: z.string(),
});

const reply = z.strictObject({
  answer: z.enum(replyAnswers),
  by: z.string(),
  text: z.string(),
  repliedAt: z.number(),
});

const wayBack = z.strictObject({
  why: z.enum(['returned', 're-examined', 'corrected', 'reopened']),
  reason: z.string(),
});

const stateFields = {
  start: startShape.exactOptional(),
  links: z.array(linkShape).exactOptional(),
  realisation: realisationShape.exactOptional(),
  difficulty: difficultyShape.exactOptional(),
  exclusion: exclusionShape.exactOptional(),
  reply: reply.exactOptional(),
  wayBack: wayBack.exactOptional(),
  mergedInto: z.string().exactOptional(),
};

/** What is published of a proposal. */
export const publishableShape: z.ZodType<ProposalState> = z.strictObject({
  status: z.enum(statuses),
  decision: decisionShape.exactOptional(),
  ...stateFields,
});

export const classificationShape = z.strictObject({
  categoryId: z.string(),
  isDigital: z.boolean(),
  costNeeded: z.boolean(),
});

export const marksShape = z.strictObject({
  humanCost: z.enum(costLevels),
  physicalCost: z.enum(costLevels),
  rollout: z.enum(rollouts),
  rolloutReason: z.string().exactOptional(),
  startConditions: z.array(z.enum(startConditions)).exactOptional(),
});

export const priorityShape = z.strictObject({
  team: z.string(),
  milestones: z.array(
    z.strictObject({ title: z.string(), dueOn: z.string(), doneOn: z.string().exactOptional() }),
  ),
});

export const confirmableShape = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('realised'), realisation: realisationShape }),
  z.strictObject({ what: z.literal('difficult'), difficulty: difficultyShape }),
  z.strictObject({ what: z.literal('out-of-scope'), exclusion: exclusionShape }),
]);

const asked = { seq: z.number().int(), by: actorShape, at: z.number() };

export const releaseShape = z.strictObject({
  setId: z.string(),
  title: z.string(),
  despiteQuietTime: z.literal(true).exactOptional(),
});

const firsts = z.strictObject({
  decided: z.number().exactOptional(),
  decisionTold: z.number().exactOptional(),
  realised: z.number().exactOptional(),
  realisationTold: z.number().exactOptional(),
});

/** A file as it is kept. */
export const fileFields = {
  kind: z.enum(attachmentKinds),
  size: z.number().int().positive(),
  digest: z.string(),
  key: z.string(),
};

/** What has no column of its own of a proposal's working state. */
export const workingShape = z.strictObject({
  ...stateFields,
  coProposers: z.array(
    z.strictObject({
      personId: z.string(),
      name: z.string(),
      answer: z.enum(['invited', 'accepted', 'declined']),
    }),
  ),
  opinions: z.array(
    z.strictObject({
      id: z.string(),
      departmentId: z.string(),
      text: z.string(),
      dueOn: z.string(),
      askedAt: z.number(),
      blackedOut: z.array(z.string()).exactOptional(),
      opinion: z
        .strictObject({
          verdict: z.enum(opinionVerdicts),
          text: z.string(),
          by: actorShape,
          at: z.number(),
        })
        .exactOptional(),
      returned: z
        .strictObject({
          reason: z.string(),
          suggestedDepartmentId: z.string().exactOptional(),
          by: actorShape,
          at: z.number(),
        })
        .exactOptional(),
    }),
  ),
  attachment: z.strictObject({ ...fileFields, at: z.number() }).exactOptional(),
  question: z
    .strictObject({
      text: z.string(),
      askedAt: z.number(),
      dueOn: z.string(),
      resume: z.enum(['received', 'reviewing']),
      requestId: z.string().exactOptional(),
    })
    .exactOptional(),
  pending: z
    .discriminatedUnion('what', [
      z.strictObject({ what: z.literal('realised'), realisation: realisationShape, ...asked }),
      z.strictObject({ what: z.literal('difficult'), difficulty: difficultyShape, ...asked }),
      z.strictObject({ what: z.literal('out-of-scope'), exclusion: exclusionShape, ...asked }),
    ])
    .exactOptional(),
  marks: marksShape.exactOptional(),
  firsts: firsts.exactOptional(),
  classification: classificationShape.exactOptional(),
  issueGroupId: z.string().exactOptional(),
  hidden: z.strictObject({ reason: z.string() }).exactOptional(),
  priority: priorityShape.exactOptional(),
  presentation: z
    .strictObject({
      meeting: z.string(),
      heldOn: z.string(),
      answer: z.enum(['invited', 'accepted', 'declined']),
    })
    .exactOptional(),
  progress: z
    .strictObject({
      answer: z.enum(progressAnswers),
      note: z.string().exactOptional(),
      at: z.number(),
    })
    .exactOptional(),
  reminders: z
    .array(
      z.strictObject({
        about: z.enum(awaitedKinds),
        target: z.string(),
        step: z.enum(reminderSteps),
      }),
    )
    .exactOptional(),
  reconsidered: z.boolean().exactOptional(),
  receivedFor: z.strictObject({ by: actorShape, route: z.enum(receiptRoutes) }).exactOptional(),
  release: releaseShape.exactOptional(),
});

/** See `workingShape`. */
export type WorkingRecord = z.infer<typeof workingShape>;
