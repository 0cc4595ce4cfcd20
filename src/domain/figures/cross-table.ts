import type { Masters } from '../masters.js';
import { type Axis, axisValue, breakdownOf } from './breakdown.js';
import { type Counted, isReceived } from './counted.js';

/** Counts below this, but above nothing, are not shown to everyone (domain specification 1.8). */
export const smallestShown = 5;

/** A cell: a count, or that it is held back because it, or another cell of its line, is small. */
export type Cell =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'small' }
  | { readonly kind: 'held-back' };

/** Two axes against each other, with the sums of rows and columns. */
export interface CrossTable {
  readonly rowKeys: readonly string[];
  readonly columnKeys: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  readonly total: number;
}

type Grid = Cell[][];

const isShown = (cell: Cell): cell is Extract<Cell, { kind: 'count' }> => cell.kind === 'count';

/** The places of a line: a row or a column. */
type Line = readonly (readonly [number, number])[];

function linesOf(rows: number, columns: number): readonly Line[] {
  const range = (length: number) => Array.from({ length }, (_, index) => index);
  return [
    ...range(rows).map((row) => range(columns).map((column) => [row, column] as const)),
    ...range(columns).map((column) => range(rows).map((row) => [row, column] as const)),
  ];
}

/** Of a line with exactly one hidden cell, the smallest shown count: with it the sum no longer tells the hidden one. */
function toHoldBack(grid: Grid, line: Line): readonly [number, number] | undefined {
  const at = ([row, column]: readonly [number, number]): Cell =>
    grid[row]?.[column] ?? { kind: 'count', count: 0 };
  if (line.filter((place) => !isShown(at(place))).length !== 1) return undefined;
  const shown = line.flatMap((place) => {
    const cell = at(place);
    return isShown(cell) && cell.count > 0 ? [{ place, count: cell.count }] : [];
  });
  return shown.toSorted((a, b) => a.count - b.count)[0]?.place;
}

function holdBack(grid: Grid, lines: readonly Line[]): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of lines) {
      const place = toHoldBack(grid, line);
      const row = place && grid[place[0]];
      if (!place || !row) continue;
      row[place[1]] = { kind: 'held-back' };
      changed = true;
    }
  }
}

/** Hides small counts, and as many others as keep them from being worked out from the sums. */
export function suppressed(counts: readonly (readonly number[])[]): readonly (readonly Cell[])[] {
  const grid: Grid = counts.map((row) =>
    row.map((count) =>
      count > 0 && count < smallestShown ? { kind: 'small' } : { kind: 'count', count },
    ),
  );
  holdBack(grid, linesOf(grid.length, grid[0]?.length ?? 0));
  return grid;
}

/** Two axes against each other; `whole` only for those who decide, everyone else gets small cells held back. */
export function crossTable(
  [rowAxis, columnAxis]: readonly [Axis, Axis],
  counted: readonly Counted[],
  masters: Masters,
  whole: boolean,
): CrossTable {
  const received = counted.filter(isReceived);
  const rowKeys = breakdownOf(rowAxis, received, masters).rows.map(({ key }) => key);
  const columnKeys = breakdownOf(columnAxis, received, masters).rows.map(({ key }) => key);
  const counts = rowKeys.map(() => columnKeys.map(() => 0));
  for (const { proposal } of received) {
    const row = counts[rowKeys.indexOf(axisValue(rowAxis, proposal))];
    const column = columnKeys.indexOf(axisValue(columnAxis, proposal));
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  return {
    rowKeys,
    columnKeys,
    cells: whole
      ? counts.map((row) => row.map((count) => ({ kind: 'count', count })))
      : suppressed(counts),
    rowTotals: counts.map(sum),
    columnTotals: columnKeys.map((_, column) => sum(counts.map((row) => row[column] ?? 0))),
    total: received.length,
  };
}
