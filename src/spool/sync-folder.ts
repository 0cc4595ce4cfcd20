import { open } from 'node:fs/promises';
import { hasCode } from './has-code.js';

/** Syncs a folder, so that a rename in it survives a power cut. Some file systems refuse; then the file is synced at least. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (fault) {
    if (!hasCode(fault, 'EINVAL', 'ENOTSUP', 'EPERM')) throw fault;
  } finally {
    await handle.close();
  }
}
