import type { PublicationEvent } from '../events/publication-events.js';
import { type FirstInstants, withFirst } from '../first-instants.js';
import type { Instant } from '../instant.js';
import type { ProposalState } from '../proposal-state.js';
import type { Appliers } from './appliers.js';

/** The instants after a state was told. */
function firstsTold(
  firsts: FirstInstants | undefined,
  { decision, status }: ProposalState,
  at: Instant,
): FirstInstants | undefined {
  const decided = decision ? withFirst(firsts, 'decisionTold', at) : firsts;
  return status === 'realised' ? withFirst(decided, 'realisationTold', at) : decided;
}

/** What each of them makes of a proposal. */
export const publicationAppliers: Appliers<PublicationEvent> = {
  'publication-scheduled': (proposal, { seq, due, release }) => ({
    ...proposal,
    publicationDue: { due, seq, ...(release && { release }) },
  }),
  'publication-undone': ({ publicationDue: _, ...rest }) => rest,
  published: ({ publicationDue: _, ...rest }, { seq, state, occurredAt }) => {
    const firsts = firstsTold(rest.firsts, state, occurredAt);
    return { ...rest, ...(firsts && { firsts }), published: { ...state, seq, at: occurredAt } };
  },
};
