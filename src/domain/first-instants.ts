import type { Instant } from './instant.js';

/**
 * When something first came about of a proposal. It is kept beside the trail, so that figures asked for at any time
 * need no entries that lie in the archive.
 */
export interface FirstInstants {
  readonly decided?: Instant;
  readonly decisionTold?: Instant;
  readonly realised?: Instant;
  readonly realisationTold?: Instant;
}

/** The instants with one more, where that did not come about before. */
export function withFirst(
  firsts: FirstInstants | undefined,
  what: keyof FirstInstants,
  at: Instant,
): FirstInstants {
  return { [what]: at, ...firsts };
}
