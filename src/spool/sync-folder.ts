import { type FileHandle, open } from 'node:fs/promises';
import { hasCode } from './has-code.js';

/** Syncs an open folder, so that a rename in it survives a power cut. Some file systems refuse; then the file is synced at least. */
export async function syncOpenFolder(folder: FileHandle): Promise<void> {
  try {
    await folder.sync();
  } catch (fault) {
    if (!hasCode(fault, 'EINVAL', 'ENOTSUP', 'EPERM')) throw fault;
  }
}

/** Opens a folder, syncs and closes it. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await syncOpenFolder(folder);
  } finally {
    await folder.close();
  }
}
