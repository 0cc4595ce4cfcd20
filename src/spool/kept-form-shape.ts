import { z } from 'zod';
import { locales } from '../domain/conversation.js';
import type { KeptForm } from '../domain/kept-form.js';
import { officeKinds } from '../domain/person.js';
import { personalDataKinds } from '../domain/personal-data/find-personal-details.js';
import { scopeHints } from '../domain/proposal-content.js';

const amount = z.number().int().nonnegative().exactOptional();

const shape = z.strictObject({
  token: z.string(),
  personId: z.string(),
  personName: z.string(),
  locale: z.enum(locales),
  campaignId: z.string(),
  receivedAt: z.number().int(),
  conversation: z
    .strictObject({
      personId: z.string(),
      conversationId: z.string(),
      serviceUrl: z.string(),
      botId: z.string(),
      userId: z.string(),
      locale: z.enum(locales),
      active: z.boolean(),
      updatedAt: z.number().int(),
    })
    .exactOptional(),
  submission: z.strictObject({
    content: z.strictObject({
      title: z.string(),
      currentProblem: z.string(),
      proposedContent: z.string(),
      expectedEffect: z.string().exactOptional(),
      effectHoursPerYear: amount,
      effectYenPerYear: amount,
      categoryId: z.string(),
      themeId: z.string().exactOptional(),
      isDigital: z.boolean(),
      cost: z.discriminatedUnion('needed', [
        z.strictObject({ needed: z.literal(false) }),
        z.strictObject({ needed: z.literal(true), estimateYen: amount }),
      ]),
      scopeHint: z.enum(scopeHints),
      namePublication: z.boolean(),
    }),
    profile: z.strictObject({
      departmentId: z.string(),
      sectionId: z.string().exactOptional(),
      gradeId: z.string(),
      officeKind: z.enum(officeKinds),
    }),
  }),
  personalData: z.array(z.enum(personalDataKinds)).exactOptional(),
});

/** Reads a kept form from its file; undefined where the file is torn or is not one. */
export function parseKeptForm(text: string): KeptForm | undefined {
  try {
    return shape.parse(JSON.parse(text));
  } catch (fault) {
    if (fault instanceof SyntaxError || fault instanceof z.ZodError) return undefined;
    throw fault;
  }
}
