import fc from 'fast-check';
import { proposalAsOf } from '../../../src/domain/figures/as-of.js';
import { balanceOf } from '../../../src/domain/figures/balance.js';
import { countedIn } from '../../../src/domain/figures/counted.js';
import { crossTable, suppressed } from '../../../src/domain/figures/cross-table.js';
import { figuresOf } from '../../../src/domain/figures/figures.js';
import { smallestShown } from '../../../src/domain/figures/hold-back.js';
import { percentages } from '../../../src/domain/figures/percentages.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import { statuses } from '../../../src/domain/status.js';
import { sampleMasters } from '../../support/sample-masters.js';
import {
  after,
  allowedValue,
  publishedProposal,
  receivedProposal,
  released,
  reviewedProposal,
  sampleContext,
  sampleDecisionForm,
  sampleNow,
  secretaryAct,
} from '../../support/sample-proposals.js';

const ids = (n: number) => ({
  id: `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  number: `R8-${String(n).padStart(4, '0')}`,
});
const source = (proposals: readonly Proposal[]) => ({
  proposals,
  masters: sampleMasters,
  endorsersOf: () => [],
  isForAllStaff: () => true,
});

function withdrawn(n: number): Proposal {
  const proposal = receivedProposal(ids(n));
  const by = { id: proposal.proposer.personId, name: proposal.proposer.name };
  return after(proposal, 'withdraw', {}, { by, at: sampleNow });
}

function merged(n: number, into: Proposal): Proposal {
  const form = { mergeInto: into.number, reason: '同じ趣旨の提案のため統合します。' };
  const context = { ...sampleContext, proposalByNumber: () => into };
  const working = after(publishedProposal(ids(n)), 'merge', form, secretaryAct, context);
  return allowedValue(released(after(working, 'publish'), sampleNow + 20_000));
}

test('shares add up to a hundred and the largest remainder is rounded up', () => {
  expect(percentages([1, 1, 1])).toEqual([33.4, 33.3, 33.3]);
  expect(percentages([0, 0])).toEqual([0, 0]);
  expect(percentages([648])).toEqual([100]);
  expect(percentages([2, 1])).toEqual([66.7, 33.3]);
  fc.assert(
    fc.property(fc.array(fc.nat(5_000), { minLength: 1, maxLength: 40 }), (counts) => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      const tenths = percentages(counts).reduce((sum, share) => sum + Math.round(share * 10), 0);
      expect(tenths).toBe(total === 0 ? 0 : 1000);
    }),
  );
});

test('the balance names every status, and those merged and withdrawn stand beside it', () => {
  const survivor = publishedProposal(ids(1));
  const proposals = [
    survivor,
    merged(2, survivor),
    reviewedProposal(ids(3)),
    receivedProposal(ids(4)),
    withdrawn(5),
  ];
  const { balance, received } = figuresOf(source(proposals), 'published');
  expect(received).toBe(4);
  expect(balance).toMatchObject({ received: 4, merged: 1, withdrawn: 1 });
  const rows = Object.fromEntries(balance.rows.map(({ status, count }) => [status, count]));
  expect(rows).toMatchObject({ received: 1, reviewing: 1, decided: 1, realised: 0 });
  expect(Object.keys(rows)).toEqual(statuses.filter((status) => status !== 'withdrawn'));
  const sum = balance.rows.reduce((all, { count }) => all + count, 0);
  expect(sum + balance.merged).toBe(balance.received);
});

test('on a cycle the earlier number is counted, and nobody is merged into what was withdrawn', () => {
  const [a, b, c] = [1, 2, 3].map((n) => publishedProposal(ids(n)));
  if (!a || !b || !c) throw new Error('three proposals');
  const into = (proposal: Proposal, other: string): Proposal => ({
    ...proposal,
    mergedInto: other,
  });
  const cycle = countedIn('working', [into(a, b.id), into(b, a.id)]);
  expect(cycle.map(({ isMerged }) => isMerged)).toEqual([false, true]);
  const left = countedIn('working', [into(a, c.id), { ...c, status: 'withdrawn' }]);
  expect(left[0]?.isMerged).toBe(false);
});

test('a decision that is not published shows in the figures of those who decide only', () => {
  const working = after(reviewedProposal(ids(1)), 'decide-track', sampleDecisionForm);
  const before = figuresOf(source([reviewedProposal(ids(1))]), 'published');
  expect(figuresOf(source([working]), 'published')).toEqual(before);
  const { tracks, balance } = figuresOf(source([working]), 'working');
  expect(tracks.tracks).toContainEqual({ track: 'start-this-fy', kind: 'count', count: 1 });
  expect(tracks.owners).toEqual([{ departmentId: 'soumu', kind: 'count', count: 1 }]);
  expect(balance.rows.find(({ status }) => status === 'decided')?.count).toBe(1);
});

test('every chart has the same total, and a corrected class is counted as corrected', () => {
  const form = {
    category: 'paperless',
    isDigital: 'non-digital',
    costNeeded: 'yes',
    reason: '内容から見て、費用のかかる非デジタルの提案です。',
  };
  const corrected = after(receivedProposal(ids(1)), 'reclassify', form);
  const { breakdowns, received } = figuresOf(
    source([corrected, receivedProposal(ids(2)), withdrawn(3)]),
    'published',
  );
  expect(breakdowns.map(({ total }) => total)).toEqual([2, 2, 2, 2, 2]);
  expect(received).toBe(2);
  const cost = breakdowns.find(({ axis }) => axis === 'cost');
  expect(cost?.rows).toContainEqual({ key: 'needed', kind: 'count', count: 1, percent: 50 });
  expect(corrected.content.cost.needed).toBe(false);
});

test('what no master knows any more is counted all the same, after the others', () => {
  const proposal = receivedProposal(ids(1));
  const former = {
    ...receivedProposal(ids(2)),
    proposer: { ...proposal.proposer, departmentId: 'dissolved' },
  };
  const [departments] = figuresOf(source([former, proposal]), 'published').breakdowns;
  expect(departments?.rows.map(({ key }) => key)).toEqual([
    proposal.proposer.departmentId,
    'dissolved',
  ]);
});

test('durations are taken to the first decision, made or published', () => {
  const proposal = publishedProposal(ids(1));
  const days = (sampleNow - proposal.receivedAt) / 86_400_000;
  const { timing } = figuresOf(source([proposal, receivedProposal(ids(2))]), 'working');
  expect(timing.toDecision).toEqual({
    kind: 'count',
    count: 1,
    medianDays: Math.round(days * 10) / 10,
    ninetyPercentDays: Math.round(days * 10) / 10,
  });
  expect(timing.toRealisation).toEqual({ kind: 'count', count: 0 });
});

test('as of an instant only what was recorded by then counts', () => {
  const proposal = publishedProposal(ids(1));
  expect(proposalAsOf(proposal.trail, proposal.receivedAt - 1)).toBeUndefined();
  expect(proposalAsOf(proposal.trail, sampleNow)?.published.status).toBe('reviewing');
  expect(proposalAsOf(proposal.trail, sampleNow + 10_000)).toEqual(proposal);
});

/** What is unknown of a published table: which cells, and the sums of rows and columns less what is shown. */
function equationsOf(counts: readonly (readonly number[])[]) {
  const cells = suppressed(counts);
  const columns = counts[0]?.map((_, index) => index) ?? [];
  const hidden = counts.flatMap((_, r) =>
    columns.flatMap((c) => (cells[r]?.[c]?.kind === 'count' ? [] : [[r, c] as const])),
  );
  const left = (inLine: (r: number, c: number) => boolean): number[] => [
    ...hidden.map(([r, c]) => (inLine(r, c) ? 1 : 0)),
    hidden.reduce((sum, [r, c]) => sum + (inLine(r, c) ? (counts[r]?.[c] ?? 0) : 0), 0),
  ];
  const rows = counts.map((_, line) => left((r) => r === line));
  return { hidden, equations: [...rows, ...columns.map((line) => left((_, c) => c === line))] };
}

/** Gauss and Jordan: the unknowns that the equations determine. */
function determined(equations: readonly (readonly number[])[], unknowns: number): Set<number> {
  const matrix = equations.map((row) => [...row]);
  const at = (r: number, c: number): number => matrix[r]?.[c] ?? 0;
  const pivots = new Map<number, number>();
  for (let column = 0, row = 0; column < unknowns && row < matrix.length; column += 1) {
    const found = matrix.findIndex((_, r) => r >= row && Math.abs(at(r, column)) > 1e-9);
    if (found < 0) continue;
    const [pivot = []] = matrix.splice(found, 1);
    const scaled = pivot.map((value) => value / (pivot[column] ?? 1));
    matrix.splice(row, 0, scaled);
    matrix.forEach((other, r) => {
      const factor = other[column] ?? 0;
      if (r !== row) matrix[r] = other.map((value, c) => value - factor * (scaled[c] ?? 0));
    });
    pivots.set(row, column);
    row += 1;
  }
  const free = (row: readonly number[], pivot: number) =>
    row.some((value, c) => c < unknowns && c !== pivot && Math.abs(value) > 1e-9);
  return new Set([...pivots].flatMap(([r, c]) => (free(matrix[r] ?? [], c) ? [] : [c])));
}

const isSmall = (count: number) => count > 0 && count < smallestShown;

test('a zero that would give a small cell away is held back, and looks like it', () => {
  const cells = suppressed([
    [1, 0, 0],
    [10, 7, 9],
  ]);
  expect(cells).toEqual([
    [{ kind: 'held-back' }, { kind: 'held-back' }, { kind: 'count', count: 0 }],
    [{ kind: 'held-back' }, { kind: 'held-back' }, { kind: 'count', count: 9 }],
  ]);
});

const tables = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
  .chain(([rows, columns]) => {
    const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.nat(30));
    const row = fc.array(count, { minLength: columns, maxLength: columns });
    return fc.array(row, { minLength: rows, maxLength: rows });
  });

test('of no published table can a small cell be worked out by elimination', () => {
  fc.assert(
    fc.property(tables, (counts) => {
      const { hidden, equations } = equationsOf(counts);
      const known = determined(equations, hidden.length);
      hidden.forEach(([r, c], index) => {
        if (isSmall(counts[r]?.[c] ?? 0)) expect(known.has(index)).toBe(false);
      });
      const cells = suppressed(counts).flat();
      counts.flat().forEach((count, index) => {
        const cell = cells[index];
        expect(isSmall(count) && cell?.kind === 'count').toBe(false);
        if (cell?.kind === 'count') expect(cell.count).toBe(count);
      });
    }),
  );
});

test('knowing that no count is below nothing does not help where every sum is above it', () => {
  const isNonempty = (line: readonly number[]) => line.some((count) => count > 0);
  fc.assert(
    fc.property(tables, (counts) => {
      const columns = counts[0]?.map((_, c) => counts.map((row) => row[c] ?? 0)) ?? [];
      fc.pre([...counts, ...columns].every(isNonempty));
      const cells = suppressed(counts);
      const hides = (r: number, c: number) => cells[r]?.[c]?.kind !== 'count';
      const at = (r: number, c: number) => counts[r]?.[c] ?? 0;
      const isOpen = (r: number, c: number) =>
        counts.some((_, r2) =>
          columns.some((_column, c2) => {
            if (r2 === r || c2 === c || !hides(r, c2) || !hides(r2, c) || !hides(r2, c2))
              return false;
            return at(r2, c2) > 0 || (at(r, c2) > 0 && at(r2, c) > 0);
          }),
        );
      counts.forEach((row, r) => {
        row.forEach((count, c) => {
          if (isSmall(count)) expect(isOpen(r, c)).toBe(true);
        });
      });
    }),
  );
});

test('a proposal as of an instant is whole where clocks differed', () => {
  const { trail } = publishedProposal();
  const skewed = trail.map((entry, index) =>
    index === 1 ? { ...entry, recordedAt: entry.recordedAt + 3_600_000 } : entry,
  );
  const last = skewed.at(-1)?.recordedAt ?? 0;
  expect(proposalAsOf(skewed, last)?.trail).toEqual(skewed);
});

test('those who decide see every cell of two axes, with the sums', () => {
  const counted = countedIn(
    'working',
    [1, 2].map((n) => receivedProposal(ids(n))),
  );
  const table = crossTable(['department', 'cost'], counted, sampleMasters, true);
  expect(table.cells).toEqual([[{ kind: 'count', count: 2 }]]);
  expect(table).toMatchObject({
    rowTotals: [{ kind: 'count', count: 2 }],
    columnTotals: [{ kind: 'count', count: 2 }],
    total: 2,
  });
  expect(balanceOf(counted).realised).toEqual({ all: 0, inPart: 0 });
});
