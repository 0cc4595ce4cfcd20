import type { ShelfWatcher } from './shelf.js';

/** Tells every one, and throws then: one that fails keeps no other from hearing of a change. */
function tellAll<T>(watchers: readonly T[], tell: (watcher: T) => void): void {
  const faults: unknown[] = [];
  for (const watcher of watchers) {
    try {
      tell(watcher);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 1) throw new AggregateError(faults, 'several watchers failed');
  if (faults.length === 1) throw faults[0];
}

/** Several watchers of one shelf, told in this order. Throws what they throw when all have been told. */
export function watchAll<T>(...watchers: readonly ShelfWatcher<T>[]): ShelfWatcher<T> {
  return {
    put: (next, before) => tellAll(watchers, (watcher) => watcher.put(next, before)),
    removed: (before) => tellAll(watchers, (watcher) => watcher.removed(before)),
  };
}
