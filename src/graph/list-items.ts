import { z } from 'zod';
import { Failure, isFailure } from '../usecases/failure.js';
import type { Stored } from '../usecases/ports.js';
import type { GraphClient } from './client.js';
import { expandFields, type Item, itemShape, type ReadItem, readItem } from './items.js';
import { type ListDefinition, UnreadableItem } from './lists/list-definition.js';

/** Where a list is: `/sites/{id}/lists/{id}`. Throws where it does not exist. */
export type ListPath = () => string;

/** Reads of one list. */
export interface ListItems<T> {
  /** One item by id, always fresh; undefined where it does not exist. */
  read(itemId: string): Promise<Stored<T> | undefined>;
  /** The same, with what is wrong with the item where it could be read all the same. */
  readWhole(itemId: string): Promise<ReadItem<T> | undefined>;
  /** Items that a query finds; may miss what is younger than a few seconds. */
  query(query: string): Promise<readonly Stored<T>[]>;
  /** An item that came as an answer, as a stored value. Throws where it has no etag, no fields or cannot be read. */
  stored(item: Item): Stored<T>;
}

const pageShape = z.object({ value: z.array(itemShape) });

/** Opens a list for reading. An item that cannot be read is a misconfigured failure naming item and column. */
export function createListItems<T>(
  list: ListDefinition<T>,
  path: ListPath,
  client: GraphClient,
): ListItems<T> {
  function whole(item: Item): ReadItem<T> {
    let made: ReadItem<T> | undefined;
    try {
      made = readItem(list, item);
    } catch (fault) {
      if (!(fault instanceof UnreadableItem)) throw fault;
      throw new Failure('misconfigured', fault.message, { cause: fault });
    }
    if (made) return made;
    throw new Failure('unavailable', `${list.name}, item ${item.id}: answered without its fields`);
  }

  const stored = (item: Item): Stored<T> => whole(item).stored;

  async function readWhole(itemId: string): Promise<ReadItem<T> | undefined> {
    const address = `${path()}/items/${encodeURIComponent(itemId)}?${expandFields(list)}`;
    try {
      return whole(await client.read(address, itemShape));
    } catch (fault) {
      if (isFailure(fault, 'not-found')) return undefined;
      throw fault;
    }
  }

  return {
    stored,
    readWhole,
    read: async (itemId) => (await readWhole(itemId))?.stored,
    async query(query) {
      const page = await client.read(`${path()}/items?${expandFields(list)}&${query}`, pageShape);
      return page.value.map(stored);
    },
  };
}
