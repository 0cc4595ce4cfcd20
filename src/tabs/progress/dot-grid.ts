/** Where the dots of a field stand: columns filled from the left, each from the top. */
export interface DotGrid {
  /** Side of one square, in CSS pixels. */
  readonly cell: number;
  readonly rows: number;
  readonly columns: number;
}

const cells = [28, 24, 20, 18, 16, 14, 12, 10, 8] as const;
const smallestCell = 8;
const leastRows = 5;

/** The grid with the largest squares in which so many dots stand in a width and no higher than wished, if any does. */
export function dotGrid(count: number, width: number, height: number): DotGrid {
  const gridOf = (cell: number): DotGrid => {
    const widest = Math.max(1, Math.floor(width / cell));
    const rows = Math.max(1, Math.min(count, Math.max(leastRows, Math.ceil(count / widest))));
    return { cell, rows, columns: Math.ceil(count / rows) };
  };
  const fitting = cells.map(gridOf).find(({ rows, cell }) => rows * cell <= height);
  return fitting ?? gridOf(smallestCell);
}

/** The outline of the squares from one place up to another, as the `d` of a path. */
export function runOutline({ cell, rows }: DotGrid, from: number, to: number): string {
  const block = (column: number, row: number, width: number, height: number): string =>
    width > 0 && height > 0
      ? `M${column * cell} ${row * cell}h${width * cell}v${height * cell}h${-width * cell}z`
      : '';
  const [first, last] = [Math.floor(from / rows), Math.floor(to / rows)];
  const [top, bottom] = [from % rows, to % rows];
  if (from >= to) return '';
  if (first === last) return block(first, top, 1, bottom - top);
  const whole = top === 0 ? first : first + 1;
  return [
    top === 0 ? '' : block(first, top, 1, rows - top),
    block(whole, 0, last - whole, rows),
    block(last, 0, 1, bottom),
  ].join('');
}

/** The place of the square at a point of the field; undefined beside the dots. */
export function placeAt(
  { cell, rows, columns }: DotGrid,
  { x, y }: { readonly x: number; readonly y: number },
  count: number,
): number | undefined {
  const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)];
  if (column < 0 || column >= columns || row < 0 || row >= rows) return undefined;
  const place = column * rows + row;
  return place < count ? place : undefined;
}

/** The place a key leads to, `starts` being where each status begins; undefined for any other key. */
export function placeAfter(
  key: string,
  at: number,
  { rows }: DotGrid,
  { count, starts }: { readonly count: number; readonly starts: readonly number[] },
): number | undefined {
  const within = (place: number): number => (place < 0 || place >= count ? at : place);
  switch (key) {
    case 'ArrowDown':
      return within(at + 1);
    case 'ArrowUp':
      return within(at - 1);
    case 'ArrowRight':
      return within(at + rows);
    case 'ArrowLeft':
      return within(at - rows);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return starts.find((start) => start > at) ?? count - 1;
    case 'PageUp':
      return starts.findLast((start) => start < at) ?? 0;
    default:
      return undefined;
  }
}
