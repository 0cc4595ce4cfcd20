import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Finding } from '../domain/health/finding.js';

/** What an administrator must know of a spool at any moment. */
export interface SpoolState {
  readonly findings: () => readonly Finding[];
  /** A file could not be read and was set aside under this name. */
  readonly sawDamage: (file: string) => void;
  /** What the file system said when the folder was last written to; undefined: it took it. */
  readonly sawFolder: (fault: unknown) => void;
  /** Counts the files set aside anew: an administrator deletes them. */
  readonly recount: () => Promise<void>;
}

const saidBy = (fault: unknown): string => (fault instanceof Error ? fault.message : `${fault}`);

/** Remembers the state of the spool in `folder`; `onFolder` is told when it stops or begins again to take files. */
export function openSpoolState(folder: string, onFolder: (fault: unknown) => void): SpoolState {
  let damaged: readonly string[] = [];
  let fault: unknown;
  return {
    findings: () => [
      ...(fault === undefined ? [] : [{ code: 'folder-unwritable', said: saidBy(fault) } as const]),
      ...(damaged.length === 0 ? [] : [{ code: 'forms-damaged', files: damaged } as const]),
    ],
    sawDamage(file) {
      damaged = [...new Set([...damaged, basename(file)])];
    },
    sawFolder(seen) {
      const isChange = (seen === undefined) !== (fault === undefined);
      fault = seen;
      if (isChange) onFolder(seen);
    },
    async recount() {
      const names = await readdir(folder).catch(() => []);
      damaged = names.filter((name) => name.endsWith('.damaged')).toSorted();
    },
  };
}
