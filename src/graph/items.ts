import { z } from 'zod';
import type { ItemProblem } from '../domain/health/item-fault.js';
import type { Stored } from '../usecases/ports.js';
import { longestNote, longestText } from './lists/column.js';
import {
  type Fields,
  type ListDefinition,
  type ReadFields,
  UnreadableItem,
} from './lists/list-definition.js';

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

/** A value that was read, and what is wrong with its item where it could be read all the same. */
interface ReadValue<T> {
  readonly value: T;
  readonly problem?: ItemProblem;
}

/** A stored value with what is wrong with its item, if anything. */
export interface ReadItem<T> {
  readonly stored: Stored<T>;
  readonly problem?: ItemProblem;
}

/** What was changed by hand is not believed: where columns and trail differ, the trail says how things stand. */
function believed<T>(list: ListDefinition<T>, fields: ReadFields, itemId: string): ReadValue<T> {
  try {
    const value = list.fromFields(fields, itemId);
    const parts = list.notInTrail?.(value) ?? [];
    if (parts.length === 0 || !list.fromTrail) return { value };
    const problem = { code: 'not-in-trail', parts } as const;
    // A trail that cannot be replayed is damaged itself; the columns are all there is.
    return parts.includes('trail')
      ? { value, problem }
      : { value: list.fromTrail(fields, itemId), problem };
  } catch (fault) {
    if (!(fault instanceof UnreadableItem) || !list.fromTrail) throw fault;
    // Shown by its trail it would lose, with the next write, what the newer version has noted.
    if (fault.fault.problem.code === 'newer-form') throw fault;
    return {
      value: trailOr(fault, list.fromTrail, fields, itemId),
      problem: { code: 'unreadable', ...fault.fault },
    };
  }
}

/** The value by its trail; the first fault where the trail does not help either. */
function trailOr<T>(
  fault: UnreadableItem,
  fromTrail: (fields: ReadFields, itemId: string) => T,
  fields: ReadFields,
  itemId: string,
): T {
  try {
    return fromTrail(fields, itemId);
  } catch (second) {
    throw second instanceof UnreadableItem ? fault : second;
  }
}

/** An item as a stored value; undefined where the answer has no etag. Throws `UnreadableItem`. */
export function readItem<T>(list: ListDefinition<T>, item: Item): ReadItem<T> | undefined {
  const revision = etagOf(item);
  if (revision === undefined || item.fields === undefined) return undefined;
  const { value, problem } = believed(list, item.fields, item.id);
  return { stored: { value, itemId: item.id, revision }, ...(problem && { problem }) };
}

/**
 * The item that an own write has just been answered with: all its columns are as they were sent, so that they are not
 * compared with the trail. Undefined where the answer has no etag. Throws `UnreadableItem`.
 */
export function readWritten<T>(list: ListDefinition<T>, item: Item): ReadItem<T> | undefined {
  const revision = etagOf(item);
  if (revision === undefined || item.fields === undefined) return undefined;
  return { stored: { value: list.fromFields(item.fields, item.id), itemId: item.id, revision } };
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
