import type { ActContext } from './act-context.js';

/**
 * Whether following the pointers from a proposal ends at one that was withdrawn: nobody would handle what is merged
 * into it. Nothing is merged so, and no such merge is told.
 */
export function endsWithdrawn(
  id: string | undefined,
  { proposal }: Pick<ActContext, 'proposal'>,
): boolean {
  const seen = new Set<string>();
  let present = id;
  while (present !== undefined && !seen.has(present)) {
    seen.add(present);
    const found = proposal(present);
    if (found?.status === 'withdrawn') return true;
    present = found?.mergedInto;
  }
  return false;
}
