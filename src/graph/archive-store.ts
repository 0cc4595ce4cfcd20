import type { TrailEntryBase } from '../domain/trail-entry.js';
import type { ArchiveStore } from '../usecases/trail-archive.js';
import type { GraphClient } from './client.js';
import { literal } from './items.js';
import { createListItems, type ListPath } from './list-items.js';
import type { ArchiveList } from './lists/archive-list.js';
import { createStore } from './store.js';

/** More items than one trail ever has. */
const most = 200;

/** A list of archived trails behind its port. */
export function createArchiveStore<E extends TrailEntryBase>(
  list: ArchiveList<E>,
  path: ListPath,
  client: GraphClient,
): ArchiveStore<E> {
  const items = createListItems(list, path, client);
  const { create, findByKey } = createStore(list, path, client);
  return {
    create,
    findByKey,
    allOf: (id) => items.query(`$filter=fields/${list.idColumn} eq ${literal(id)}&$top=${most}`),
  };
}
