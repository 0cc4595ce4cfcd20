import type { Instant } from './instant.js';
import type { Proposal } from './proposal.js';
import type { TrailEntry } from './trail.js';

/** Entries after which a proposal stands where it did not stand before. */
const moves: ReadonlySet<TrailEntry['kind']> = new Set([
  'received',
  'review-begun',
  'question-asked',
  'question-answered',
  'question-dropped',
  'track-decided',
  'returned',
  'delegation-replied',
  'confirmation-declined',
  'found-difficult',
  'excluded',
  're-examined',
  'reopened',
  'started',
  'measure-linked',
  'measure-unlinked',
  'partly-realised',
  'realised',
  'corrected',
  'merged',
  'unmerged',
]);

/** Entries that are no news of the proposal itself. */
const silent: ReadonlySet<TrailEntry['kind']> = new Set([
  'reminded',
  'publication-scheduled',
  'publication-undone',
  'published',
]);

/**
 * Since when a proposal stands where it stands. Where the entry lies in the archive, the oldest one at hand: the
 * proposal stands there for at least as long.
 */
export function stateSince({ trail, receivedAt }: Proposal): Instant {
  const entry = trail.findLast(({ kind }) => moves.has(kind)) ?? trail[0];
  return entry?.occurredAt ?? receivedAt;
}

/** When somebody last did something about it 最終更新; telling and reminding do not count. */
export function lastUpdateOf({ trail, receivedAt }: Proposal): Instant {
  return trail.findLast(({ kind }) => !silent.has(kind))?.occurredAt ?? receivedAt;
}
