import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { abandonedFolders, clearFolder, moveFiles, signOfLife } from './abandoned-folders.js';
import { keepHandle } from './kept-handle.js';
import { openLifeSign } from './life-sign.js';

/** A sub-folder that one process owns while it shows signs of life. */
export interface ProcessFolder {
  readonly path: string;
  /** Makes sure that the folder is there: another process may have cleared it while this one was suspended. */
  ensure(): Promise<void>;
  /** The same where this process has not shown life for long enough that others may have noticed. */
  ensureIfLate(): Promise<void>;
  /** Syncs the folder, so that a rename in it survives a power cut. */
  sync(): Promise<void>;
  /** Moves the wanted files of processes that are gone into this folder, telling of each as it is moved. */
  takeOver(isWanted: (name: string) => boolean, onMoved: (name: string) => void): Promise<void>;
  /** The folders beside this one, of processes alive or gone, as the last `takeOver` saw them. */
  others(): readonly string[];
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
  const handle = keepHandle(path);
  const life = await openLifeSign(path, handle.renew);

  let others: readonly string[] = [];

  async function sync(): Promise<void> {
    // A sign under way may have made the folder anew without having told yet: then the open one is the old one.
    await life.settled();
    await handle.sync();
  }

  async function takeOver(
    isWanted: (name: string) => boolean,
    onMoved: (name: string) => void,
  ): Promise<void> {
    await life.show();
    const names = (await readdir(root)).filter((name) => name !== instance);
    others = names.map((name) => join(root, name));
    const here = (await stat(join(path, signOfLife))).mtimeMs;
    for (const other of await abandonedFolders(root, instance, here)) {
      if ((await moveFiles(other, path, isWanted, onMoved)) > 0) await sync();
      await clearFolder(other);
    }
  }

  return {
    path,
    ensure: life.show,
    ensureIfLate: life.showIfLate,
    sync,
    takeOver,
    others: () => others,
    close: () => {
      life.stop();
      handle.close();
    },
  };
}
