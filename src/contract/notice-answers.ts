import { z } from 'zod';

const count = z.number().int();

/** GET /api/notices/held: what the ledger lost and an administrator decides, oldest first, and what became of all notices. */
export const heldNoticesAnswer = z.object({
  /** How many are held; `notices` shows the first of them. */
  total: count,
  notices: z.array(
    z.object({
      /** Id of the item in the ledger. */
      id: z.string(),
      /** Of a proposal. */
      number: z.string().optional(),
      /** Of a measure or a release set. */
      title: z.string().optional(),
      kind: z.enum(['receipt', 'review-begun', 'published']).optional(),
      place: z.enum(['people', 'channel']),
      recipients: count,
      recordedAt: count.optional(),
      heldAt: count,
    }),
  ),
  balance: z.object({
    delivered: count,
    unconfirmed: count,
    undeliverable: count,
    suppressed: count,
    held: count,
    pending: count,
  }),
});

/** POST /api/notices/held/release and /dismiss. */
export const settleHeldRequest = z.strictObject({
  ids: z.array(z.string().min(1).max(40)).min(1).max(60),
});

/** The result for each of many. */
export const settleHeldAnswer = z.object({
  results: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('settled'), id: z.string() }),
      z.object({
        kind: z.literal('refused'),
        id: z.string(),
        refusal: z.object({ code: z.string(), message: z.string() }),
      }),
    ]),
  ),
});

export type HeldNoticesAnswer = z.infer<typeof heldNoticesAnswer>;
export type SettleHeldAnswer = z.infer<typeof settleHeldAnswer>;
