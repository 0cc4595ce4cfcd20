import { closeSync, fsync, open, rename, unlink, writeFile } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { syncFolder } from './sync-folder.js';

// Plain descriptors: each step is one trip to another thread, which costs far more than what is done there.
const openFile = promisify(open);
const writeAll = promisify(writeFile);
const syncFile = promisify(fsync);
const renameFile = promisify(rename);
const unlinkFile = promisify(unlink);

/**
 * Writes a file whole or not at all: to a name of its own, synced, then renamed, and its folder synced by `syncParent`.
 * Readable by the owner only. Throws what the file system says (ENOSPC, EROFS …); then nothing is left under `path`.
 */
export async function writeDurably(
  path: string,
  content: string,
  syncParent: () => Promise<void> = () => syncFolder(dirname(path)),
): Promise<void> {
  const temporary = `${path}.part`;
  const file = await openFile(temporary, 'w', 0o600);
  try {
    await writeAll(file, content, 'utf8');
    await syncFile(file);
  } catch (fault) {
    // What was written of it is of no use, and a full disk needs the room.
    await unlinkFile(temporary).catch(() => undefined);
    throw fault;
  } finally {
    // Synced already: nothing is left that closing would have to wait for.
    closeSync(file);
  }
  await renameFile(temporary, path);
  await syncParent();
}
