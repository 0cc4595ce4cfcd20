/** Counts below this, but above nothing, are not shown to everyone (domain specification 1.8). */
export const smallestShown = 5;

/** A count as everyone may read it: itself, or that it is held back because it would tell of single proposals. */
export type Cell =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'held-back' };

/** One line of a chart before it is shown: how many, and whether one of them is not for all staff to see. */
export interface CountedLine {
  readonly count: number;
  readonly hasUnseen: boolean;
}

/** Whether a line is not shown, because it would tell of single proposals that are not for all staff to see. */
export const isTelling = ({ count, hasUnseen }: CountedLine): boolean =>
  hasUnseen && count > 0 && count < smallestShown;

/**
 * Which lines of a chart are held back: those with few proposals of which one is not for all staff (domain 5), and as
 * many of the smallest others as it takes so that the sum of the chart does not give them away. A chart of a single
 * line shows it: it is the sum, which everyone may know.
 */
export function heldBackLines(lines: readonly CountedLine[]): ReadonlySet<number> {
  const bySize = lines
    .map((line, index) => ({ ...line, index }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => a.count - b.count || a.index - b.index);
  const held = bySize.filter(isTelling);
  if (held.length === 0 || bySize.length === 1) return new Set();
  const rest = bySize.filter((line) => !isTelling(line));
  // A line is there because something is counted in it: lines that share as much as there are lines are all one.
  const isOpen = (): boolean =>
    held.length > 1 && held.reduce((sum, { count }) => sum + count, 0) > held.length;
  for (const next of rest) {
    if (isOpen()) break;
    held.push(next);
  }
  return new Set(held.map(({ index }) => index));
}

/**
 * The same for a chart whose lines of nothing stand in it too. Where all that is counted lies in one line, or each
 * line with anything holds one only, the zeros of the others would give it away, so that all lines are held back.
 */
export function heldBackWithZeros(lines: readonly CountedLine[]): ReadonlySet<number> {
  const some = lines.filter(({ count }) => count > 0);
  const sum = some.reduce((all, { count }) => all + count, 0);
  const isGivenAway = some.length === 1 || sum === some.length;
  return isGivenAway && some.some(isTelling) ? new Set(lines.keys()) : heldBackLines(lines);
}
