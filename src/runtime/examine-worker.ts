import { parentPort } from 'node:worker_threads';
import { examineFile } from '../attachments/examine-file.js';

/** What is asked of the worker: one file, and then it ends. */
export interface ExamineOrder {
  readonly bytes: Uint8Array;
  readonly ending: string;
  readonly most?: number;
}

parentPort?.once('message', ({ bytes, ending, most }: ExamineOrder) => {
  parentPort?.postMessage(examineFile(bytes, ending, most));
});
