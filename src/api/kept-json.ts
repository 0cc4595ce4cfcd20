/**
 * The JSON of a value, kept for as long as the value is: the register replaces a proposal by a new object whenever it
 * changes, so an old text can never stand for a new state.
 */
export function keptJson<V extends object>(shapeOf: (value: V) => object): (value: V) => string {
  const kept = new WeakMap<V, string>();
  return (value) => {
    const known = kept.get(value);
    if (known !== undefined) return known;
    const text = JSON.stringify(shapeOf(value));
    kept.set(value, text);
    return text;
  };
}
