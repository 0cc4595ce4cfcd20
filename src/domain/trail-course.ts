import type { Instant } from './instant.js';
import type { PublicationHold } from './publication-hold.js';

/**
 * What lists, queues and sweeps need to know of a trail, read off it once: they look at every proposal, and trails are
 * the larger part of them. `readCourse` is the only place that makes one.
 */
export interface TrailCourse {
  /** The place of the oldest entry at hand; later than 1 where some lie in the archive. */
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** When the last entry was recorded. */
  readonly recordedAt: Instant;
  /** Since when it stands where it stands. */
  readonly since: Instant;
  /** When somebody last did something about it. */
  readonly updatedAt: Instant;
  /** How many entries everyone may read. */
  readonly published: number;
  /** The place of the last entry that changed what it says; 0 for none. */
  readonly editedSeq: number;
  /** When it last left the undecided, should it not be one of them. */
  readonly decidedAt?: Instant;
  /** Why the publication that was asked for last was held. */
  readonly heldBecause?: PublicationHold;
  /** The reasons given with the last of these. */
  readonly withdrawnBecause?: string;
  readonly mergedBecause?: string;
}

/** What has a trail and may know its course without looking at it. */
export interface OnCourse {
  /**
   * Only values that the register holds have it, and it is not enumerable: what is made of one by copying it has its
   * trail itself, and no course of before.
   */
  readonly course?: TrailCourse;
}
