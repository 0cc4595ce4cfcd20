import fc from 'fast-check';
import { dotGrid, placeAfter, placeAt, runOutline } from '../../src/tabs/progress/dot-grid.js';

const counts = fc.integer({ min: 1, max: 10_000 });
const widths = fc.integer({ min: 240, max: 1_300 });

/** How much an outline covers, from the blocks it is made of. */
function areaOf(outline: string): number {
  return [...outline.matchAll(/h(\d+)v(\d+)h-/g)].reduce(
    (sum, [, width, height]) => sum + Number(width) * Number(height),
    0,
  );
}

test('every dot has a place of its own within the width', () => {
  fc.assert(
    fc.property(counts, widths, (count, width) => {
      const grid = dotGrid(count, width, 300);
      expect(grid.columns * grid.cell).toBeLessThanOrEqual(width);
      expect(grid.columns * grid.rows).toBeGreaterThanOrEqual(count);
      const last = count - 1;
      const x = Math.floor(last / grid.rows) * grid.cell + 1;
      const y = (last % grid.rows) * grid.cell + 1;
      expect(placeAt(grid, { x, y }, count)).toBe(last);
      expect(placeAt(grid, { x: -1, y }, count)).toBeUndefined();
    }),
  );
});

test('outlines of neighbouring runs cover as many squares as there are dots', () => {
  fc.assert(
    fc.property(counts, widths, fc.double({ min: 0, max: 1, noNaN: true }), (count, width, at) => {
      const grid = dotGrid(count, width, 300);
      const cut = Math.floor(count * at);
      const area = areaOf(runOutline(grid, 0, cut)) + areaOf(runOutline(grid, cut, count));
      expect(area).toBe(count * grid.cell ** 2);
    }),
  );
});

test('keys stay on the field and reach where each status begins', () => {
  const grid = { cell: 10, rows: 5, columns: 3 };
  const field = { count: 13, starts: [0, 4, 9] };
  const after = (key: string, at: number) => placeAfter(key, at, grid, field);
  expect([after('ArrowRight', 3), after('ArrowRight', 9), after('ArrowUp', 0)]).toEqual([8, 9, 0]);
  expect([after('PageDown', 4), after('PageDown', 9), after('PageUp', 9)]).toEqual([9, 12, 4]);
  expect(after('x', 3)).toBeUndefined();
});
