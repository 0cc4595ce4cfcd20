/**
 * What is made of a value, kept for as long as the value is. Fits values that are never altered: the register
 * replaces a proposal, and the list of all, by a new object whenever something changes.
 */
export function kept<V extends object, T extends {}>(make: (value: V) => T): (value: V) => T {
  const made = new WeakMap<V, T>();
  return (value) => {
    const known = made.get(value);
    if (known !== undefined) return known;
    const fresh = make(value);
    made.set(value, fresh);
    return fresh;
  };
}
