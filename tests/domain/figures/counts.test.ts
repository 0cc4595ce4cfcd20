import { breakdownOf } from '../../../src/domain/figures/breakdown.js';
import { type Counted, countedIn } from '../../../src/domain/figures/counted.js';
import { crossTable, suppressed } from '../../../src/domain/figures/cross-table.js';
import { figuresOf } from '../../../src/domain/figures/figures.js';
import { percentages } from '../../../src/domain/figures/percentages.js';
import { type Duration, timingOf } from '../../../src/domain/figures/timing.js';
import { trackFigures } from '../../../src/domain/figures/tracks.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import { replay } from '../../../src/domain/replay.js';
import type { Status } from '../../../src/domain/status.js';
import { inStatus } from '../../support/proposal-in-status.js';
import { sampleMasters } from '../../support/sample-masters.js';
import { receivedProposal, sampleDecision } from '../../support/sample-proposals.js';

const dayMs = 86_400_000;
const numbered = (proposal: Proposal, n: number): Proposal => ({
  ...proposal,
  id: `p${n}`,
  number: `R8-000${n}`,
});
const figures = (proposals: readonly Proposal[], endorsersOf = (_: string): string[] => []) =>
  figuresOf(
    {
      proposals: proposals.map(numbered),
      masters: sampleMasters,
      endorsersOf,
      isForAllStaff: () => true,
    },
    'working',
  );

function counted(status: Status, changes: Partial<Counted> = {}): Counted {
  return { proposal: receivedProposal(), status, isMerged: false, isUnseen: false, ...changes };
}

test('realised means wholly or in part, and says how many in part', () => {
  const proposals = (['realised', 'realised', 'partially-realised', 'started'] as const).map(
    inStatus,
  );
  expect(figures(proposals).balance.realised).toEqual({ all: 3, inPart: 1 });
});

test('who supports several proposals is one supporter, and none of what was withdrawn', () => {
  const endorsersOf = (id: string) => (id === 'p2' ? ['c', 'd'] : ['a', 'b']);
  const proposals = [inStatus('reviewing'), inStatus('decided'), inStatus('withdrawn')];
  expect(figures(proposals.slice(0, 2), endorsersOf).supporters).toBe(2);
  expect(figures(proposals, endorsersOf).supporters).toBe(2);
  expect(figures(proposals.toReversed(), endorsersOf).supporters).toBe(4);
});

test('of equal remainders the earlier one is rounded up, and a larger one before it', () => {
  expect(percentages([1, 1, 1, 1, 1, 1])).toEqual([16.7, 16.7, 16.7, 16.7, 16.6, 16.6]);
  expect(percentages([1, 2, 4])).toEqual([14.3, 28.6, 57.1]);
  expect(percentages([4, 2, 1])).toEqual([57.1, 28.6, 14.3]);
});

test('on each axis a proposal stands where it was proposed, unless the secretariat corrected it', () => {
  const proposal = receivedProposal();
  const keys = (changes: Partial<Proposal>) =>
    (['department', 'digital', 'category', 'grade', 'cost'] as const).map((axis) => {
      const only = counted('received', { proposal: { ...proposal, ...changes } });
      return breakdownOf(axis, [only], sampleMasters).rows.map(({ key }) => key)[0];
    });
  expect(keys({})).toEqual(['doboku', 'non-digital', 'paperless', 'shunin', 'not-needed']);
  const { content } = proposal;
  expect(keys({ content: { ...content, isDigital: true, cost: { needed: true } } })).toEqual([
    'doboku',
    'digital',
    'paperless',
    'shunin',
    'needed',
  ]);
  const classification = { categoryId: 'ai', isDigital: true, costNeeded: true };
  expect(keys({ classification })).toEqual(['doboku', 'digital', 'ai', 'shunin', 'needed']);
});

test('bars stand in the order of the masters, the digital and the costly first', () => {
  const [department] = sampleMasters.departments;
  if (!department) throw new Error('no department');
  const masters = {
    ...sampleMasters,
    departments: [
      { ...department, id: 'second', order: 2 },
      { ...department, id: 'third', order: 3 },
      { ...department, id: 'first', order: 1 },
    ],
  };
  const { proposer, content, ...rest } = receivedProposal();
  const proposals = ['third', 'second', 'zz', 'first', 'aa'].map((departmentId, index) =>
    counted('received', {
      proposal: {
        ...rest,
        proposer: { ...proposer, departmentId },
        content: { ...content, isDigital: index > 1, cost: { needed: index > 1 } },
      },
    }),
  );
  const keys = (axis: 'department' | 'digital' | 'cost') =>
    breakdownOf(axis, proposals, masters).rows.map(({ key }) => key);
  expect(keys('department')).toEqual(['first', 'second', 'third', 'aa', 'zz']);
  expect(keys('digital')).toEqual(['digital', 'non-digital']);
  expect(keys('cost')).toEqual(['needed', 'not-needed']);
});

test('tracks, horizons and owners count what is received and goes on by itself', () => {
  const owned = (departmentId: string) => ({ ...sampleDecision, owner: { departmentId } });
  const later = {
    track: 'later',
    owner: { departmentId: 'b' },
    reason: '予算を待つため。',
    horizon: 'medium',
    targetFiscalYear: 2028,
    budgeting: { state: 'considered' },
  } as const;
  const all = [
    counted('decided', { decision: owned('c') }),
    counted('started', { decision: owned('a') }),
    counted('started', { decision: owned('b') }),
    counted('decided', { decision: later }),
    counted('decided', { decision: owned('d'), isMerged: true }),
    counted('withdrawn', { decision: owned('d') }),
    counted('withdrawn'),
    counted('reviewing'),
  ];
  expect(trackFigures(all)).toEqual({
    tracks: [
      { track: 'realise-this-fy', kind: 'count', count: 0 },
      { track: 'start-this-fy', kind: 'count', count: 3 },
      { track: 'later', kind: 'count', count: 1 },
      { track: 'delegated', kind: 'count', count: 0 },
    ],
    horizons: [
      { horizon: 'short', kind: 'count', count: 0 },
      { horizon: 'medium', kind: 'count', count: 1 },
      { horizon: 'long', kind: 'count', count: 0 },
    ],
    owners: [
      { departmentId: 'b', kind: 'count', count: 2 },
      { departmentId: 'a', kind: 'count', count: 1 },
      { departmentId: 'c', kind: 'count', count: 1 },
    ],
    undecided: 1,
  });
});

/** A realised proposal whose every step was taken so many days after its receipt. */
function realisedAfter(days: number): Counted {
  const { trail, receivedAt } = inStatus('realised');
  const moved = trail.map((entry) => ({ ...entry, occurredAt: receivedAt + days * dayMs }));
  return counted('realised', { proposal: replay(moved) });
}

test('how long it took is told by the middle one and by the one that nine of ten do not exceed', () => {
  const ten = [10, 1, 2, 9, 3, 8, 4, 7, 5, 6].map(realisedAfter);
  const both = { kind: 'count', count: 10, medianDays: 5, ninetyPercentDays: 9 };
  expect(timingOf('working', ten)).toEqual({ toDecision: both, toRealisation: both });
  expect(timingOf('published', ten)).toEqual({ toDecision: both, toRealisation: both });
  expect(timingOf('working', [realisedAfter(1.26)]).toRealisation).toEqual({
    kind: 'count',
    count: 1,
    medianDays: 1.3,
    ninetyPercentDays: 1.3,
  });
});

/** The days from the receipt to the steps of one proposal, each entry a day after the one before. */
function daysIn(view: 'working' | 'published', status: Status) {
  const { trail, receivedAt } = inStatus(status);
  const moved = trail.map((entry, index) => ({ ...entry, occurredAt: receivedAt + index * dayMs }));
  const { toDecision, toRealisation } = timingOf(view, [
    counted(status, { proposal: replay(moved) }),
  ]);
  const kinds = trail.map(({ kind }) => kind);
  const daysOf = (duration: Duration) =>
    duration.kind === 'count' ? duration.medianDays : undefined;
  const [first, last] = [daysOf(toDecision), daysOf(toRealisation)];
  return {
    decision: first === undefined ? '' : kinds[first],
    first,
    realisation: last === undefined ? '' : kinds[last],
    last,
    entries: kinds.length,
  };
}

test('those who decide count to the decision and realisation themselves, everyone to their publication', () => {
  const working = daysIn('working', 'realised');
  expect(working).toMatchObject({ decision: 'track-decided', realisation: 'realised' });
  const everyone = daysIn('published', 'realised');
  expect(everyone).toMatchObject({ decision: 'published', realisation: 'published' });
  // The first publication with a decision, and the one that tells of the realisation.
  expect(everyone.first).toBe((working.first ?? 0) + 2);
  expect(everyone.last).toBe(everyone.entries - 1);
  const open = daysIn('published', 'started');
  expect(open).toMatchObject({ decision: 'published', realisation: '' });
  expect(daysIn('published', 'out-of-scope')).toMatchObject({ decision: '', realisation: '' });
});

const shape = (counts: readonly (readonly number[])[]) =>
  suppressed(counts).map((row) => row.map((cell) => (cell.kind === 'count' ? cell.count : '-')));

test('a count of five is shown, one of four is not', () => {
  expect(
    shape([
      [5, 6],
      [7, 8],
    ]),
  ).toEqual([
    [5, 6],
    [7, 8],
  ]);
  expect(
    shape([
      [4, 6],
      [7, 8],
    ]),
  ).toEqual([
    ['-', '-'],
    ['-', '-'],
  ]);
});

test('beside a small count the smallest others are hidden, and what is hidden already costs nothing', () => {
  expect(
    shape([
      [4, 90, 9],
      [50, 60, 70],
      [8, 40, 7],
    ]),
  ).toEqual([
    ['-', 90, '-'],
    [50, 60, 70],
    ['-', 40, '-'],
  ]);
  expect(
    shape([
      [3, 20, 9],
      [20, 20, 20],
      [9, 20, 2],
    ]),
  ).toEqual([
    ['-', 20, '-'],
    [20, 20, 20],
    ['-', 20, '-'],
  ]);
});

test('of one row or column only the small counts are hidden', () => {
  expect(shape([[1, 6, 0]])).toEqual([['-', 6, 0]]);
  expect(shape([])).toEqual([]);
});

test('everyone gets the sums of all cells, and withdrawn proposals stand in none', () => {
  const all = [...Array.from({ length: 6 }, () => counted('received')), counted('withdrawn')];
  const open = crossTable(['department', 'grade'], all, sampleMasters, false);
  expect(open).toEqual({
    rowKeys: ['doboku'],
    columnKeys: ['shunin'],
    cells: [[{ kind: 'count', count: 6 }]],
    rowTotals: [{ kind: 'count', count: 6 }],
    columnTotals: [{ kind: 'count', count: 6 }],
    total: 6,
  });
});

test('those who decide see small cells, everyone else does not', () => {
  const source = {
    proposals: [receivedProposal()],
    masters: sampleMasters,
    endorsersOf: () => [],
    isForAllStaff: () => true,
  };
  const cell = (view: 'working' | 'published') =>
    figuresOf(source, view).departmentByGrade.cells[0]?.[0];
  expect(cell('working')).toEqual({ kind: 'count', count: 1 });
  expect(cell('published')).toEqual({ kind: 'held-back' });
});

test('owners with few proposals of which one is hidden stand last, by their ids and without a count', () => {
  const decision = (departmentId: string) => ({ ...sampleDecision, owner: { departmentId } });
  const owned = (departmentId: string, count: number, isUnseen = false) =>
    Array.from({ length: count }, () =>
      counted('decided', { decision: decision(departmentId), isUnseen }),
    );
  const all = [...owned('x', 3, true), ...owned('b', 4, true), ...owned('y', 9), ...owned('c', 9)];
  expect(trackFigures(all).owners).toEqual([
    { departmentId: 'c', kind: 'count', count: 9 },
    { departmentId: 'y', kind: 'count', count: 9 },
    { departmentId: 'b', kind: 'held-back' },
    { departmentId: 'x', kind: 'held-back' },
  ]);
});

test('a proposal that is merged into one elsewhere counts there', () => {
  const { published, ...rest } = receivedProposal();
  const into = { ...rest, published: { ...published, mergedInto: 'elsewhere' } };
  expect(countedIn('published', [into])[0]?.isMerged).toBe(true);
  expect(countedIn('working', [into])[0]?.isMerged).toBe(false);
});
