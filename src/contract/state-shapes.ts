import { z } from 'zod';
import { attachmentKinds } from '../domain/attachments/attachment.js';
import { progressAnswers } from '../domain/commitments.js';
import { opinionVerdicts } from '../domain/opinion.js';
import {
  coverages,
  exclusionReasons,
  invitations,
  replyAnswers,
} from '../domain/proposal-state.js';
import { statuses } from '../domain/status.js';

const instant = z.number().int();

/** When a proposal was realised; `remaining` where no measure covers the whole. */
export const realisationShape = z.object({
  realisedOn: z.string(),
  remaining: z.string().optional(),
});

/** Why it cannot be realised for the time being, and the fiscal year in which that is looked at again. */
export const difficultyShape = z.object({
  reason: z.string(),
  reexamineFiscalYear: z.number().int(),
});

/** Why it is out of scope. */
export const exclusionShape = z.object({
  reasonCode: z.enum(exclusionReasons),
  reason: z.string(),
});

const asked = { byName: z.string(), at: instant };

/** What waits for the second of two people, with what the first of them said: nobody confirms what cannot be read. */
export const pendingShape = z.discriminatedUnion('what', [
  z.object({ ...asked, what: z.literal('realised'), realisation: realisationShape }),
  z.object({ ...asked, what: z.literal('difficult'), difficulty: difficultyShape }),
  z.object({ ...asked, what: z.literal('out-of-scope'), exclusion: exclusionShape }),
]);

/** What became of a proposal beside its status and decision, as far as it is published. */
export const outcomeShape = {
  start: z.object({ startedOn: z.string(), firstAction: z.string() }).optional(),
  realisation: realisationShape.optional(),
  difficulty: difficultyShape.optional(),
  exclusion: exclusionShape.optional(),
  reply: z
    .object({
      answer: z.enum(replyAnswers),
      by: z.string(),
      text: z.string(),
      repliedAt: instant,
    })
    .optional(),
  wayBack: z
    .object({
      why: z.enum(['returned', 're-examined', 'corrected', 'reopened']),
      reason: z.string(),
    })
    .optional(),
};

/** A published measure that realises a proposal. */
export const publishedLinkShape = z.object({
  measureId: z.string(),
  title: z.string(),
  coverage: z.enum(coverages),
  remaining: z.string().optional(),
});

/** 統合: the proposal that goes on for this one; nothing of it where it is not open to others. */
export const mergedIntoShape = z.object({
  number: z.string().optional(),
  status: z.enum(statuses).optional(),
});

/** One opinion request 意見照会 to an office, with what the office answered. */
export const opinionRequestShape = z.object({
  id: z.string(),
  departmentId: z.string(),
  text: z.string(),
  dueOn: z.string(),
  askedAt: instant,
  /** 伏せ字: the office reads a copy in which the words that name who proposed are blacked out. */
  isRedacted: z.boolean().optional(),
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

/** 進捗照会: what an office last answered. */
export const progressShape = z.object({
  answer: z.enum(progressAnswers),
  note: z.string().optional(),
  at: instant,
});

/** 発表候補: the meeting at which those who proposed are invited to present it, and what they answered. */
export const presentationShape = z.object({
  meeting: z.string(),
  heldOn: z.string(),
  answer: z.enum(['invited', 'accepted', 'declined']),
});

/** A co-proposer 共同提案者 as those who propose see one another. */
export const coProposerShape = z.object({ name: z.string(), answer: z.enum(invitations) });

export type PendingAnswer = z.infer<typeof pendingShape>;

/** The file of a proposal 添付: the name under which it is handed out, what it is, its bytes and since when. */
export const attachmentShape = z.object({
  name: z.string(),
  kind: z.enum(attachmentKinds),
  size: z.number().int(),
  at: z.number().int(),
});

export type AttachmentAnswer = z.infer<typeof attachmentShape>;
