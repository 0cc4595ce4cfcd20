import { type OpenDelegation, openDelegation } from '../delegation.js';
import type { CivilDate } from '../instant.js';
import type { Proposal } from '../proposal.js';

/** A delegation that its department has not replied to. */
export interface UnansweredDelegation {
  readonly proposal: Proposal;
  readonly delegation: OpenDelegation;
}

/** Delegated, reply due before today, not replied (domain specification 1.7, 11); the oldest day first. */
export function overdueReplies(
  proposals: readonly Proposal[],
  today: CivilDate,
): readonly UnansweredDelegation[] {
  return proposals
    .flatMap((proposal) => {
      const delegation = openDelegation(proposal);
      return delegation && delegation.dueOn < today ? [{ proposal, delegation }] : [];
    })
    .toSorted((a, b) => (a.delegation.dueOn < b.delegation.dueOn ? -1 : 1));
}
