import type { Duty } from '../duties.js';
import type { CivilDate } from '../instant.js';
import type { Proposal } from '../proposal.js';

/** Something that its office should have done by now. */
export interface OverdueDuty {
  readonly proposal: Proposal;
  readonly duty: Extract<Duty, { readonly kind: 'open' }>;
}

/** Everything whose day is past, whoever answers for it; the oldest day first. */
export function overdueDuties(
  proposals: readonly Proposal[],
  dutyOf: (proposal: Proposal) => Duty,
  today: CivilDate,
): readonly OverdueDuty[] {
  return proposals
    .flatMap((proposal) => {
      const duty = dutyOf(proposal);
      return duty.kind === 'open' && duty.dueOn < today ? [{ proposal, duty }] : [];
    })
    .toSorted((a, b) => (a.duty.dueOn < b.duty.dueOn ? -1 : 1));
}
