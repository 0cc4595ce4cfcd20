import type { Proposal } from '../proposal.js';

/** What waits for the second of two people (T9, T10, T12), the longest waiting first. */
export function waitingConfirmations(proposals: readonly Proposal[]): readonly Proposal[] {
  return proposals
    .filter(({ pending }) => pending !== undefined)
    .toSorted((a, b) => (a.pending?.at ?? 0) - (b.pending?.at ?? 0));
}
