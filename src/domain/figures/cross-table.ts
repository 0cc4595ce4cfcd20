import type { Masters } from '../masters.js';
import { type Axis, axisValue, groupsOn, heldBackGroups } from './breakdown.js';
import { type Counted, isReceived } from './counted.js';
import { type Cell, smallestShown } from './hold-back.js';

/** Two axes against each other, with the sums of rows and columns. */
export interface CrossTable {
  readonly rowKeys: readonly string[];
  readonly columnKeys: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
  readonly rowTotals: readonly Cell[];
  readonly columnTotals: readonly Cell[];
  readonly total: number;
}

type Counts = readonly (readonly number[])[];

/** A place in a table: row and column. */
type Place = readonly [number, number];

const countAt = (counts: Counts, [row, column]: Place): number => counts[row]?.[column] ?? 0;

/** The other corners of a rectangle: in the same row, in the same column, across. */
type Corners = readonly [Place, Place, Place];

/**
 * Whether the four counts may as well be others with the same sums of rows and columns: one goes from two corners to
 * the two others, and none falls below nothing.
 */
function canShift(counts: Counts, place: Place, [beside, below, across]: Corners): boolean {
  const isSome = (each: Place): boolean => countAt(counts, each) > 0;
  return (isSome(place) && isSome(across)) || (isSome(beside) && isSome(below));
}

function rectanglesOf(counts: Counts, [row, column]: Place): readonly Corners[] {
  const rows = counts.flatMap((_, other) => (other === row ? [] : [other]));
  const columns = (counts[0] ?? []).flatMap((_, other) => (other === column ? [] : [other]));
  return rows.flatMap((r) =>
    columns.map(
      (c): Corners => [
        [row, c],
        [r, column],
        [r, c],
      ],
    ),
  );
}

/**
 * The corners to hide beside a small count, so that its value stays open: those that take least from the table. Only
 * in a table of one row or column there are none; there the sums are the counts.
 */
function cornersFor(
  counts: Counts,
  hidden: ReadonlySet<string>,
  place: Place,
): Corners | undefined {
  const costOf = (corners: Corners): number =>
    corners
      .filter((each) => !hidden.has(String(each)))
      .reduce((sum, each) => sum + 1 + countAt(counts, each), 0);
  const all = rectanglesOf(counts, place);
  const open = all.filter((corners) => canShift(counts, place, corners));
  return (open.length > 0 ? open : all).toSorted((a, b) => costOf(a) - costOf(b))[0];
}

/**
 * Hides small counts, and for each of them three others that form a rectangle with it: the sums then fit other values
 * as well, so that nobody can work it out. Counts of nothing are hidden like others, and all look the same, because a
 * zero that is shown, or a mark that says "small", would tell.
 */
export function suppressed(counts: Counts): readonly (readonly Cell[])[] {
  const places = counts.flatMap((row, r) => row.map((_, c): Place => [r, c]));
  const small = places.filter((place) => {
    const count = countAt(counts, place);
    return count > 0 && count < smallestShown;
  });
  const hidden = new Set(small.map(String));
  for (const place of small) {
    for (const corner of cornersFor(counts, hidden, place) ?? []) hidden.add(String(corner));
  }
  return counts.map((row, r) =>
    row.map(
      (count, c): Cell =>
        hidden.has(String([r, c])) ? { kind: 'held-back' } : { kind: 'count', count },
    ),
  );
}

const heldBack: Cell = { kind: 'held-back' };
const shown = (count: number): Cell => ({ kind: 'count', count });

/** The counts of two axes, by the keys of their rows and columns. */
function countsOf(
  [rowAxis, columnAxis]: readonly [Axis, Axis],
  received: readonly Counted[],
  rowKeys: readonly string[],
  columnKeys: readonly string[],
): Counts {
  const counts = rowKeys.map(() => columnKeys.map(() => 0));
  for (const { proposal } of received) {
    const row = counts[rowKeys.indexOf(axisValue(rowAxis, proposal))];
    const column = columnKeys.indexOf(axisValue(columnAxis, proposal));
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  return counts;
}

/**
 * Two axes against each other; `whole` only for those who decide. Everyone else gets small cells held back, and all of
 * a row or column whose sum is held back: it could be added up again.
 */
export function crossTable(
  axes: readonly [Axis, Axis],
  counted: readonly Counted[],
  masters: Masters,
  whole: boolean,
): CrossTable {
  const received = counted.filter(isReceived);
  const rows = groupsOn(axes[0], received, masters);
  const columns = groupsOn(axes[1], received, masters);
  const counts = countsOf(axes, received, [...rows.keys()], [...columns.keys()]);
  const rowsHeld = heldBackGroups(rows);
  const columnsHeld = heldBackGroups(columns);
  const cells = whole ? counts.map((row) => row.map(shown)) : suppressed(counts);
  return {
    rowKeys: [...rows.keys()],
    columnKeys: [...columns.keys()],
    cells: cells.map((row, r) =>
      row.map((cell, c) => (rowsHeld.has(r) || columnsHeld.has(c) ? heldBack : cell)),
    ),
    rowTotals: [...rows.values()].map(({ length }, r) =>
      rowsHeld.has(r) ? heldBack : shown(length),
    ),
    columnTotals: [...columns.values()].map(({ length }, c) =>
      columnsHeld.has(c) ? heldBack : shown(length),
    ),
    total: received.length,
  };
}
