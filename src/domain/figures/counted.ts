import type { Decision } from '../decision.js';
import { mergeGroups } from '../merge-groups.js';
import type { Proposal } from '../proposal.js';
import type { ProposalState } from '../proposal-state.js';
import type { Status } from '../status.js';
import type { CountedLine } from './hold-back.js';

/** From which of the two states figures are taken: everyone's, or that of those who decide (domain 1). */
export type FiguresView = 'published' | 'working';

/** One proposal as figures count it. */
export interface Counted {
  readonly proposal: Proposal;
  readonly status: Status;
  readonly isMerged: boolean;
  /** Not for all staff to see: it is counted, but no figure may tell of it alone (domain 5). */
  readonly isUnseen: boolean;
  readonly decision?: Decision;
}

const stateIn = (view: FiguresView, proposal: Proposal): ProposalState =>
  view === 'published' ? proposal.published : proposal;

/**
 * Proposals as one view counts them. A merged one stands in the row 統合 and in no other (domain 4); the root of its
 * group is not merged, and where that one is withdrawn nobody is merged into anything.
 */
export function countedIn(
  view: FiguresView,
  proposals: readonly Proposal[],
  isForAllStaff: (proposal: Proposal) => boolean = () => true,
): readonly Counted[] {
  const states = new Map(proposals.map((each) => [each.id, stateIn(view, each)]));
  const { survivorOf } = mergeGroups(
    proposals.map(({ id, number }) => ({ id, number, mergedInto: states.get(id)?.mergedInto })),
  );
  return proposals.map((proposal) => {
    const { status, decision } = stateIn(view, proposal);
    const survivor = survivorOf(proposal.id);
    const isMerged = survivor !== proposal.id && states.get(survivor)?.status !== 'withdrawn';
    const isUnseen = view === 'published' && !isForAllStaff(proposal);
    return { proposal, status, isMerged, isUnseen, ...(decision && { decision }) };
  });
}

/** Whether it belongs to the count of received, which is without those withdrawn (domain 4). */
export const isReceived = ({ status }: Counted): boolean => status !== 'withdrawn';

/** Proposals as one line of a chart. */
export const lineOf = (own: readonly Counted[]): CountedLine => ({
  count: own.length,
  hasUnseen: own.some(({ isUnseen }) => isUnseen),
});

/** Counted proposals under the key that each has, the keys in the order in which they come. */
export function groupCounted(
  counted: readonly Counted[],
  keyOf: (counted: Counted) => string,
): Map<string, readonly Counted[]> {
  const groups = new Map<string, Counted[]>();
  for (const each of counted) {
    const key = keyOf(each);
    const own = groups.get(key);
    if (own) own.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}
