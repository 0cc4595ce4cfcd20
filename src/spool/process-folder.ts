import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { abandonedFolders, clearFolder, moveFiles, signOfLife } from './abandoned-folders.js';
import { hasCode } from './has-code.js';
import { syncFolder } from './sync-folder.js';

const signOfLifeMs = 2_000;
/** Two signs missed mean that this process was suspended, or that its folder does not take them. */
const lateAfterMs = 3 * signOfLifeMs;

/** A sub-folder that one process owns while it shows signs of life. */
export interface ProcessFolder {
  readonly path: string;
  /** Makes sure that the folder is there: another process may have cleared it while this one was suspended. */
  ensure(): Promise<void>;
  /** The same where the sign of life is late; otherwise nothing, because the folder of a living process stays. */
  ensureIfLate(): Promise<void>;
  /** Moves the wanted files of processes that are gone into this folder, telling of each as it is moved. */
  takeOver(isWanted: (name: string) => boolean, onMoved: (name: string) => void): Promise<void>;
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
  const alive = join(path, signOfLife);
  let shownAt = Number.NEGATIVE_INFINITY;

  async function showLife(): Promise<void> {
    const began = performance.now();
    const made = await mkdir(path, { recursive: true, mode: 0o700 });
    // Written, not touched: only a write is dated by the clock of the file system.
    await writeFile(alive, String(process.pid), { mode: 0o600 });
    if (made !== undefined) await syncFolder(root);
    shownAt = began;
  }

  async function ensure(): Promise<void> {
    try {
      await showLife();
    } catch (fault) {
      // Cleared away between the two steps; after this the folder is young and nobody clears it again.
      if (!hasCode(fault, 'ENOENT')) throw fault;
      await showLife();
    }
  }

  const isLate = (): boolean => performance.now() - shownAt > lateAfterMs;

  await ensure();
  const pulse = setInterval(() => {
    // A failing pulse makes others take over, which is safe; the fault itself is raised by the next real write.
    ensure().catch(() => undefined);
  }, signOfLifeMs);
  pulse.unref();

  async function takeOver(
    isWanted: (name: string) => boolean,
    onMoved: (name: string) => void,
  ): Promise<void> {
    await ensure();
    const here = (await stat(alive)).mtimeMs;
    for (const other of await abandonedFolders(root, instance, here)) {
      if ((await moveFiles(other, path, isWanted, onMoved)) > 0) await syncFolder(path);
      await clearFolder(other);
    }
  }

  return {
    path,
    ensure,
    ensureIfLate: async () => {
      if (isLate()) await ensure();
    },
    takeOver,
    close: () => clearInterval(pulse),
  };
}
