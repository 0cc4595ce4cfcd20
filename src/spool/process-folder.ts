import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from './has-code.js';

/** A folder whose owner has not shown a sign of life for this long is abandoned. */
const abandonedAfterMs = 15_000;
const signOfLifeMs = 2_000;

/** A sub-folder that one process owns while it shows signs of life. */
export interface ProcessFolder {
  readonly path: string;
  /** Makes sure that the folder is there: another process may have cleared it while this one was suspended. */
  ensure(): Promise<void>;
  /** Moves the named files of processes that are gone into this folder. Answers what was moved. */
  takeOver(isWanted: (name: string) => boolean): Promise<readonly string[]>;
  /** Ends the signs of life. */
  close(): void;
}

/**
 * Opens the folder `instance` under `root`. Whether another process is gone is judged by the age of its sign of life
 * against one's own on the same file system, so that clocks need not agree; files are claimed by rename, which only
 * one process can win.
 */
export async function openProcessFolder(root: string, instance: string): Promise<ProcessFolder> {
  const path = join(root, instance);
  const alive = join(path, 'alive');

  async function ensure(): Promise<void> {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await writeFile(alive, '');
  }

  async function showLife(): Promise<void> {
    try {
      const now = new Date();
      await utimes(alive, now, now);
    } catch (fault) {
      if (!hasCode(fault, 'ENOENT')) throw fault;
      await ensure();
    }
  }

  await ensure();
  let failed: unknown;
  const pulse = setInterval(() => {
    // A failing pulse makes others take over, which is safe; the fault itself is raised by the next real write.
    showLife().catch((fault: unknown) => {
      failed = fault;
    });
  }, signOfLifeMs);
  pulse.unref();

  async function takeOver(isWanted: (name: string) => boolean): Promise<readonly string[]> {
    if (failed !== undefined) await showLife();
    failed = undefined;
    const moved: string[] = [];
    for (const other of await abandonedFolders(root, instance, alive)) {
      moved.push(...(await moveFiles(other, path, isWanted)));
      await rm(other, { recursive: true, force: true });
    }
    return moved;
  }

  return { path, ensure, takeOver, close: () => clearInterval(pulse) };
}

/** The files of a folder; none where another process has cleared it away meanwhile. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (fault) {
    if (hasCode(fault, 'ENOENT')) return [];
    throw fault;
  }
}

async function moveFiles(
  from: string,
  to: string,
  isWanted: (name: string) => boolean,
): Promise<readonly string[]> {
  const moved: string[] = [];
  for (const name of (await namesIn(from)).filter(isWanted)) {
    if (await renamed(join(from, name), join(to, name))) moved.push(name);
  }
  return moved;
}

/** Renames; false where another process was first. */
async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (fault) {
    if (hasCode(fault, 'ENOENT')) return false;
    throw fault;
  }
}

async function abandonedFolders(
  root: string,
  instance: string,
  alive: string,
): Promise<readonly string[]> {
  const here = (await stat(alive)).mtimeMs;
  const abandoned: string[] = [];
  for (const name of await readdir(root)) {
    const seen = name === instance ? undefined : await lastSignOfLife(join(root, name));
    if (seen !== undefined && here - seen > abandonedAfterMs) abandoned.push(join(root, name));
  }
  return abandoned;
}

/** When a process last showed itself, by the file system's clock; undefined where the path is no such folder. */
async function lastSignOfLife(folder: string): Promise<number | undefined> {
  try {
    return (await stat(join(folder, 'alive'))).mtimeMs;
  } catch (fault) {
    if (hasCode(fault, 'ENOENT', 'ENOTDIR')) return undefined;
    throw fault;
  }
}
