import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { clearOldFiles } from './clear-old-files.js';
import { freeRoom } from './free-room.js';
import { hasCode } from './has-code.js';
import { DamagedFile, readSealedFile } from './sealed-file.js';

/** Snapshots of the register and the trails they refer to, of all processes that share a data folder. */
export interface RegisterFolder {
  readonly path: string;
  /** The snapshot that this process writes. */
  readonly own: string;
  /** The name of a file of trails of this process. */
  textsName(count: number): string;
  /** The name of a file of rows of this process, which nobody wants once it is gone. */
  rowsName(count: number): string;
  /** The snapshots that are there, the newest first. */
  snapshots(): Promise<readonly string[]>;
  /** Which of the files are not there any more. */
  missing(names: readonly string[]): Promise<readonly string[]>;
  /**
   * Removes what processes that are gone have left: snapshots older than the newest, trails that none refers to. Not
   * what this process holds.
   */
  clear(textsOf: (header: unknown) => readonly string[], held: readonly string[]): Promise<void>;
  /** How many bytes are free beside a further snapshot as large as the newest. Rejects with what the disk says. */
  room(): Promise<number>;
}

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const snapshotPrefix = 'snapshot-';
const textsPrefix = 'trails-';
const rowsPrefix = 'rows-';

const isSnapshot = (name: string): boolean =>
  name.startsWith(snapshotPrefix) && !name.endsWith('.part');

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (fault) {
    if (hasCode(fault, 'ENOENT')) return undefined;
    throw fault;
  }
}

async function namesIn(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (fault) {
    if (hasCode(fault, 'ENOENT')) return [];
    throw fault;
  }
}

/** The first line of a snapshot; undefined where it is torn or gone. Rejects where the disk does not answer. */
async function headerOf(path: string): Promise<unknown> {
  try {
    for await (const line of readSealedFile(path)) return line;
  } catch (fault) {
    // Torn or gone: it refers to nothing. What cannot be read for now may refer to what is still wanted.
    if (!(fault instanceof DamagedFile) && !hasCode(fault, 'ENOENT')) throw fault;
  }
  return undefined;
}

/** Names the files of the process `instance` in the data folder. `freeIn`: how many bytes a folder still takes. */
export function openRegisterFolder(
  dataDir: string,
  instance: string,
  freeIn = freeRoom,
): RegisterFolder {
  const path = join(dataDir, 'register');
  const own = `${snapshotPrefix}${instance}`;

  async function snapshots(): Promise<readonly string[]> {
    const names = (await namesIn(path)).filter(isSnapshot);
    const seen = await Promise.all(
      names.map(async (name) => ({ name, at: (await statOf(join(path, name)))?.mtimeMs ?? 0 })),
    );
    return seen.toSorted((a, b) => b.at - a.at).map(({ name }) => name);
  }

  return {
    path,
    own,
    textsName: (count) => `${textsPrefix}${instance}-${count}`,
    rowsName: (count) => `${rowsPrefix}${instance}-${count}`,
    snapshots,
    async missing(names) {
      const found = await Promise.all(names.map((name) => statOf(join(path, name))));
      return names.filter((_, index) => !found[index]);
    },
    async room() {
      await mkdir(path, { recursive: true, mode: 0o700 });
      const [newest] = await snapshots();
      const next = newest === undefined ? undefined : await statOf(join(path, newest));
      return (await freeIn(path)) - (next?.size ?? 0);
    },
    async clear(textsOf, held) {
      const isText = (name: string): boolean =>
        name.startsWith(textsPrefix) || name.startsWith(rowsPrefix);
      const [newest] = await snapshots();
      const spared = new Set([own, newest, ...held]);
      await clearOldFiles(path, (name) => spared.has(name) || isText(name), hourMs);
      const headers = await Promise.all(
        (await snapshots()).map((name) => headerOf(join(path, name))),
      );
      const wanted = new Set([...headers.flatMap(textsOf), ...held]);
      await clearOldFiles(path, (name) => !isText(name) || wanted.has(name), dayMs);
    },
  };
}
