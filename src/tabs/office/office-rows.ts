import type { OfficeItems } from '../../contract/office-answers.js';
import type { OfficeItemKind } from '../../domain/queues/office-items.js';

/** One thing that was asked of the office. */
export type OfficeRow = OfficeItems['items'][number];

/** The parts of the list: what is asked by kind, and what needs nothing any more. */
export type Section = OfficeItemKind | 'done';

/** All of them, what blocks others first. */
export const sections: readonly Section[] = [
  'confirmation',
  'opinion',
  'delegation',
  'work',
  'done',
];

/** Ids of the elements that keys and links lead to. */
export const places = { item: 'office-item', said: 'office-said' } as const;

/** What a row is known by: a proposal can be asked about more than once. */
export function keyOf({ number, requestId }: OfficeRow): string {
  return requestId === undefined ? number : `${number}-${requestId}`;
}

/** Id of a row of the list, which takes the focus. */
export const rowId = (key: string): string => `office-row-${key}`;

/** The part in which a row stands. */
export function sectionOf({ kind, answeredAt, isOver }: OfficeRow): Section {
  return answeredAt !== undefined || isOver ? 'done' : kind;
}

/** The part that is opened first: that of the linked proposal, or the first one with something to do. */
export function firstSection(rows: readonly OfficeRow[], opened: string | undefined): Section {
  const linked = rows.find(({ number }) => number === opened);
  if (linked) return sectionOf(linked);
  const full = new Set(rows.map(sectionOf));
  return sections.find((section) => full.has(section)) ?? 'opinion';
}

/** How many are past their day, of those that wait for the office. */
export function lateCount(rows: readonly OfficeRow[]): number {
  return rows.filter((row) => sectionOf(row) !== 'done' && (row.daysLeft ?? 0) < 0).length;
}
