import { invalidFilterClause, malformedRequest, unknownField } from '../errors.js';
import { fieldNameOf } from '../field-input.js';
import { presentTime } from '../present-time.js';
import type { FieldValue, StoredColumn, StoredItem } from '../stored-types.js';
import { systemColumns } from '../system-columns.js';

/** A column that a filter or an order names. */
export interface QueryColumn {
  name: string;
  column: StoredColumn;
  valueOf(item: StoredItem): FieldValue | undefined;
}

const systemValues: Record<string, (item: StoredItem) => FieldValue> = {
  ID: (item) => Number(item.id),
  Created: (item) => presentTime(item.createdAt),
  Modified: (item) => presentTime(item.modifiedAt),
};

const cannotBeQueried = ['note', 'multiChoice', 'computed'];

/** Finds the column of `fields/Name`; other paths, unknown and unsearchable columns are refused. */
export function findQueryColumn(columns: readonly StoredColumn[], path: string): QueryColumn {
  const [, asked] = /^fields\/([^/]+)$/.exec(path) ?? [];
  if (asked === undefined) throw invalidFilterClause();
  const name = asked === 'id' ? 'ID' : asked;
  const system = systemValues[name];
  const pool = system === undefined ? columns : systemColumns;
  const column = pool.find((entry) => fieldNameOf(entry) === name);
  if (column === undefined) throw unknownField(name);
  if (cannotBeQueried.includes(column.kind)) throw malformedRequest();
  return { name, column, valueOf: system ?? ((item) => item.fields[column.name]) };
}
