import { notIndexed, throttled } from '../errors.js';
import type { StoredItem } from '../stored-types.js';
import type { CompiledFilter } from './compile-filter.js';
import type { QueryColumn } from './query-column.js';

/** Rows one query may touch. */
const listViewThreshold = 5_000;

const preference = 'honornonindexedquerieswarningmayfailrandomly';

/** Whether a `Prefer` header allows filtering by columns without index. */
export function allowsNonIndexed(prefer: string | undefined): boolean {
  return (prefer ?? '').split(',').some((entry) => entry.trim().toLowerCase() === preference);
}

/**
 * Refuses queries by columns without index (400) unless preferred otherwise, and those that
 * touch more rows than the list view threshold (429, as measured through Graph).
 */
export function checkIndexRule(query: {
  filter: CompiledFilter | undefined;
  order: readonly QueryColumn[];
  items: readonly StoredItem[];
  prefer: string | undefined;
  retryAfter: string | undefined;
}): void {
  const { filter, order, items, prefer, retryAfter } = query;
  const bare = [...(filter?.columns ?? []), ...order].find((entry) => !entry.column.indexed);
  if (bare !== undefined && !allowsNonIndexed(prefer)) throw notIndexed(bare.name);
  if (items.length <= listViewThreshold) return;
  if (bare !== undefined) throw throttled(retryAfter);
  if (filter !== undefined && filter.touched(items) >= listViewThreshold) {
    throw throttled(retryAfter);
  }
}
