/** Items in the order of a number each, kept in place as they come, change and go. */
export interface Ordered<T> {
  /** Puts an item where it belongs; one with the same key is replaced. */
  put(key: number, item: T): void;
  remove(key: number): void;
  at(key: number): T | undefined;
  /** Smallest key first; the same array until something changes, and never altered afterwards. */
  list(): readonly T[];
}

/** Opens an empty order. A change costs a search and, at the next reading, one copy; nothing is ever sorted. */
export function createOrdered<T>(): Ordered<T> {
  const keys: number[] = [];
  const items: T[] = [];
  let copy: readonly T[] | undefined;

  /** Where a key belongs: the place of the first that is not smaller. New keys mostly belong at the end. */
  function placeOf(key: number): number {
    const last = keys.at(-1);
    if (last === undefined || last < key) return keys.length;
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((keys[middle] ?? key) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    put(key, item) {
      const place = placeOf(key);
      const replaced = keys[place] === key ? 1 : 0;
      keys.splice(place, replaced, key);
      items.splice(place, replaced, item);
      copy = undefined;
    },
    remove(key) {
      const place = placeOf(key);
      if (keys[place] !== key) return;
      keys.splice(place, 1);
      items.splice(place, 1);
      copy = undefined;
    },
    at(key) {
      const place = placeOf(key);
      return keys[place] === key ? items[place] : undefined;
    },
    list() {
      copy ??= items.slice();
      return copy;
    },
  };
}
