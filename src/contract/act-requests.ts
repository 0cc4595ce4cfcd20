import { z } from 'zod';
import { fieldNames } from '../domain/field-fault.js';

const longestField = 20_000;

/** What was filled in. The rules of the act check it field by field on the server. */
export const actForm = z.partialRecord(z.enum(fieldNames), z.string().max(longestField));

/** POST /api/proposals/:number/<act>. `seq` is the last trail entry that was seen, where the working state was. */
export const actRequest = z.strictObject({
  seq: z.number().int().positive().optional(),
  form: actForm.optional(),
});

/** POST /api/bulk/<act>: a shared form and, for single items, fields that differ. */
export const bulkRequest = z.strictObject({
  items: z
    .array(
      z.strictObject({
        number: z.string().max(20),
        seq: z.number().int().positive().optional(),
        form: actForm.optional(),
      }),
    )
    .min(1)
    .max(60),
  form: actForm.optional(),
});

/** What came of an act on many, as far as a list of results needs it. */
export const bulkAnswer = z.object({
  results: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('changed'), number: z.string() }),
      z.object({
        kind: z.literal('refused'),
        number: z.string(),
        refusal: z.object({ code: z.string(), message: z.string() }),
      }),
    ]),
  ),
});

export type BulkAnswer = z.infer<typeof bulkAnswer>;
export type ActRequest = z.infer<typeof actRequest>;
export type BulkRequest = z.infer<typeof bulkRequest>;

/** POST /api/proposals/:number/endorse, /follow and /take-back-support: nothing is filled in. */
export const supportRequest = z.strictObject({});
