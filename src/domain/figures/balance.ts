import { type Status, statuses } from '../status.js';
import { type Counted, isReceived } from './counted.js';

/** Statuses that a received proposal that is not withdrawn can have. */
export const balancedStatuses = statuses.filter((status) => status !== 'withdrawn');

/**
 * The balance over all statuses, exact to the item: received = every row + merged. Those withdrawn are stated beside
 * it, 648 ほか取下げ 3 (domain 4).
 */
export interface Balance {
  readonly rows: readonly { readonly status: Status; readonly count: number }[];
  readonly merged: number;
  readonly received: number;
  readonly withdrawn: number;
  /** 実現 a（うち一部 b）. */
  readonly realised: { readonly all: number; readonly inPart: number };
}

/** Counts every proposal exactly once. */
export function balanceOf(counted: readonly Counted[]): Balance {
  const received = counted.filter(isReceived);
  const own = received.filter(({ isMerged }) => !isMerged);
  const countOf = (status: Status) => own.filter((each) => each.status === status).length;
  const inPart = countOf('partially-realised');
  return {
    rows: balancedStatuses.map((status) => ({ status, count: countOf(status) })),
    merged: received.length - own.length,
    received: received.length,
    withdrawn: counted.length - received.length,
    realised: { all: countOf('realised') + inPart, inPart },
  };
}
