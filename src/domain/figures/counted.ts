import type { Decision } from '../decision.js';
import type { Proposal } from '../proposal.js';
import type { ProposalState } from '../proposal-state.js';
import type { Status } from '../status.js';

/** From which of the two states figures are taken: everyone's, or that of those who decide (domain 1). */
export type FiguresView = 'published' | 'working';

/** One proposal as figures count it. */
export interface Counted {
  readonly proposal: Proposal;
  readonly status: Status;
  readonly isMerged: boolean;
  readonly decision?: Decision;
}

/** A proposal as one view counts it. A merged one stands in the row 統合 and in no other (domain 4). */
export function countedIn(view: FiguresView, proposal: Proposal): Counted {
  const state: ProposalState = view === 'published' ? proposal.published : proposal;
  return {
    proposal,
    status: state.status,
    isMerged: state.mergedInto !== undefined,
    ...(state.decision && { decision: state.decision }),
  };
}

/** Whether it belongs to the count of received, which is without those withdrawn (domain 4). */
export const isReceived = ({ status }: Counted): boolean => status !== 'withdrawn';
