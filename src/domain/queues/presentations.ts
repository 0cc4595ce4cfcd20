import type { Presentation } from '../commitments.js';
import type { Proposal } from '../proposal.js';
import { compareProposalNumbers } from '../proposal-number.js';
import { isDecisionInForce } from '../published-view.js';
import type { Status } from '../status.js';

/** How far a proposal is as a candidate 発表候補: nobody was invited yet, or what was answered. */
export const presentationStates = ['not-invited', 'invited', 'accepted', 'declined'] as const;

/** One of them. */
export type PresentationState = (typeof presentationStates)[number];

/** A proposal as a candidate. */
export interface Candidate {
  readonly proposal: Proposal;
  readonly state: PresentationState;
  readonly presentation?: Presentation;
}

const over: ReadonlySet<Status> = new Set(['withdrawn', 'out-of-scope']);

/** Whether nobody presents it any more, as far as it is published. */
function isOver({ published }: Proposal): boolean {
  return over.has(published.status) || published.mergedInto !== undefined;
}

/**
 * A proposal whose proposer may be looked for by grade band. Before its decision is published it is judged blind, and
 * the filter would tell of what band its proposer is; whoever was invited already is listed from any status.
 */
function candidateOf(proposal: Proposal): readonly Candidate[] {
  const { presentation, published } = proposal;
  if (isOver(proposal)) return [];
  if (presentation) return [{ proposal, state: presentation.answer, presentation }];
  return isDecisionInForce(published.status) ? [{ proposal, state: 'not-invited' }] : [];
}

/** The candidates for a presentation, of one grade band or of all, in order of number (domain 8). */
export function presentationCandidates(
  proposals: readonly Proposal[],
  gradeId?: string,
): readonly Candidate[] {
  return proposals
    .flatMap(candidateOf)
    .filter((each) => gradeId === undefined || each.proposal.proposer.gradeId === gradeId)
    .toSorted((a, b) => compareProposalNumbers(a.proposal.number, b.proposal.number));
}

/** A proposal whose proposer accepted to present it. */
export interface Presented {
  readonly proposal: Proposal;
  readonly presentation: Presentation;
}

/**
 * What executives see: those alone who accepted to present, with the meeting, the earliest first (domain 8). What is
 * 非公開 stays with those who work on it.
 */
export function acceptedPresentations(proposals: readonly Proposal[]): readonly Presented[] {
  return proposals
    .filter((proposal) => !proposal.hidden && !isOver(proposal))
    .flatMap((proposal) => {
      const { presentation } = proposal;
      return presentation?.answer === 'accepted' ? [{ proposal, presentation }] : [];
    })
    .toSorted(
      (a, b) =>
        a.presentation.heldOn.localeCompare(b.presentation.heldOn) ||
        compareProposalNumbers(a.proposal.number, b.proposal.number),
    );
}
