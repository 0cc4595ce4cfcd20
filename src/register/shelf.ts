import type { CellFault } from '../domain/health/cell-fault.js';
import type { ItemFault } from '../domain/health/item-fault.js';
import type { Held, HeldChange } from './held.js';

/** What a shelf tells those who keep indexes over it. */
export interface ShelfWatcher<T> {
  put(next: Held<T>, before: Held<T> | undefined): void;
  removed(before: Held<T>): void;
}

/** What a shelf is made with. */
export interface ShelfOptions<T> {
  /** The business key; unique in the list. */
  readonly keyOf: (value: T) => string;
  /** The order of an item's states, from its etag; undefined where the etag does not tell. */
  readonly versionOf: (revision: string) => number | undefined;
  readonly watcher?: ShelfWatcher<T>;
}

/** One list in memory. */
export interface Shelf<T> {
  byKey(key: string): Held<T> | undefined;
  /** Every value; the same array until something changes. */
  values(): readonly T[];
  /** Takes a change that the feed tells. */
  apply(change: HeldChange<T>): void;
  /** Takes the reply of an own write. */
  took(stored: Held<T>): void;
  /** Items that cannot be read at present, and those whose key another one has. */
  faults(): readonly Omit<ItemFault, 'list'>[];
}

interface Slot<T> {
  readonly held: Held<T>;
  readonly version: number | undefined;
}

/**
 * Opens an empty shelf. States are ordered by version, so that repeated and late records of the feed are harmless and
 * never undo an own write. An item that becomes unreadable keeps its last readable state.
 */
export function createShelf<T>({ keyOf, versionOf, watcher }: ShelfOptions<T>): Shelf<T> {
  const slots = new Map<string, Slot<T>>();
  const itemIds = new Map<string, string>();
  const unreadable = new Map<string, CellFault>();
  let values: readonly T[] | undefined;

  function isNewer(slot: Slot<T> | undefined, version: number | undefined): boolean {
    if (slot?.version === undefined || version === undefined) return true;
    return version > slot.version;
  }

  function put(held: Held<T>, version: number | undefined): void {
    const before = slots.get(held.itemId);
    if (before?.version === version) unreadable.delete(held.itemId);
    if (!isNewer(before, version)) return;
    const key = keyOf(held.value);
    if (before && keyOf(before.held.value) !== key) forgetKey(before.held);
    slots.set(held.itemId, { held, version });
    itemIds.set(key, held.itemId);
    unreadable.delete(held.itemId);
    values = undefined;
    watcher?.put(held, before?.held);
  }

  function forgetKey(held: Held<T>): void {
    const key = keyOf(held.value);
    if (itemIds.get(key) === held.itemId) itemIds.delete(key);
  }

  function remove(itemId: string): void {
    unreadable.delete(itemId);
    const slot = slots.get(itemId);
    if (!slot) return;
    slots.delete(itemId);
    forgetKey(slot.held);
    values = undefined;
    watcher?.removed(slot.held);
  }

  const unreadableFaults = () =>
    [...unreadable].map(([itemId, fault]) => ({
      itemId,
      problem: { code: 'unreadable', ...fault } as const,
    }));

  /** Whoever has a key that another item was given later, or before. */
  function doubles() {
    return [...slots].flatMap(([itemId, { held }]) => {
      const key = keyOf(held.value);
      const otherItemId = itemIds.get(key);
      if (otherItemId === itemId || otherItemId === undefined) return [];
      return [{ itemId, problem: { code: 'doubled', key, otherItemId } as const }];
    });
  }

  return {
    byKey: (key) => slots.get(itemIds.get(key) ?? '')?.held,
    values() {
      values ??= [...slots.values()].map((slot) => slot.held.value);
      return values;
    },
    apply(change) {
      if (change.kind === 'stored') put(change.stored, change.version);
      else if (change.kind === 'gone') remove(change.itemId);
      else unreadable.set(change.itemId, change.fault);
    },
    took: (stored) => put(stored, versionOf(stored.revision)),
    faults: () => [...unreadableFaults(), ...doubles()],
  };
}
