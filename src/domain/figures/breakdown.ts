import type { Masters } from '../masters.js';
import type { Proposal } from '../proposal.js';
import { type Counted, groupCounted, isReceived, lineOf } from './counted.js';
import { heldBackLines } from './hold-back.js';
import { percentages } from './percentages.js';

/** The five axes of the source, in its order (domain specification 1.8). */
export const axes = ['department', 'digital', 'category', 'grade', 'cost'] as const;

/** One of the axes. */
export type Axis = (typeof axes)[number];

/**
 * One bar of a chart and one line of the table below it. `key` is a master's id, or one of two words. `percent` has one
 * decimal; the rows of a breakdown that is whole add up to 100.0.
 */
export type BreakdownRow =
  | {
      readonly key: string;
      readonly kind: 'count';
      readonly count: number;
      readonly percent: number;
    }
  | { readonly key: string; readonly kind: 'held-back' };

/** One breakdown with its sum, which is the count of received on every axis (domain specification 1.7, 1). */
export interface Breakdown {
  readonly axis: Axis;
  readonly rows: readonly BreakdownRow[];
  readonly total: number;
}

/** Where a proposal stands on an axis: as corrected by the secretariat where it was, offices as they were then. */
const keyOn: Readonly<Record<Axis, (proposal: Proposal) => string>> = {
  department: ({ proposer }) => proposer.departmentId,
  digital: ({ classification, content }) =>
    (classification?.isDigital ?? content.isDigital) ? 'digital' : 'non-digital',
  category: ({ classification, content }) => classification?.categoryId ?? content.categoryId,
  grade: ({ proposer }) => proposer.gradeId,
  cost: ({ classification, content }) =>
    (classification?.costNeeded ?? content.cost.needed) ? 'needed' : 'not-needed',
};

/** The order of the rows: that of the masters, whether still valid or not. */
function orderOn(axis: Axis, masters: Masters): readonly string[] {
  const entries = {
    department: masters.departments,
    category: masters.categories,
    grade: masters.jobGrades,
  };
  if (axis === 'digital') return ['digital', 'non-digital'];
  if (axis === 'cost') return ['needed', 'not-needed'];
  return entries[axis].toSorted((a, b) => a.order - b.order).map(({ id }) => id);
}

/** The value of a proposal on an axis. */
export function axisValue(axis: Axis, proposal: Proposal): string {
  return keyOn[axis](proposal);
}

/** The received proposals by where they stand on an axis, in the order of its rows; what no master knows comes last. */
export function groupsOn(
  axis: Axis,
  counted: readonly Counted[],
  masters: Masters,
): ReadonlyMap<string, readonly Counted[]> {
  const groups = groupCounted(counted.filter(isReceived), ({ proposal }) =>
    axisValue(axis, proposal),
  );
  const known = orderOn(axis, masters).filter((key) => groups.has(key));
  const unknown = [...groups.keys()].filter((key) => !known.includes(key)).toSorted();
  return new Map([...known, ...unknown].map((key) => [key, groups.get(key) ?? []]));
}

/** Which rows of groups are held back, by their place. */
export function heldBackGroups(groups: ReadonlyMap<string, readonly Counted[]>) {
  return heldBackLines([...groups.values()].map(lineOf));
}

/** How many received proposals stand where on an axis; nothing is left out. */
export function breakdownOf(axis: Axis, counted: readonly Counted[], masters: Masters): Breakdown {
  const groups = groupsOn(axis, counted, masters);
  const held = heldBackGroups(groups);
  const percents = percentages([...groups.values()].map(({ length }) => length));
  const rows = [...groups].map(
    ([key, { length: count }], index): BreakdownRow =>
      held.has(index)
        ? { key, kind: 'held-back' }
        : { key, kind: 'count', count, percent: percents[index] ?? 0 },
  );
  return { axis, rows, total: counted.filter(isReceived).length };
}
