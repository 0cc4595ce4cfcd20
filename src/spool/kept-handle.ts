import { type FileHandle, open } from 'node:fs/promises';
import { syncOpenFolder } from './sync-folder.js';

/** A folder that is kept open, so that syncing it is a single step. */
export interface KeptHandle {
  sync(): Promise<void>;
  /** To be called where another folder has come under the path: what was open is the old one. */
  renew(): void;
  close(): void;
}

/** Keeps the folder at `path` open from the first sync on. */
export function keepHandle(path: string): KeptHandle {
  let opened: Promise<FileHandle> | undefined;

  function letGo(): void {
    const before = opened;
    opened = undefined;
    // A sync under way ends first. A handle that was never opened, or cannot be closed, concerns nobody any more.
    before?.then((handle) => handle.close()).catch(() => undefined);
  }

  async function sync(): Promise<void> {
    opened ??= open(path, 'r');
    const mine = opened;
    try {
      await syncOpenFolder(await mine);
    } catch (fault) {
      if (opened === mine) letGo();
      throw fault;
    }
  }

  return { sync, renew: letGo, close: letGo };
}
