import type { Act } from './act.js';
import type { Instant } from './instant.js';
import type { Actor } from './person.js';
import type { OnCourse } from './trail-course.js';

/** What every trail entry says: its place in the trail, when it happened, when it was written, who did it. */
export interface TrailEntryBase {
  /** 1, 2, 3 … without gaps. */
  readonly seq: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly by: Actor;
  /** The id of the event of another item that brought it about. */
  readonly cause?: string;
}

/** An event as a trail keeps it. */
export type Entry<E> = TrailEntryBase & E;

/** The place of the last entry; 0 for an empty trail. The oldest entries of a long trail may lie in the archive. */
export function lastSeq(trail: readonly TrailEntryBase[]): number {
  return trail.at(-1)?.seq ?? 0;
}

interface Trailed extends OnCourse {
  readonly trail: readonly TrailEntryBase[];
}

/** The place of the last entry of what has a trail; 0 for an empty one. */
export function lastSeqOf(item: Trailed): number {
  return item.course?.lastSeq ?? lastSeq(item.trail);
}

/** The place of the oldest entry at hand; undefined where there is none. */
export function firstSeqOf(item: Trailed): number | undefined {
  return item.course?.firstSeq ?? item.trail[0]?.seq;
}

/** The entry at a place; undefined where it is not there, or in the archive. */
export function entryAt<T extends TrailEntryBase>(trail: readonly T[], seq: number): T | undefined {
  return trail[seq - (trail[0]?.seq ?? 1)];
}

/** An event at the place after the last one of a trail. */
export function entryAfter<E>(
  trail: readonly TrailEntryBase[],
  { by, at, cause }: Act,
  event: E,
): Entry<E> {
  const seq = lastSeq(trail) + 1;
  // Of two writers the later one may have begun earlier; a trail is never recorded backwards.
  const recordedAt = Math.max(at, trail.at(-1)?.recordedAt ?? at);
  const base = { seq, occurredAt: at, recordedAt, by };
  return { ...base, ...(cause !== undefined && { cause }), ...event };
}
