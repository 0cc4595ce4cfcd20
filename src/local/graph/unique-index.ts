import type { FieldValue, StoredColumn } from './stored-types.js';

/** Which item holds each value of the unique columns. Texts are equal in any letter case. */
export interface UniqueIndex {
  add(id: string, fields: Record<string, FieldValue>): void;
  remove(id: string, fields: Record<string, FieldValue>): void;
  /** Name of a unique column in which another item has the same value. */
  conflict(id: string, fields: Record<string, FieldValue>): string | undefined;
}

function keyOf(value: FieldValue): string {
  return typeof value === 'string' ? value.toLowerCase() : JSON.stringify(value);
}

/** An empty index for the unique ones of the given columns. */
export function createUniqueIndex(columns: readonly StoredColumn[]): UniqueIndex {
  const holders = new Map(
    columns
      .filter((column) => column.enforceUniqueValues)
      .map((column) => [column.name, new Map<string, string>()]),
  );
  const each = (
    fields: Record<string, FieldValue>,
    visit: (holder: Map<string, string>, key: string, column: string) => void,
  ) => {
    for (const [column, holder] of holders) {
      const value = fields[column];
      if (value !== undefined) visit(holder, keyOf(value), column);
    }
  };
  return {
    add(id, fields) {
      each(fields, (holder, key) => {
        if (!holder.has(key)) holder.set(key, id);
      });
    },
    remove(id, fields) {
      each(fields, (holder, key) => {
        if (holder.get(key) === id) holder.delete(key);
      });
    },
    conflict(id, fields) {
      const taken: string[] = [];
      each(fields, (holder, key, column) => {
        const holderId = holder.get(key);
        if (holderId !== undefined && holderId !== id) taken.push(column);
      });
      return taken[0];
    },
  };
}
