/** Values that many items hold alike, held once. */
export interface SharedValues<T extends object> {
  /** The value of a key: the one known, or what is made now. What is shared is never altered. */
  of(key: string, make: () => T): T;
}

/** Opens it empty. Once it is full it begins anew, so that it never holds more than this beside the items. */
export function openSharedValues<T extends object>(most = 30_000): SharedValues<T> {
  const known = new Map<string, T>();
  return {
    of(key, make) {
      const value = known.get(key);
      if (value !== undefined) return value;
      if (known.size >= most) known.clear();
      const fresh = make();
      known.set(key, fresh);
      return fresh;
    },
  };
}
