import type { Decision } from './decision.js';
import type { TrailEntry } from './trail.js';

/** Most characters of a trail written as JSON; what stores it refuses more (protocols: decide and change). */
export const longestTrail = 45_000;

/** Room for a release with its frozen audience of some fifty channels, or for an undo. */
const roomForRelease = 6_000;
/** After a decision there is room to schedule and undo its publication a few times as well. */
const roomForScheduling = 2_000;

/** What a publication would come to: the decision stands in its entry once more. */
function sizePublished(trail: readonly TrailEntry[], decision: Decision): number {
  return JSON.stringify(trail).length + JSON.stringify(decision).length + roomForRelease;
}

/** Whether a publication just scheduled can still be carried out or undone. */
export function hasRoomToRelease(trail: readonly TrailEntry[], decision: Decision): boolean {
  return sizePublished(trail, decision) <= longestTrail;
}

/** Whether a decision just made can still be scheduled and published. */
export function hasRoomToPublish(trail: readonly TrailEntry[], decision: Decision): boolean {
  return sizePublished(trail, decision) + roomForScheduling <= longestTrail;
}
