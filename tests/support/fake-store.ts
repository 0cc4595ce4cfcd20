import type { Store, Stored } from '../../src/usecases/ports.js';

/** A list in memory with a unique key and etags, shared by the processes of a test. */
export interface FakeList<T> {
  readonly store: Store<T>;
  readonly items: Map<string, Stored<T>>;
  /** Asked before each call; may throw, as an unreachable service would. */
  onCall: (call: 'create' | 'replace' | 'read' | 'findByKey') => void;
}

/** Builds an empty list; `keyOf` names the unique business key. */
export function fakeList<T>(keyOf: (value: T) => string): FakeList<T> {
  const items = new Map<string, Stored<T>>();
  let counter = 0;
  let lastId = 0;
  const put = (itemId: string, value: T): Stored<T> => {
    counter += 1;
    const stored = { value, itemId, revision: `"${itemId},${counter}"` };
    items.set(itemId, stored);
    return stored;
  };
  const byKey = (key: string) => [...items.values()].find((each) => keyOf(each.value) === key);
  const list: FakeList<T> = {
    items,
    onCall: () => {},
    store: {
      create: async (value) => {
        list.onCall('create');
        if (byKey(keyOf(value))) return { kind: 'refused' };
        return { kind: 'stored', stored: put(String(++lastId), value) };
      },
      read: async (itemId) => {
        list.onCall('read');
        return items.get(itemId);
      },
      findByKey: async (key) => {
        list.onCall('findByKey');
        return byKey(key);
      },
      replace: async (stored, next) => {
        list.onCall('replace');
        if (items.get(stored.itemId)?.revision !== stored.revision) {
          return { kind: 'changed-meanwhile' };
        }
        return { kind: 'stored', stored: put(stored.itemId, next) };
      },
    },
  };
  return list;
}
