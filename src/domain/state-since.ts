import type { Instant } from './instant.js';
import type { Proposal } from './proposal.js';
import type { TrailEntry } from './trail.js';

/**
 * What an entry means for how long a proposal has stood where it stands: after a `move` it stands where it did not
 * stand before; `news` is something done about it in its place; `silent` is telling and reminding.
 */
type Meaning = 'move' | 'news' | 'silent';

/** The meaning of every kind. A kind that is not judged here does not compile. */
const meanings: Readonly<Record<TrailEntry['kind'], Meaning>> = {
  received: 'move',
  'content-edited': 'news',
  'file-attached': 'news',
  'file-removed': 'news',
  withdrawn: 'move',
  'co-proposer-invited': 'news',
  'co-proposer-answered': 'news',
  'presentation-answered': 'news',
  'review-begun': 'move',
  'question-asked': 'move',
  'question-answered': 'move',
  'question-dropped': 'move',
  'opinion-requested': 'news',
  'opinion-given': 'news',
  'opinion-returned': 'news',
  'handed-over': 'news',
  marked: 'news',
  reclassified: 'news',
  grouped: 'news',
  'hidden-set': 'news',
  merged: 'move',
  unmerged: 'move',
  'note-added': 'news',
  'track-decided': 'move',
  returned: 'move',
  'delegation-replied': 'move',
  'progress-reported': 'news',
  'confirmation-asked': 'news',
  'confirmation-declined': 'move',
  'found-difficult': 'move',
  excluded: 'move',
  're-examined': 'move',
  reopened: 'move',
  started: 'move',
  'measure-linked': 'move',
  'measure-unlinked': 'move',
  'partly-realised': 'move',
  realised: 'move',
  corrected: 'move',
  'priority-set': 'news',
  'presentation-invited': 'news',
  reminded: 'silent',
  'publication-scheduled': 'silent',
  'publication-undone': 'silent',
  published: 'silent',
};

/**
 * Since when a proposal stands where it stands. Where the entry lies in the archive, the oldest one at hand: the
 * proposal stands there for at least as long.
 */
export function stateSince(proposal: Proposal): Instant {
  return proposal.course?.since ?? sinceOf(proposal.trail) ?? proposal.receivedAt;
}

/** The same of a trail; undefined of an empty one. */
export function sinceOf(trail: readonly TrailEntry[]): Instant | undefined {
  const entry = trail.findLast(({ kind }) => meanings[kind] === 'move') ?? trail[0];
  return entry?.occurredAt;
}

const updates: ReadonlySet<Meaning> = new Set(['move', 'news']);

/** When somebody last did something about it 最終更新; telling and reminding do not count. */
export function lastUpdateOf(proposal: Proposal): Instant {
  return proposal.course?.updatedAt ?? updateOf(proposal.trail) ?? proposal.receivedAt;
}

/** The same of a trail; undefined where it has no such entry. */
export function updateOf(trail: readonly TrailEntry[]): Instant | undefined {
  return trail.findLast(({ kind }) => updates.has(meanings[kind]))?.occurredAt;
}
