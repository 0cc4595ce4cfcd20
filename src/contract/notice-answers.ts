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
  /** Now is quiet time: what is pending is told from then on. */
  quietUntil: count.optional(),
});

const end = z.enum(['delivered', 'unconfirmed', 'undeliverable', 'suppressed', 'held', 'pending']);
const deliveryClass = z.object({
  end,
  /** The reason in words. */
  why: z.string().optional(),
  count,
});

/** GET /api/notices/report: what became of all notices; the classes sum up to `planned` at every instant. */
export const deliveryReportAnswer = z.object({
  asOf: count,
  planned: count,
  classes: z.array(deliveryClass),
  /** How many events are not told whole; `lines` shows the latest of them. */
  total: count,
  lines: z.array(
    z.object({
      number: z.string().optional(),
      title: z.string().optional(),
      kind: z.enum(['receipt', 'review-begun', 'published']).optional(),
      recordedAt: count.optional(),
      place: z.enum(['people', 'channel']),
      planned: count,
      classes: z.array(deliveryClass),
    }),
  ),
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

export type DeliveryReportAnswer = z.infer<typeof deliveryReportAnswer>;
export type HeldNoticesAnswer = z.infer<typeof heldNoticesAnswer>;
export type SettleHeldAnswer = z.infer<typeof settleHeldAnswer>;
