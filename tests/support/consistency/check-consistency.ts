import { checkLedger } from './check-ledger.js';
import { checkInvariants, checkKeys, checkTrails } from './check-proposals.js';
import { checkKept, checkReceipts } from './check-receipts.js';
import type { SeenOffice } from './seen-office.js';

/** Something that does not fit together. */
export interface Inconsistency {
  readonly code: string;
  /** A number, a token, or the key of a notice. */
  readonly about: string;
  readonly detail?: unknown;
}

/**
 * The consistency checker (fact sheet domain-and-safety 3.3), for after every scenario: whether what stands in the
 * lists, what was sent and what is kept on disk fit together. `now` is the time of the office.
 */
export function checkConsistency(office: SeenOffice, now: number): readonly Inconsistency[] {
  return [
    ...checkKeys(office),
    ...checkTrails(office),
    ...checkReceipts(office),
    ...checkKept(office),
    ...checkLedger(office),
    ...checkInvariants(office, now),
  ];
}
