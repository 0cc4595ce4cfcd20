import { Worker } from 'node:worker_threads';
import type { ExaminedFile } from '../attachments/examine-file.js';
import { type Result, refused } from '../domain/result.js';
import type { ExamineOrder } from './examine-worker.js';

/** An honest file of ten megabytes takes about a second. */
const longestMs = 10_000;
const mostAtOnce = 2;
const limits = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 };

/** Looks at files one or two at a time; whoever comes later waits. */
function openTurns() {
  let free = mostAtOnce;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

function examineOnce(script: URL, order: ExamineOrder): Promise<Result<ExaminedFile>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { resourceLimits: limits });
    // A file that takes so long, or so much memory, is none that anybody wrote.
    const unreadable = () => resolve(refused({ code: 'attachment-unreadable' }));
    const late = setTimeout(() => {
      unreadable();
      worker.terminate().catch(reject);
    }, longestMs);
    worker.once('message', resolve);
    worker.once('error', (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY' || fault instanceof RangeError) unreadable();
      else reject(fault);
    });
    worker.once('exit', () => {
      clearTimeout(late);
      unreadable();
    });
    worker.postMessage(order);
  });
}

/**
 * Looks at files in threads of their own, with bounds of time and memory: whatever a file holds, it can stop nothing
 * but itself. `script`: the built worker beside this file.
 */
export function openExamination(
  script: URL,
): (bytes: Uint8Array, ending: string, most?: number) => Promise<Result<ExaminedFile>> {
  const inTurn = openTurns();
  return (bytes, ending, most) =>
    inTurn(() => examineOnce(script, { bytes, ending, ...(most !== undefined && { most }) }));
}
