import type { Status } from '../status.js';
import { type Counted, isReceived } from './counted.js';

/**
 * How the received stand, one mark for each: the statuses and 統合, from what is done to what will not be done. Those
 * withdrawn are stated beside the count and have no mark (domain 4).
 */
export const marks = [
  'realised',
  'partially-realised',
  'started',
  'decided',
  'reviewing',
  'clarifying',
  'received',
  'difficult',
  'merged',
  'out-of-scope',
] as const satisfies readonly (Status | 'merged')[];

/** One of the marks. */
export type Mark = (typeof marks)[number];

/** The received under their marks, every one exactly once: as many as the balance has. */
export function markedIn(counted: readonly Counted[]): ReadonlyMap<Mark, readonly Counted[]> {
  const received = counted.filter(isReceived);
  return new Map(
    marks.map((mark) => [
      mark,
      received.filter((each) => (each.isMerged ? 'merged' : each.status) === mark),
    ]),
  );
}
