import type { ProposingEvent } from '../events/proposing-events.js';
import type { Appliers } from './appliers.js';

/** What each of them makes of a proposal. `received` makes one, in replay.ts. */
export const proposingAppliers: Appliers<Exclude<ProposingEvent, { kind: 'received' }>> = {
  'content-edited': (proposal, { content, proposer }) => ({ ...proposal, content, proposer }),
  withdrawn: (proposal, { seq, occurredAt }) => {
    const { question: _, ...rest } = proposal;
    const published = { ...proposal.published, status: 'withdrawn' as const, seq, at: occurredAt };
    return { ...rest, status: 'withdrawn', published };
  },
  'co-proposer-invited': (proposal, { personId, name }) => ({
    ...proposal,
    coProposers: [
      ...proposal.coProposers.filter((each) => each.personId !== personId),
      { personId, name, answer: 'invited' },
    ],
  }),
  'co-proposer-answered': (proposal, { personId, answer }) => ({
    ...proposal,
    coProposers: proposal.coProposers.map((each) =>
      each.personId === personId ? { ...each, answer } : each,
    ),
  }),
  'presentation-answered': (proposal, { answer }) =>
    proposal.presentation
      ? { ...proposal, presentation: { ...proposal.presentation, answer } }
      : proposal,
};
