import type { TriageItem, TriageRow } from '../../contract/triage-answers.js';
import { comparisonKey } from '../../domain/written-text.js';

/** The groups of the queue, in the order work flows through them. */
export const queueStates = ['received', 'reviewing', 'decidedUnpublished', 'published'] as const;

/** One of the groups. */
export type QueueState = (typeof queueStates)[number];

/** What of the queue is shown. */
export interface QueueFilter {
  readonly state: QueueState | 'all';
  readonly categoryId: string | undefined;
  /** As typed; width and case do not count, and every word must occur. */
  readonly search: string;
}

/** The whole queue. */
export const noFilter: QueueFilter = { state: 'all', categoryId: undefined, search: '' };

/** The group of a row; undefined for one that needs nothing more here (withdrawn, out of scope). */
export function queueStateOf(row: TriageRow): QueueState | undefined {
  switch (row.publication.state) {
    case 'unpublished':
    case 'pending':
      return 'decidedUnpublished';
    case 'published':
      return 'published';
    case 'nothing':
      if (row.status === 'received') return 'received';
      return row.status === 'reviewing' || row.status === 'clarifying' ? 'reviewing' : undefined;
  }
}

/** Whether a row still waits for a decision. */
export function isUndecided(row: TriageRow): boolean {
  const state = queueStateOf(row);
  return state === 'received' || state === 'reviewing';
}

/** How many stand where. */
export type QueueCounts = Readonly<Record<QueueState | 'all', number>>;

/** Counts the rows by group. */
export function countStates(rows: readonly TriageRow[]): QueueCounts {
  const counts = {
    all: rows.length,
    received: 0,
    reviewing: 0,
    decidedUnpublished: 0,
    published: 0,
  };
  for (const row of rows) {
    const state = queueStateOf(row);
    if (state) counts[state] += 1;
  }
  return counts;
}

/** Undecided and all rows of one category. */
export interface CategoryCount {
  readonly undecided: number;
  readonly all: number;
}

/** Counts the rows by category id. */
export function countCategories(rows: readonly TriageRow[]): ReadonlyMap<string, CategoryCount> {
  const counts = new Map<string, CategoryCount>();
  for (const row of rows) {
    const before = counts.get(row.categoryId) ?? { undecided: 0, all: 0 };
    counts.set(row.categoryId, {
      undecided: before.undecided + (isUndecided(row) ? 1 : 0),
      all: before.all + 1,
    });
  }
  return counts;
}

/** The rows a filter leaves, in the order of the queue. */
export function visibleRows(
  rows: readonly TriageRow[],
  { state, categoryId, search }: QueueFilter,
): readonly TriageRow[] {
  const words = comparisonKey(search).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (state !== 'all' && queueStateOf(row) !== state) return false;
    if (categoryId !== undefined && row.categoryId !== categoryId) return false;
    if (words.length === 0) return true;
    const key = comparisonKey(`${row.number} ${row.title}`);
    return words.every((word) => key.includes(word));
  });
}

/** The queue with what this page learned since it was fetched; the longer trail of the two is the newer. */
export function withNewer(
  rows: readonly TriageRow[],
  items: ReadonlyMap<string, TriageItem>,
): readonly TriageRow[] {
  if (items.size === 0) return rows;
  return rows.map((row) => {
    const item = items.get(row.number);
    return item && item.seq > row.seq ? item : row;
  });
}

/** The number to go to when `leaving` is done with: the next of the list, else the one before it. */
export function neighbourOf(rows: readonly TriageRow[], leaving: string): string | undefined {
  const index = rows.findIndex((row) => row.number === leaving);
  if (index < 0) return rows[0]?.number;
  return (rows[index + 1] ?? rows[index - 1])?.number;
}
