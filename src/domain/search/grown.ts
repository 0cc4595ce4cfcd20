const lengthFor = (length: number, place: number): number => Math.max(place + 1, length * 2, 16);

/** The same numbers with room for one at a place. */
export function grownNumbers(values: Uint32Array, place: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(lengthFor(values.length, place));
  larger.set(values);
  return larger;
}

/** The same bytes with room for one at a place. */
export function grownBytes(values: Uint8Array, place: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(lengthFor(values.length, place));
  larger.set(values);
  return larger;
}
