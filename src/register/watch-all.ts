import type { ShelfWatcher } from './shelf.js';

/** Several watchers of one shelf, told in this order. */
export function watchAll<T>(...watchers: readonly ShelfWatcher<T>[]): ShelfWatcher<T> {
  return {
    put(next, before) {
      for (const watcher of watchers) watcher.put(next, before);
    },
    removed(before) {
      for (const watcher of watchers) watcher.removed(before);
    },
  };
}
