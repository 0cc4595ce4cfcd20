import type { ItemFault, ItemProblem } from '../domain/health/item-fault.js';
import type { Held, HeldChange } from './held.js';
import { createItemKeys, type ItemKeys } from './item-keys.js';
import { contentsOf, type NotedFault, type ShelfContents, type Slot } from './shelf-contents.js';

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
  /** How a state is held that is newer than the one before. */
  readonly hold?: (held: Held<T>, before?: Held<T>) => Held<T>;
}

/** One list in memory. */
export interface Shelf<T> extends ShelfContents<T> {
  byKey(key: string): Held<T> | undefined;
  /** What is shown of an item, which may be its last readable state. */
  byItem(itemId: string): Held<T> | undefined;
  /** How the state that is held of an item is ordered; undefined where none is, or where any state is newer. */
  versionAt(itemId: string): number | undefined;
  /** Every value, one of each key; the same array until something changes. */
  values(): readonly T[];
  /** Takes a change that the feed tells. */
  apply(change: HeldChange<T>): void;
  /** Takes the reply of an own write. */
  took(stored: Held<T>): void;
  /** Items that cannot be read at present, and those whose key another one has. */
  faults(): readonly Omit<ItemFault, 'list'>[];
}

function isNewer(slot: Slot<unknown> | undefined, version: number | undefined): boolean {
  if (slot?.version === undefined || version === undefined) return true;
  return version > slot.version;
}

/** Any state of an item, or of all, is newer than what is held from now on. */
function doubt<T>(slots: Map<string, Slot<T>>, only?: string): void {
  for (const itemId of only === undefined ? slots.keys() : [only]) {
    const slot = slots.get(itemId);
    if (slot) slots.set(itemId, { held: slot.held, version: undefined });
  }
}

/** What is wrong with items, by item. */
function createProblems() {
  const problems = new Map<string, NotedFault>();
  return {
    /** `revision`: at which the item could be read all the same. */
    note(itemId: string, problem: ItemProblem | undefined, revision?: string): void {
      if (problem) problems.set(itemId, { problem, ...(revision !== undefined && { revision }) });
      else problems.delete(itemId);
    },
    all: () => [...problems].map(([itemId, fault]) => ({ itemId, ...fault })),
    of: (itemId: string) => problems.get(itemId),
  };
}

const doublesIn = (keys: ItemKeys) =>
  keys
    .doubles()
    .map(({ itemId, ...rest }) => ({ itemId, problem: { code: 'doubled' as const, ...rest } }));

/** Which item is shown under each key, as the watcher is told. */
function createDisplay<T>(
  { keyOf, watcher }: ShelfOptions<T>,
  slots: ReadonlyMap<string, Slot<T>>,
  keys: ItemKeys,
) {
  /** Brings an item to light under its key, instead of what was shown there. */
  function show(held: Held<T>, before: Held<T> | undefined): void {
    const key = keyOf(held.value);
    const isRenamed = before !== undefined && keyOf(before.value) !== key;
    if (isRenamed) forget(before);
    const hidden = slots.get(keys.give(key, held.itemId) ?? '');
    if (hidden) watcher?.removed(hidden.held);
    watcher?.put(held, isRenamed || hidden ? undefined : before);
  }

  /** Takes what is shown of an item out of the views; another one of the same key comes to light again. */
  function forget(held: Held<T>): void {
    const key = keyOf(held.value);
    const wasShown = keys.itemOf(key) === held.itemId;
    const other = slots.get(keys.take(key, held.itemId) ?? '');
    if (wasShown) watcher?.removed(held);
    if (other) watcher?.put(other.held, undefined);
  }

  return { show, forget };
}

/**
 * Opens an empty shelf. States are ordered by version, so that repeated and late records of the feed are harmless and
 * never undo an own write. An item that becomes unreadable keeps its last readable state.
 */
export function createShelf<T>(options: ShelfOptions<T>): Shelf<T> {
  const { keyOf, versionOf, hold = (held: Held<T>) => held } = options;
  const slots = new Map<string, Slot<T>>();
  const keys = createItemKeys();
  const problems = createProblems();
  const { show, forget } = createDisplay(options, slots, keys);
  let values: readonly T[] | undefined;

  /** A fresh read does not look for problems: what the feed found of this very version stays. */
  function takeRead(held: Held<T>, version: number | undefined): void {
    const before = slots.get(held.itemId);
    if (before === undefined || before.version !== version) put(held, version);
  }

  function put(read: Held<T>, version: number | undefined, problem?: ItemProblem): void {
    const { itemId, revision } = read;
    const before = slots.get(itemId);
    if (before?.version === version) problems.note(itemId, problem, revision);
    if (!isNewer(before, version)) return;
    const held = hold(read, before?.held);
    slots.set(itemId, { held, version });
    problems.note(itemId, problem, revision);
    values = undefined;
    show(held, before?.held);
  }

  function remove(itemId: string): void {
    problems.note(itemId, undefined);
    const slot = slots.get(itemId);
    if (!slot) return;
    slots.delete(itemId);
    values = undefined;
    forget(slot.held);
  }

  return {
    byKey: (key) => slots.get(keys.itemOf(key) ?? '')?.held,
    byItem: (itemId) => slots.get(itemId)?.held,
    versionAt: (itemId) => slots.get(itemId)?.version,
    values() {
      values ??= [...slots.values()]
        .filter(({ held }) => keys.itemOf(keyOf(held.value)) === held.itemId)
        .map(({ held }) => held.value);
      return values;
    },
    apply(change) {
      if (change.kind === 'stored') put(change.stored, change.version, change.problem);
      else if (change.kind === 'gone') remove(change.itemId);
      else if (change.kind === 'unproven') doubt(slots, change.itemId);
      else problems.note(change.itemId, { code: 'unreadable', ...change.fault });
    },
    took: (stored) => takeRead(stored, versionOf(stored.revision)),
    ...contentsOf({ slots, keys, problems }),
    faults: () => [...problems.all(), ...doublesIn(keys)],
  };
}
