import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { signOfLife } from './abandoned-folders.js';
import { hasCode } from './has-code.js';
import { syncFolder } from './sync-folder.js';

const signOfLifeMs = 2_000;
/** Two signs missed mean that this process was suspended, or that its folder does not take them. */
const lateAfterMs = 3 * signOfLifeMs;

/** The sign that a process lives, written into its folder again and again. */
export interface LifeSign {
  /** Makes the folder where it is not there, and writes the sign. */
  show(): Promise<void>;
  /** The same where the last sign is late; otherwise nothing, because the folder of a living process stays. */
  showIfLate(): Promise<void>;
  /** Waits for the signs that are being written: one of them may have made the folder anew. */
  settled(): Promise<void>;
  stop(): void;
}

async function showOnce(folder: string, onMade: () => void): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) onMade();
  // Written, not touched: only a write is dated by the clock of the file system.
  await writeFile(join(folder, signOfLife), String(process.pid), { mode: 0o600 });
  if (made !== undefined) await syncFolder(dirname(folder));
}

async function showTwice(folder: string, onMade: () => void): Promise<void> {
  try {
    await showOnce(folder, onMade);
  } catch (fault) {
    // Cleared away between the two steps; after this the folder is young and nobody clears it again.
    if (!hasCode(fault, 'ENOENT')) throw fault;
    await showOnce(folder, onMade);
  }
}

/** Shows life in `folder` now and every two seconds, as far as it takes it; `onMade` is told when the folder was made. */
export async function openLifeSign(folder: string, onMade: () => void): Promise<LifeSign> {
  const underWay = new Set<Promise<void>>();
  let shownAt = Number.NEGATIVE_INFINITY;

  async function show(): Promise<void> {
    const began = performance.now();
    const mine = showTwice(folder, onMade);
    underWay.add(mine);
    try {
      await mine;
      shownAt = began;
    } finally {
      underWay.delete(mine);
    }
  }

  // A folder that takes nothing now may take something later; until then each real write raises the fault.
  await show().catch(() => undefined);
  const pulse = setInterval(() => {
    // A failing pulse makes others take over, which is safe; the fault itself is raised by the next real write.
    show().catch(() => undefined);
  }, signOfLifeMs);
  pulse.unref();

  return {
    show,
    async showIfLate() {
      if (performance.now() - shownAt > lateAfterMs) await show();
    },
    async settled() {
      if (underWay.size > 0) await Promise.allSettled(underWay);
    },
    stop: () => clearInterval(pulse),
  };
}
