import { z } from 'zod';

/** GET /api/list-faults: what in the lists is not as the product wrote it, with the remedy in the caller's language. */
export const listFaultsAnswer = z.object({
  faults: z.array(
    z.object({
      list: z.string(),
      /** The name people see. */
      listName: z.string(),
      itemId: z.string(),
      number: z.string().optional(),
      code: z.enum(['unreadable', 'doubled', 'not-in-trail']),
      text: z.string(),
      /** Whether POST /api/list-faults/restore puts it right. */
      canRestore: z.boolean(),
    }),
  ),
  /** Proposal numbers that nobody holds any more. */
  missing: z.array(
    z.object({ first: z.string(), last: z.string(), count: z.number().int(), text: z.string() }),
  ),
});

/** POST /api/list-faults/restore; answered like GET /api/list-faults. */
export const restoreRequest = z.strictObject({
  list: z.string().min(1).max(40),
  itemId: z.string().min(1).max(40),
});

export type ListFaultsAnswer = z.infer<typeof listFaultsAnswer>;
