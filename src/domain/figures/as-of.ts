import type { Instant } from '../instant.js';
import type { Proposal } from '../proposal.js';
import { replay } from '../replay.js';
import type { TrailEntry } from '../trail.js';

/**
 * A proposal as it was known at an instant: what was recorded by then (domain 4), and whatever stands before it in the
 * trail, should clocks have differed. Undefined where it was not received yet. `trail` is the whole one, with what
 * lies in the archive.
 */
export function proposalAsOf(trail: readonly TrailEntry[], at: Instant): Proposal | undefined {
  const known = trail.slice(0, trail.findLastIndex(({ recordedAt }) => recordedAt <= at) + 1);
  return known.length === 0 ? undefined : replay(known);
}
