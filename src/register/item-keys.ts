/** Which item holds a business key. Keys are unique in their list, unless somebody makes an item by hand. */
export interface ItemKeys {
  itemOf(key: string): string | undefined;
  /** An item has a key from now on, and is found by it. Answers the item that was found by it before. */
  give(key: string, itemId: string): string | undefined;
  /** An item has a key no more. Answers another that has it too and is found by it again. */
  take(key: string, itemId: string): string | undefined;
  /** Items that have a key by which another one is found. */
  doubles(): readonly {
    readonly itemId: string;
    readonly key: string;
    readonly otherItemId: string;
  }[];
}

/** Opens it empty. */
export function createItemKeys(): ItemKeys {
  const holders = new Map<string, string>();
  /** Keys that several items have: all who have it, whoever is found by it last. */
  const shared = new Map<string, Set<string>>();

  function release(key: string, itemId: string): string | undefined {
    const all = shared.get(key);
    all?.delete(itemId);
    const rest = [...(all ?? [])];
    if (rest.length < 2) shared.delete(key);
    return rest.at(-1);
  }

  return {
    itemOf: (key) => holders.get(key),
    give(key, itemId) {
      const before = holders.get(key);
      holders.set(key, itemId);
      if (before === undefined || before === itemId) return undefined;
      const all = shared.get(key) ?? new Set([before]);
      all.delete(itemId);
      shared.set(key, all.add(itemId));
      return before;
    },
    take(key, itemId) {
      const other = release(key, itemId);
      if (holders.get(key) !== itemId) return undefined;
      if (other === undefined) holders.delete(key);
      else holders.set(key, other);
      return other;
    },
    doubles: () =>
      [...shared].flatMap(([key, all]) => {
        const otherItemId = holders.get(key) ?? '';
        return [...all]
          .filter((itemId) => itemId !== otherItemId)
          .map((itemId) => ({ itemId, key, otherItemId }));
      }),
  };
}
