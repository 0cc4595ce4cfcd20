import { readFile } from 'node:fs/promises';
import type { Instant } from '../domain/instant.js';
import { writeDurably } from './durable-file.js';
import { hasCode } from './has-code.js';

/** How far notices are derived, as this machine remembers it. */
export interface LocalMark {
  /** Undefined where nothing is remembered, or nothing that can be read. */
  read(): Promise<Instant | undefined>;
  write(derivedThrough: Instant): Promise<void>;
}

/** Keeps the mark in a file. It is a second witness: a fault of the disk is told and stops nothing. */
export function openLocalMark(file: string, onFault: (fault: unknown) => void): LocalMark {
  let last: Instant | undefined;
  return {
    async read() {
      try {
        const at = Date.parse((await readFile(file, 'utf8')).trim());
        if (!Number.isNaN(at)) return at;
        onFault(new Error(`${file} holds no time`));
      } catch (fault) {
        if (!hasCode(fault, 'ENOENT')) onFault(fault);
      }
      return undefined;
    },
    async write(derivedThrough) {
      if (derivedThrough === last) return;
      try {
        await writeDurably(file, `${new Date(derivedThrough).toISOString()}\n`);
        last = derivedThrough;
      } catch (fault) {
        onFault(fault);
      }
    },
  };
}
