import type { Act } from '../act.js';
import type { Presentation } from '../commitments.js';
import type { Proposal } from '../proposal.js';
import { compareProposalNumbers } from '../proposal-number.js';
import { isDecisionInForce } from '../published-view.js';
import type { Status } from '../status.js';
import { isAsked, maySeeWorking } from '../visibility.js';

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

const judged: ReadonlySet<Status> = new Set(['received', 'clarifying', 'reviewing']);

/** Whether somebody has a say in what becomes of it, unseen who proposed it (blind review, domain 5). */
function isJudgedBlindBy(proposal: Proposal, act: Act): boolean {
  const hasSay = maySeeWorking(proposal, act) || isAsked(proposal, act);
  return hasSay && judged.has(proposal.published.status);
}

/**
 * What an executive sees: those alone who accepted to present, with the meeting, the earliest first (domain 8). What is
 * 非公開 stays with those who work on it, and names stay unknown to an executive who judges it as well.
 */
export function acceptedPresentations(
  proposals: readonly Proposal[],
  act: Act,
): readonly Presented[] {
  return proposals
    .filter((each) => !each.hidden && !isOver(each) && !isJudgedBlindBy(each, act))
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
