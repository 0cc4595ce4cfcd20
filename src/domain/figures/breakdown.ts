import type { Masters } from '../masters.js';
import type { Proposal } from '../proposal.js';
import { type Counted, isReceived } from './counted.js';
import { percentages } from './percentages.js';

/** The five axes of the source, in its order (domain specification 1.8). */
export const axes = ['department', 'digital', 'category', 'grade', 'cost'] as const;

/** One of the axes. */
export type Axis = (typeof axes)[number];

/** One bar of a chart and one line of the table below it. `key` is a master's id, or one of two words. */
export interface BreakdownRow {
  readonly key: string;
  readonly count: number;
  /** One decimal; the rows of a breakdown add up to 100.0. */
  readonly percent: number;
}

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

/** How many received proposals stand where on an axis; what no master knows comes last, nothing is left out. */
export function breakdownOf(axis: Axis, counted: readonly Counted[], masters: Masters): Breakdown {
  const counts = new Map<string, number>();
  for (const { proposal } of counted.filter(isReceived)) {
    const key = axisValue(axis, proposal);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const known = orderOn(axis, masters).filter((key) => counts.has(key));
  const unknown = [...counts.keys()].filter((key) => !known.includes(key)).toSorted();
  const keys = [...known, ...unknown];
  const percents = percentages(keys.map((key) => counts.get(key) ?? 0));
  const rows = keys.map((key, index) => ({
    key,
    count: counts.get(key) ?? 0,
    percent: percents[index] ?? 0,
  }));
  return { axis, rows, total: rows.reduce((sum, { count }) => sum + count, 0) };
}
