import type { Measure } from '../../../src/domain/measures/measure.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import { isAsChosen } from '../../../src/domain/releases/item-progress.js';
import type { TrailEntry } from '../../../src/domain/trail.js';
import { trailKinds } from '../../../src/domain/trail-kinds.js';
import { sampleNow, secretary } from '../../support/sample-proposals.js';

type Kind = TrailEntry['kind'];
const chosen = { seq: 2 };

/** An item that was chosen after its second entry, and one more of a kind. Only seq and kind are looked at. */
function withLater(kind: string): Proposal & Measure {
  const trail = [1, 2, 3].map((seq) => ({
    seq,
    kind: seq === 3 ? kind : 'created',
    occurredAt: sampleNow,
    recordedAt: sampleNow,
    by: secretary,
  }));
  return { trail } as unknown as Proposal & Measure;
}

const saysTheSame: readonly Kind[] = [
  // Who examines it, and what they write for themselves.
  ...(['handed-over', 'marked', 'reclassified', 'grouped', 'note-added', 'priority-set'] as const),
  // What goes on between offices.
  ...(['opinion-requested', 'opinion-given', 'opinion-returned', 'progress-reported'] as const),
  ...(['presentation-invited', 'presentation-answered', 'reminded'] as const),
  // That it was asked to be published, and was not.
  ...(['publication-scheduled', 'publication-undone'] as const),
];
const saysSomethingElse = trailKinds.filter((kind) => !saysTheSame.includes(kind));

test.each([...saysTheSame, 'drive-ended'])('an item says what it said after %s', (kind) => {
  expect(isAsChosen(chosen, withLater(kind))).toBe(true);
});

test.each([...saysSomethingElse, ...['edited', 'corrected', 'reinstated', 'drive-begun']])(
  'an item must be chosen anew after %s',
  (kind) => {
    expect(isAsChosen(chosen, withLater(kind))).toBe(false);
    expect(isAsChosen({ seq: 3 }, withLater(kind))).toBe(true);
  },
);
