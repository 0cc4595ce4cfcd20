import type { ItemFault } from '../domain/health/item-fault.js';
import type { Held, HeldChange } from './held.js';
import type { ItemKeys } from './item-keys.js';

/** One item as it is held. */
export interface Slot<T> {
  readonly held: Held<T>;
  readonly version: number | undefined;
}

/** What is noted of an item. */
export type NotedFault = Omit<ItemFault, 'list' | 'itemId'>;

/** What a shelf holds, told so that an empty one comes to hold the same. */
export interface ShelfContents<T> {
  /** The ids of all items; those that stand behind another one of their key come first. */
  itemIds(): readonly string[];
  /** What has to be told of an item, as it is now; nothing of an unknown one. */
  changesOf(itemId: string): readonly HeldChange<T>[];
}

interface Parts<T> {
  readonly slots: ReadonlyMap<string, Slot<T>>;
  readonly keys: ItemKeys;
  readonly problems: {
    all(): readonly { itemId: string }[];
    of(id: string): NotedFault | undefined;
  };
}

function changesBehind<T>(
  itemId: string,
  slot: Slot<T> | undefined,
  fault: NotedFault | undefined,
): readonly HeldChange<T>[] {
  const problem = fault?.problem;
  // A fault without a revision is one that left the last readable state.
  const cell =
    problem?.code === 'unreadable' && fault?.revision === undefined ? problem : undefined;
  const changes: HeldChange<T>[] = [];
  if (slot) {
    const { held: stored, version } = slot;
    changes.push({ kind: 'stored', stored, version, ...(problem && !cell && { problem }) });
  }
  if (cell) {
    const { code: _, ...rest } = cell;
    changes.push({ kind: 'unreadable', itemId, fault: rest });
  }
  return changes;
}

/** Tells the contents of a shelf. */
export function contentsOf<T>({ slots, keys, problems }: Parts<T>): ShelfContents<T> {
  return {
    itemIds() {
      const noted = problems.all().map(({ itemId }) => itemId);
      const hidden = new Set(keys.doubles().map(({ itemId }) => itemId));
      const shown = [...new Set([...slots.keys(), ...noted])].filter((id) => !hidden.has(id));
      return [...hidden, ...shown];
    },
    changesOf: (itemId) => changesBehind(itemId, slots.get(itemId), problems.of(itemId)),
  };
}
