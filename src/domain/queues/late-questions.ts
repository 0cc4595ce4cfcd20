import type { CivilDate } from '../instant.js';
import type { Proposal } from '../proposal.js';

/** Proposals whose question nobody answered by its day, so that the review may go on without an answer (T3b). */
export function lateQuestions(
  proposals: readonly Proposal[],
  today: CivilDate,
): readonly Proposal[] {
  const dueOn = ({ question }: Proposal): CivilDate => question?.dueOn ?? '';
  return proposals
    .filter((proposal) => proposal.question && dueOn(proposal) < today)
    .toSorted((a, b) => (dueOn(a) < dueOn(b) ? -1 : 1));
}
