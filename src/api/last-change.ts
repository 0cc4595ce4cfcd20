import { z } from 'zod';
import type { LastChange } from '../contract/common-answers.js';

const time = z.number().int();
const shape = z.object({
  /** Views of what has a trail for the caller; the name is absent where the caller may not know it. */
  trail: z
    .array(
      z.object({
        kind: z.string().optional(),
        at: time.optional(),
        occurredAt: time.optional(),
        byName: z.string().optional(),
      }),
    )
    .optional(),
  /** A proposal as the office sees it that owns it: when, and never by whom (promise 5). */
  updatedAt: time.optional(),
});

/**
 * Who changed something last and when, as far as the view says that the caller gets anyway; undefined where it does not
 * say. A published trail names nobody, and does not tell of what is not published.
 */
export function lastChangeIn(view: object): LastChange | undefined {
  const read = shape.safeParse(view);
  if (!read.success) return undefined;
  const { trail, updatedAt } = read.data;
  // A reminder changes nothing of what anybody decides on.
  const last = trail?.findLast(({ kind }) => kind !== 'reminded');
  if (last?.byName !== undefined) {
    const at = last.occurredAt ?? last.at;
    return at === undefined ? undefined : { at, byName: last.byName };
  }
  return updatedAt === undefined ? undefined : { at: updatedAt };
}
