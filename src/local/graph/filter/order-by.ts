import { malformedRequest } from '../errors.js';
import type { FieldValue, StoredColumn, StoredItem } from '../stored-types.js';
import { compareValues } from './compare-values.js';
import { findQueryColumn, type QueryColumn } from './query-column.js';

/** Place of an item in an order: its values by column, then its id. */
export interface SortKey {
  values: (FieldValue | null)[];
  id: number;
}

/** An `$orderby`, ties broken by id. Without one, the order is by id. */
export interface SortOrder {
  columns: QueryColumn[];
  keyOf(item: StoredItem): SortKey;
  compare(a: SortKey, b: SortKey): number;
}

/** Parses `fields/A desc,fields/B`. */
export function parseOrderBy(
  text: string | undefined,
  columns: readonly StoredColumn[],
): SortOrder {
  const parts = (text === undefined ? [] : text.split(',')).map((part) => {
    const [, path, direction] = /^(\S+)(?:\s+(asc|desc))?$/.exec(part.trim()) ?? [];
    if (path === undefined) throw malformedRequest();
    return { column: findQueryColumn(columns, path), sign: direction === 'desc' ? -1 : 1 };
  });
  return {
    columns: parts.map((part) => part.column),
    keyOf: (item) => ({
      values: parts.map((part) => part.column.valueOf(item) ?? null),
      id: Number(item.id),
    }),
    compare(a, b) {
      for (const [index, { sign }] of parts.entries()) {
        const result = compareValues(a.values[index], b.values[index]);
        if (result !== 0) return result * sign;
      }
      return a.id - b.id;
    },
  };
}
