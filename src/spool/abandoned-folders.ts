import { readdir, rename, rmdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from './has-code.js';

/** A folder whose owner has not shown a sign of life for this long is abandoned. */
const abandonedAfterMs = 15_000;

/** The name of the file that a process writes again and again while it lives. */
export const signOfLife = 'alive';

/** Undefined instead of a fault with one of the codes. */
async function unless<T>(work: Promise<T>, ...codes: readonly string[]): Promise<T | undefined> {
  try {
    return await work;
  } catch (fault) {
    if (hasCode(fault, ...codes)) return undefined;
    throw fault;
  }
}

/**
 * When a folder's process last showed itself, by the file system's clock. A folder without a sign of life is new, or
 * was left over when it could not be removed: then its last change counts. Undefined where the path is no folder.
 */
async function lastSeen(folder: string): Promise<number | undefined> {
  const sign = await unless(stat(join(folder, signOfLife)), 'ENOENT', 'ENOTDIR');
  if (sign) return sign.mtimeMs;
  const itself = await unless(stat(folder), 'ENOENT');
  return itself?.isDirectory() ? itself.mtimeMs : undefined;
}

/** The folders under `root`, other than `own`, whose processes were last seen too long before `here`. */
export async function abandonedFolders(
  root: string,
  own: string,
  here: number,
): Promise<readonly string[]> {
  const abandoned: string[] = [];
  for (const name of await readdir(root)) {
    const seen = name === own ? undefined : await lastSeen(join(root, name));
    if (seen !== undefined && here - seen > abandonedAfterMs) abandoned.push(join(root, name));
  }
  return abandoned;
}

/**
 * Moves the wanted files of an abandoned folder to `to`, telling of each at once. Only one process wins a file.
 * Answers how many were moved.
 */
export async function moveFiles(
  from: string,
  to: string,
  isWanted: (name: string) => boolean,
  onMoved: (name: string) => void,
): Promise<number> {
  let moved = 0;
  const names = (await unless(readdir(from), 'ENOENT')) ?? [];
  for (const name of names.filter(isWanted)) {
    const isMine = await unless(
      rename(join(from, name), join(to, name)).then(() => true),
      'ENOENT',
    );
    if (!isMine) continue;
    onMoved(name);
    moved += 1;
  }
  return moved;
}

/**
 * Removes an abandoned folder if nothing is left in it. Never recursively: its process may only have been suspended
 * and may put a form there at this moment. That form is found in a later round.
 */
export async function clearFolder(folder: string): Promise<void> {
  const names = (await unless(readdir(folder), 'ENOENT')) ?? [];
  // A half-written file promises nothing; should its writer go on, it sees the file missing and writes it anew.
  const spent = names.filter((name) => name === signOfLife || name.endsWith('.part'));
  for (const name of spent) await unless(unlink(join(folder, name)), 'ENOENT');
  await unless(rmdir(folder), 'ENOENT', 'ENOTEMPTY', 'EEXIST');
}
