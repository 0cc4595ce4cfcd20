import { createNumberColumn } from '../search/number-column.js';

/** Short rows of numbers, many of them in few arrays: an array of its own for each would be larger than its numbers. */
export interface NumberPool {
  /** Keeps a row; answers its handle, one more than the last. */
  add(row: readonly number[]): number;
  /** A row, not to be altered; undefined where it cannot be read any more. */
  get(handle: number): Uint32Array | undefined;
  /** Nobody asks for its rows any more, but for those who are under way. */
  end(): void;
}

/** Opens an empty pool. */
export type OpenPool = () => NumberPool;

const chunkLength = 65_536;

/** Opens an empty pool in memory. Rows are never given back: who has many of no use begins a new pool. */
export function createNumberPool(): NumberPool {
  const chunks: Uint32Array[] = [];
  /** Where the next row goes in the last chunk. */
  let used = chunkLength;
  let count = 0;
  /** Of each handle where it begins, as if all chunks were one after the other, and its length. */
  const starts = createNumberColumn();
  const lengths = createNumberColumn();

  return {
    add(row) {
      if (used + row.length > chunkLength) {
        chunks.push(new Uint32Array(Math.max(chunkLength, row.length)));
        used = 0;
      }
      chunks.at(-1)?.set(row, used);
      starts.set(count, (chunks.length - 1) * chunkLength + used);
      lengths.set(count, row.length);
      used += row.length;
      count += 1;
      return count - 1;
    },
    get(handle) {
      const start = starts.get(handle);
      const from = start % chunkLength;
      const chunk = chunks[Math.floor(start / chunkLength)];
      return chunk?.subarray(from, from + lengths.get(handle)) ?? new Uint32Array();
    },
    end: () => undefined,
  };
}
