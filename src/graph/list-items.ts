import { z } from 'zod';
import { Failure, isFailure } from '../usecases/failure.js';
import type { Stored } from '../usecases/ports.js';
import type { GraphClient } from './client.js';
import {
  expandFields,
  type Item,
  itemShape,
  type ReadItem,
  readItem,
  readWritten,
} from './items.js';
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
  /** An item that an own write was answered with. Throws where it has no etag, no fields or cannot be read. */
  written(item: Item): Stored<T>;
}

const pageShape = z.object({ value: z.array(itemShape) });

/** Opens a list for reading. An item that cannot be read is a misconfigured failure naming item and column. */
export function createListItems<T>(
  list: ListDefinition<T>,
  path: ListPath,
  client: GraphClient,
): ListItems<T> {
  function whole(item: Item, read: typeof readItem = readItem): ReadItem<T> {
    let made: ReadItem<T> | undefined;
    try {
      made = read(list, item);
    } catch (fault) {
      if (!(fault instanceof UnreadableItem)) throw fault;
      throw new Failure('misconfigured', fault.message, { cause: fault });
    }
    if (made) return made;
    throw new Failure('unavailable', `${list.name}, item ${item.id}: answered without its fields`);
  }

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
    written: (item) => whole(item, readWritten).stored,
    readWhole,
    read: async (itemId) => (await readWhole(itemId))?.stored,
    async query(query) {
      const page = await client.read(`${path()}/items?${expandFields(list)}&${query}`, pageShape);
      return page.value.map((item) => whole(item).stored);
    },
  };
}
