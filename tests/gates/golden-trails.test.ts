import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IssueGroupEvent } from '../../src/domain/issue-groups/issue-group-events.js';
import { replayIssueGroup } from '../../src/domain/issue-groups/replay-issue-group.js';
import type { MeasureEvent } from '../../src/domain/measures/measure-events.js';
import { replayMeasure } from '../../src/domain/measures/replay-measure.js';
import type { ReleaseEvent } from '../../src/domain/releases/release-events.js';
import { replayRelease } from '../../src/domain/releases/replay-release-set.js';
import { replay } from '../../src/domain/replay.js';
import { trailKinds } from '../../src/domain/trail-kinds.js';
import { measureTrailShape } from '../../src/graph/lists/measure-shapes.js';
import { proposals } from '../../src/graph/lists/proposals.js';
import { releaseTrailShape } from '../../src/graph/lists/release-shapes.js';
import { trailShape } from '../../src/graph/lists/trail-shapes.js';

/** A trail as a version of the product has stored it, and what it gave then, without the trail. */
interface GoldenTrail {
  readonly trail: readonly { readonly kind: string; readonly seq: number }[];
  readonly gives: object;
}

function goldenTrails(of: string): readonly GoldenTrail[] {
  const file = join(__dirname, '..', 'fixtures', 'trails', `${of}.jsonl`);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line): GoldenTrail => JSON.parse(line));
}

/** What a value is once it was stored as JSON. */
function withoutTrail<T extends { readonly trail: unknown }>({ trail: _, ...gives }: T): unknown {
  return JSON.parse(JSON.stringify(gives));
}

// Complete, or they do not compile.
const measureKinds: Readonly<Record<MeasureEvent['kind'], true>> = {
  created: true,
  edited: true,
  corrected: true,
  withdrawn: true,
  reinstated: true,
  'publication-scheduled': true,
  'publication-undone': true,
  published: true,
  'drive-begun': true,
  'drive-ended': true,
};
const releaseKinds: Readonly<Record<ReleaseEvent['kind'], true>> = {
  created: true,
  edited: true,
  added: true,
  removed: true,
  'quiet-time-asked': true,
  'quiet-time-confirmed': true,
  'quiet-time-declined': true,
  scheduled: true,
  excepted: true,
  cancelled: true,
  'release-begun': true,
  released: true,
};
const groupKinds: Readonly<Record<IssueGroupEvent['kind'], true>> = {
  created: true,
  'label-confirmed': true,
  renamed: true,
  dissolved: true,
};

/** What stored entries are taken for: they are read by the shapes of the lists, where there is one. */
const kinds = [
  {
    of: 'proposals',
    apply: (trail: unknown) => withoutTrail(replay(trailShape.parse(trail))),
    all: trailKinds,
  },
  {
    of: 'measures',
    apply: (trail: unknown) => withoutTrail(replayMeasure(measureTrailShape.parse(trail))),
    all: Object.keys(measureKinds),
  },
  {
    of: 'release-sets',
    apply: (trail: unknown) => withoutTrail(replayRelease(releaseTrailShape.parse(trail))),
    all: Object.keys(releaseKinds),
  },
  {
    of: 'issue-groups',
    apply: (trail: unknown) =>
      withoutTrail(replayIssueGroup(trail as Parameters<typeof replayIssueGroup>[0])),
    all: Object.keys(groupKinds),
  },
] as const;

/**
 * An item whose columns are not what its trail gives counts as changed by hand. So what a stored trail gives may only
 * change together with a migration that writes those items anew (docs/operations/provision.md).
 */
describe.each(kinds)('stored trails of $of', ({ of, apply, all }) => {
  const golden = goldenTrails(of);

  test.each(golden.map(({ trail, gives }, index) => [index + 1, trail, gives] as const))(
    'give what they gave when they were stored (line %i)',
    (_line, trail, gives) => {
      expect(apply(trail)).toStrictEqual(gives);
    },
  );

  test('hold every kind of entry there is', () => {
    const held = new Set(golden.flatMap(({ trail }) => trail.map(({ kind }) => kind)));
    expect(all.filter((kind) => !held.has(kind))).toStrictEqual([]);
  });
});

test('a stored proposal is no item changed by hand, as long as its columns say what its trail gave', () => {
  for (const { trail } of goldenTrails('proposals')) {
    const stored = replay(trailShape.parse(trail));
    const filled = Object.entries(proposals.toFields(stored)).filter(([, cell]) => cell !== null);
    const read = proposals.fromFields(Object.fromEntries(filled), '1');
    expect(proposals.notInTrail?.(read)).toStrictEqual([]);
  }
});
