import { z } from 'zod';
import type { Stored } from '../usecases/ports.js';
import { longestNote, longestText } from './lists/column.js';
import type { Fields, ListDefinition } from './lists/list-definition.js';

/** An item as Graph answers it, as far as the product looks at it. */
export const itemShape = z.object({
  id: z.string().min(1),
  '@odata.etag': z.string().optional(),
  eTag: z.string().optional(),
  fields: z.record(z.string(), z.unknown()).optional(),
});

/** One item. */
export type Item = z.infer<typeof itemShape>;

/** The `$expand` that asks for exactly the columns of a list. */
export function expandFields(list: ListDefinition<unknown>): string {
  const names = ['Title', ...list.columns.map((column) => column.name)];
  return `$expand=fields($select=${names.join(',')})`;
}

/** The etag of an item, sent back as it came; undefined where the answer has none. */
export function etagOf(item: Item): string | undefined {
  return item['@odata.etag'] ?? item.eTag;
}

/** An item as a stored value; undefined where the answer has no etag. Throws `UnreadableItem`. */
export function storedFrom<T>(list: ListDefinition<T>, item: Item): Stored<T> | undefined {
  const revision = etagOf(item);
  if (revision === undefined || item.fields === undefined) return undefined;
  return { value: list.fromFields(item.fields, item.id), itemId: item.id, revision };
}

/** The columns whose values are too long to be stored whole. */
export function tooLongFields(list: ListDefinition<unknown>, fields: Fields): readonly string[] {
  const notes = new Set(
    list.columns.filter(({ type }) => type.kind === 'note').map(({ name }) => name),
  );
  return Object.entries(fields)
    .filter(([name, value]) => {
      const limit = notes.has(name) ? longestNote : longestText;
      return typeof value === 'string' && value.length > limit;
    })
    .map(([name]) => name);
}

/** A text as a literal of an OData filter inside a query. */
export function literal(value: string): string {
  return encodeURIComponent(`'${value.replaceAll("'", "''")}'`);
}
