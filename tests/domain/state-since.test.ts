import type { Proposal } from '../../src/domain/proposal.js';
import { lastUpdateOf, stateSince } from '../../src/domain/state-since.js';
import type { TrailEntry } from '../../src/domain/trail.js';
import { trailKinds } from '../../src/domain/trail-kinds.js';
import { receivedProposal, secretary } from '../support/sample-proposals.js';

const received = receivedProposal();
const { receivedAt } = received;
const dayMs = 86_400_000;

/** A received proposal after one more entry of a kind, a day later. Only the kind and the time are looked at. */
function afterOne(kind: TrailEntry['kind']): Proposal {
  const at = receivedAt + dayMs;
  const entry = { seq: 2, kind, occurredAt: at, recordedAt: at, by: secretary } as TrailEntry;
  return { ...received, trail: [...received.trail, entry] };
}

const done: readonly TrailEntry['kind'][] = [
  ...(['file-attached', 'file-removed'] as const),
  ...(['content-edited', 'co-proposer-invited', 'co-proposer-answered'] as const),
  ...(['opinion-requested', 'opinion-given', 'opinion-returned', 'handed-over'] as const),
  ...(['marked', 'reclassified', 'grouped', 'hidden-set', 'note-added'] as const),
  ...(['progress-reported', 'confirmation-asked', 'priority-set'] as const),
  ...(['presentation-invited', 'presentation-answered'] as const),
];
const told: readonly TrailEntry['kind'][] = [
  ...(['reminded', 'publication-scheduled', 'publication-undone', 'published'] as const),
];
const moved = trailKinds.filter((kind) => !done.includes(kind) && !told.includes(kind));

const since = (proposal: Proposal) =>
  [stateSince(proposal), lastUpdateOf(proposal)].map((at) => (at - receivedAt) / dayMs);

test.each(moved)('after %s a proposal stands where it did not stand before', (kind) => {
  expect(since(afterOne(kind))).toEqual([1, 1]);
});

test.each(done)('%s is news of a proposal in its place', (kind) => {
  expect(since(afterOne(kind))).toEqual([0, 1]);
});

test.each(told)('%s is neither: telling and reminding do nothing about it', (kind) => {
  expect(since(afterOne(kind))).toEqual([0, 0]);
});

test('where the entry lies in the archive, the oldest one at hand counts', () => {
  const { trail } = afterOne('note-added');
  expect(since({ ...received, trail: trail.slice(1) })).toEqual([1, 1]);
  expect(since({ ...received, trail: [] })).toEqual([0, 0]);
});
