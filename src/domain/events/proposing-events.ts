import type { Audience } from '../audience.js';
import type { PersonId, Proposer } from '../person.js';
import type { NewProposal } from '../proposal.js';
import type { ProposalContent } from '../proposal-content.js';
import type { Appliers } from './appliers.js';

/** What happens on the side of those who propose. Values are those after the event. */
export type ProposingEvent =
  | { readonly kind: 'received'; readonly form: NewProposal }
  | {
      readonly kind: 'content-edited';
      readonly content: ProposalContent;
      readonly proposer: Proposer;
    }
  | { readonly kind: 'withdrawn'; readonly reason?: string; readonly audience: Audience }
  | {
      readonly kind: 'co-proposer-invited';
      readonly personId: PersonId;
      readonly name: string;
      readonly audience: Audience;
    }
  | {
      readonly kind: 'co-proposer-answered';
      readonly personId: PersonId;
      readonly answer: 'accepted' | 'declined';
    }
  | { readonly kind: 'presentation-answered'; readonly answer: 'accepted' | 'declined' };

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
