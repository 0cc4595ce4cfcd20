import type { Audience } from './audience.js';
import type { Decision } from './decision.js';
import type { Instant } from './instant.js';
import type { Actor } from './person.js';
import type { Status } from './status.js';

/** What every trail entry says: its place in the trail, when it happened, when it was written, who did it. */
export interface TrailEntryBase {
  /** 1, 2, 3 … without gaps. */
  readonly seq: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly by: Actor;
}

/** What happened, with values after the event only (protocols: decide and change). */
export type TrailEvent =
  | { readonly kind: 'received' }
  | { readonly kind: 'review-begun'; readonly reviewer: Actor; readonly audience: Audience }
  | { readonly kind: 'track-decided'; readonly decision: Decision }
  | { readonly kind: 'publication-scheduled'; readonly due: Instant }
  | { readonly kind: 'publication-undone' }
  | {
      readonly kind: 'published';
      readonly status: Status;
      readonly decision: Decision;
      /** The entry whose decision is published. */
      readonly decidedSeq: number;
      /** Frozen: whom this event tells, whatever changes later. */
      readonly audience: Audience;
      /** False for imports and migrations: nobody is told. */
      readonly notify: boolean;
    };

/** One line of the append-only trail 経過. */
export type TrailEntry = TrailEntryBase & TrailEvent;

/** The id of an event, the same for whoever derives it: proposal id and place in the trail. */
export function eventIdOf(proposalId: string, seq: number): string {
  return `${proposalId}:${seq}`;
}

/** Kinds that everyone who may see the proposal may read; the others are the working state's. */
const publicKinds: ReadonlySet<TrailEntry['kind']> = new Set([
  'received',
  'review-begun',
  'published',
]);

/** The part of a trail that the published state consists of (domain 1). */
export function publishedTrail(trail: readonly TrailEntry[]): readonly TrailEntry[] {
  return trail.filter((entry) => publicKinds.has(entry.kind));
}
