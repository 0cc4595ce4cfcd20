/** Short rows of numbers, many of them in few arrays: an array of its own for each would be larger than its numbers. */
export interface NumberPool {
  /** Keeps a row; answers its handle. */
  add(row: readonly number[]): number;
  /** A view of a row; not to be altered. */
  get(handle: number): Uint32Array;
}

const chunkLength = 65_536;

/** Opens an empty pool. Rows are never given back: who has many of no use begins a new pool. */
export function createNumberPool(): NumberPool {
  const chunks: Uint32Array[] = [];
  /** Where the next row goes in the last chunk. */
  let used = chunkLength;
  /** Of each handle its chunk, its beginning there and its length. */
  const places: number[] = [];

  return {
    add(row) {
      if (used + row.length > chunkLength) {
        chunks.push(new Uint32Array(Math.max(chunkLength, row.length)));
        used = 0;
      }
      chunks.at(-1)?.set(row, used);
      places.push(chunks.length - 1, used, row.length);
      used += row.length;
      return places.length / 3 - 1;
    },
    get(handle) {
      const [chunk = 0, start = 0, length = 0] = places.slice(handle * 3, handle * 3 + 3);
      return chunks[chunk]?.subarray(start, start + length) ?? new Uint32Array();
    },
  };
}
