import { z } from 'zod';
import { demandableFields } from '../domain/campaign.js';
import { officeKinds } from '../domain/person.js';
import { personalDataKinds } from '../domain/personal-data/find-personal-details.js';
import { typedForm } from './draft-answers.js';
import { hintsAnswer } from './similar-answers.js';

const instant = z.number().int();

/** GET /api/proposal-form: what a new form begins with. Its token, and when it was opened, are its page's to say. */
export const proposalFormAnswer = z.object({
  /** Absent while no campaign takes proposals of the caller. */
  campaign: z
    .object({
      id: z.string(),
      title: z.string(),
      closesAt: instant.optional(),
      themes: z.array(z.object({ id: z.string(), label: z.string(), labelEn: z.string() })),
      /** What it demands of what others leave open. */
      requiredFields: z.array(z.enum(demandableFields)),
      isSample: z.boolean(),
    })
    .optional(),
  /** What the caller last confirmed. */
  profile: z
    .object({
      departmentId: z.string(),
      sectionId: z.string().optional(),
      gradeId: z.string(),
      officeKind: z.enum(officeKinds),
    })
    .optional(),
});

/** POST /api/my-drafts/:id/submit. */
export const submitRequest = z.strictObject({
  campaignId: z.string().max(255),
  formOpenedAt: instant,
  form: typedForm,
  /** The kinds of personal data that the caller was warned of and sends all the same. */
  confirmed: z.array(z.enum(personalDataKinds)).max(personalDataKinds.length),
  /** Whether what is like it was seen. */
  hasSeenAlike: z.boolean(),
});

/**
 * What came of it. `kept`: safe, number and receipt follow in the chat. `warned` and `alike`: nothing is stored yet, and
 * the caller may send it all the same.
 */
export const submittedAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('received'), number: z.string(), receivedAt: instant }),
  z.object({ kind: z.literal('kept') }),
  z.object({
    kind: z.literal('warned'),
    found: z.array(
      z.object({
        kind: z.enum(personalDataKinds),
        field: z.enum(['title', 'currentProblem', 'proposedContent', 'expectedEffect']),
        text: z.string(),
      }),
    ),
  }),
  z.object({ kind: z.literal('alike'), hints: hintsAnswer.shape.hints }),
]);

export type ProposalFormAnswer = z.infer<typeof proposalFormAnswer>;
export type SubmitRequest = z.infer<typeof submitRequest>;
export type SubmittedAnswer = z.infer<typeof submittedAnswer>;
