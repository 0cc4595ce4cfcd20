import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** Bodies of files by key. */
export interface Bodies {
  /** Writes at an offset; what was beyond it is dropped. Has reached the disk when it returns. */
  write(key: string, offset: number, bytes: Buffer): void;
  read(key: string): Buffer | undefined;
  remove(key: string): void;
}

function bodiesInMemory(): Bodies {
  const kept = new Map<string, Buffer>();
  return {
    write(key, offset, bytes) {
      const before = kept.get(key) ?? Buffer.alloc(0);
      kept.set(key, Buffer.concat([before.subarray(0, offset), bytes]));
    },
    read: (key) => kept.get(key),
    remove: (key) => void kept.delete(key),
  };
}

function writeAll(descriptor: number, bytes: Buffer, offset: number): void {
  let written = 0;
  while (written < bytes.length) {
    written += writeSync(descriptor, bytes, written, bytes.length - written, offset + written);
  }
}

/** Bodies in files below `dir`, or in memory when it is undefined. */
export function openBodies(dir: string | undefined): Bodies {
  if (dir === undefined) return bodiesInMemory();
  mkdirSync(dir, { recursive: true });
  const fileOf = (key: string): string => {
    if (!/^[0-9a-f-]{36}$/.test(key)) throw new Error(`not the key of a body: ${key}`);
    return join(dir, key);
  };
  return {
    write(key, offset, bytes) {
      const file = fileOf(key);
      const descriptor = openSync(file, existsSync(file) ? 'r+' : 'w');
      try {
        ftruncateSync(descriptor, offset);
        writeAll(descriptor, bytes, offset);
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
    },
    read: (key) => (existsSync(fileOf(key)) ? readFileSync(fileOf(key)) : undefined),
    remove(key) {
      if (existsSync(fileOf(key))) unlinkSync(fileOf(key));
    },
  };
}
