import fc from 'fast-check';
import { countedIn } from '../../../src/domain/figures/counted.js';
import { crossTable } from '../../../src/domain/figures/cross-table.js';
import { figuresOf } from '../../../src/domain/figures/figures.js';
import {
  type CountedLine,
  heldBackLines,
  smallestShown,
} from '../../../src/domain/figures/hold-back.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import { sampleMasters } from '../../support/sample-masters.js';
import { publishedProposal, receivedProposal } from '../../support/sample-proposals.js';

const seen = (count: number): CountedLine => ({ count, hasUnseen: false });
const unseen = (count: number): CountedLine => ({ count, hasUnseen: true });
const held = (...lines: readonly CountedLine[]) => [...heldBackLines(lines)].toSorted();

test('few proposals are shown as they are where all staff may see each of them', () => {
  expect(held(seen(1), seen(2), seen(30))).toEqual([]);
  expect(held(unseen(smallestShown), seen(1))).toEqual([]);
  expect(held(unseen(0), seen(9))).toEqual([]);
});

test('few proposals of which one is not for all staff are held back with the smallest other line', () => {
  expect(held(seen(30), unseen(4), seen(6))).toEqual([1, 2]);
  expect(held(unseen(3), unseen(2), seen(40))).toEqual([0, 1]);
});

test('lines of one each would give themselves away, so that another joins them', () => {
  expect(held(unseen(1), unseen(1), seen(7), seen(9))).toEqual([0, 1, 2]);
  expect(held(unseen(1), seen(1), seen(0), seen(2))).toEqual([0, 1, 3]);
});

test('a chart of a single line shows it, because it is the sum', () => {
  expect(held(unseen(2))).toEqual([]);
  expect(held(seen(0), unseen(2))).toEqual([]);
});

test('of no chart can a line that is held back be worked out from its sum', () => {
  const line = fc.record({ count: fc.nat(12), hasUnseen: fc.boolean() });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const places = heldBackLines(lines);
      const kept = lines.filter((_, index) => places.has(index));
      const nonempty = lines.filter(({ count }) => count > 0);
      const isTelling = ({ count, hasUnseen }: CountedLine) =>
        hasUnseen && count > 0 && count < smallestShown;
      if (nonempty.length > 1) {
        lines.forEach((each, index) => {
          if (isTelling(each)) expect(places.has(index)).toBe(true);
        });
      }
      expect(kept.every(({ count }) => count > 0)).toBe(true);
      if (kept.length === 0) return;
      const sum = kept.reduce((all, { count }) => all + count, 0);
      const canOnlyBeOnes = sum === kept.length;
      // All lines of the chart are held then: there is nothing left to hide behind.
      if (kept.length === 1 || canOnlyBeOnes) expect(kept.length).toBe(nonempty.length);
    }),
  );
});

const ids = (n: number) => ({
  id: `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  number: `R8-${String(n).padStart(4, '0')}`,
});
const from = (n: number, departmentId: string): Proposal => {
  const proposal = publishedProposal(ids(n));
  return { ...proposal, proposer: { ...proposal.proposer, departmentId } };
};

const proposals = [
  ...Array.from({ length: 9 }, (_, n) => from(n, 'soumu')),
  ...Array.from({ length: 6 }, (_, n) => from(10 + n, 'doboku')),
  ...Array.from({ length: 2 }, (_, n) => from(20 + n, 'kaikei')),
];
const hidden = new Set([proposals.at(-1)?.id]);
const source = {
  proposals,
  masters: sampleMasters,
  endorsersOf: () => [],
  isForAllStaff: ({ id }: Proposal) => !hidden.has(id),
};

test('a hidden proposal of a small department is told by no figure for all staff', () => {
  const { breakdowns, departmentByGrade, received } = figuresOf(source, 'published');
  const [departments] = breakdowns;
  expect(departments?.total).toBe(received);
  const rows = Object.fromEntries(departments?.rows.map((row) => [row.key, row]) ?? []);
  expect(rows['kaikei']).toEqual({ key: 'kaikei', kind: 'held-back' });
  expect(rows['doboku']).toEqual({ key: 'doboku', kind: 'held-back' });
  expect(rows['soumu']).toMatchObject({ kind: 'count', count: 9 });
  const place = departmentByGrade.rowKeys.indexOf('kaikei');
  expect(departmentByGrade.rowTotals[place]).toEqual({ kind: 'held-back' });
  const other = departmentByGrade.rowKeys.indexOf('doboku');
  for (const row of [place, other]) {
    expect(departmentByGrade.cells[row]?.every(({ kind }) => kind === 'held-back')).toBe(true);
  }
});

test('those who decide see every line', () => {
  const { breakdowns, tracks, departmentByGrade } = figuresOf(source, 'working');
  const [departments] = breakdowns;
  expect(departments?.rows.every(({ kind }) => kind === 'count')).toBe(true);
  expect(tracks.owners.every(({ kind }) => kind === 'count')).toBe(true);
  expect(departmentByGrade.rowTotals.every(({ kind }) => kind === 'count')).toBe(true);
});

test('whose decision is not for all staff is not told by the figures of the owners', () => {
  const owned = (n: number, departmentId: string): Proposal => {
    const proposal = publishedProposal(ids(n));
    const { decision } = proposal.published;
    if (!decision) throw new Error('not decided');
    const owner = { ...decision.owner, departmentId };
    return { ...proposal, published: { ...proposal.published, decision: { ...decision, owner } } };
  };
  const decided = [
    ...[1, 2, 3, 4, 5, 6].map((n) => owned(n, 'soumu')),
    ...[11, 12, 13, 14, 15, 16, 17].map((n) => owned(n, 'doboku')),
    owned(20, 'kaikei'),
  ];
  const secret = decided.at(-1)?.id;
  const { tracks } = figuresOf(
    { ...source, proposals: decided, isForAllStaff: ({ id }) => id !== secret },
    'published',
  );
  expect(tracks.owners).toEqual([
    { departmentId: 'doboku', kind: 'count', count: 7 },
    { departmentId: 'kaikei', kind: 'held-back' },
    { departmentId: 'soumu', kind: 'held-back' },
  ]);
});

test('a table over a column that is held back does not show it in another way', () => {
  const one = { ...receivedProposal(ids(1)) };
  const other = { ...receivedProposal(ids(2)), proposer: { ...one.proposer, gradeId: 'g9' } };
  const counted = countedIn('published', [one, other], ({ id }) => id !== other.id);
  const table = crossTable(['department', 'grade'], counted, sampleMasters, false);
  expect(table.columnTotals).toEqual([{ kind: 'held-back' }, { kind: 'held-back' }]);
  expect(table.cells.flat().every(({ kind }) => kind === 'held-back')).toBe(true);
});
