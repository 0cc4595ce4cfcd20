import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './sync-folder.js';

/**
 * Writes a file whole or not at all: to a name of its own, synced, then renamed. Readable by the owner only.
 * Throws what the file system says (ENOSPC, EROFS …); then nothing is left under `path`.
 */
export async function writeDurably(path: string, content: string): Promise<void> {
  const temporary = `${path}.part`;
  const handle = await open(temporary, 'w', 0o600);
  try {
    await handle.writeFile(content, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, path);
  await syncFolder(dirname(path));
}
