import { join } from 'node:path';
import { createNumberColumn } from '../domain/search/number-column.js';
import type { NumberPool, OpenPool } from '../domain/similarity/number-pool.js';
import { type AppendedFile, openAppendedFile } from '../spool/appended-file.js';

/** Pools of rows whose numbers lie in files of this process. */
export interface RowFiles {
  readonly open: OpenPool;
  close(): void;
}

const bytesPerNumber = Uint32Array.BYTES_PER_ELEMENT;
const bytesOf = (row: Uint32Array): Buffer =>
  Buffer.from(row.buffer, row.byteOffset, row.byteLength);

/** A pool over a file. `onFault` is told of the first row that cannot be read. */
function openPool(
  file: AppendedFile,
  end: () => void,
  onFault: (fault: unknown) => void,
): NumberPool {
  /** How many numbers there are up to the beginning of each row. */
  const starts = createNumberColumn();
  let count = 0;
  let isToldOf = false;

  function read(at: number, length: number): Buffer | undefined {
    try {
      const bytes = file.read(at, length);
      if (bytes) return bytes;
      throw new Error(`the rows at ${at} are not where they were put`);
    } catch (fault) {
      if (!isToldOf) onFault(fault);
      isToldOf = true;
      return undefined;
    }
  }

  return {
    end,
    add(row) {
      file.put(bytesOf(Uint32Array.from(row)));
      count += 1;
      starts.set(count, starts.get(count - 1) + row.length);
      return count - 1;
    },
    get(handle) {
      const [from, to] = [starts.get(handle), starts.get(handle + 1)];
      const row = new Uint32Array(to - from);
      if (row.length === 0) return row;
      const bytes = read(from * bytesPerNumber, row.byteLength);
      if (!bytes) return undefined;
      bytesOf(row).set(bytes);
      return row;
    },
  };
}

/** Opens them in a folder; `nameFor` gives each a name that no other process uses. */
export function openRowFiles(
  folder: string,
  nameFor: (count: number) => string,
  onFault: (fault: unknown) => void,
): RowFiles {
  const open = new Set<AppendedFile>();
  /** The pool that ended last may still be read by those who were under way. */
  let ended: AppendedFile | undefined;
  let count = 0;

  function close(file: AppendedFile): void {
    file.close();
    open.delete(file);
  }

  return {
    open() {
      const file = openAppendedFile(join(folder, nameFor(count)), onFault);
      count += 1;
      open.add(file);
      const end = (): void => {
        if (ended) close(ended);
        ended = file;
      };
      return openPool(file, end, onFault);
    },
    close() {
      for (const file of [...open]) close(file);
    },
  };
}
