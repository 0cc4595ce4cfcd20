import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from './has-code.js';

/** Undefined where another process was faster. */
async function unlessGone<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (fault) {
    if (hasCode(fault, 'ENOENT')) return undefined;
    throw fault;
  }
}

/**
 * Removes the files of a folder that nobody wants and that were last written so long before the newest one, by the
 * clock of the file system: what is younger may be another process's at work.
 */
export async function clearOldFiles(
  folder: string,
  isWanted: (name: string) => boolean,
  olderThanMs: number,
): Promise<void> {
  const names = (await unlessGone(readdir(folder))) ?? [];
  const seen = await Promise.all(
    names.map(async (name) => ({
      name,
      at: (await unlessGone(stat(join(folder, name))))?.mtimeMs,
    })),
  );
  const newest = Math.max(0, ...seen.map(({ at }) => at ?? 0));
  for (const { name, at = newest } of seen) {
    if (isWanted(name) || newest - at < olderThanMs) continue;
    await unlessGone(unlink(join(folder, name)));
  }
}
