import type { ProposingEvent } from '../events/proposing-events.js';
import type { Appliers } from './appliers.js';

/** What each of them makes of a proposal. `received` makes one, in replay.ts. */
export const proposingAppliers: Appliers<Exclude<ProposingEvent, { kind: 'received' }>> = {
  'content-edited': (proposal, { content, proposer }) => ({ ...proposal, content, proposer }),
  'file-attached': (proposal, { file, occurredAt }) => ({
    ...proposal,
    attachment: { ...file, at: occurredAt },
  }),
  'file-removed': ({ attachment: _, ...rest }) => rest,
  // Nothing is left to publish: what was linked, merged or scheduled before the review and not told is void.
  withdrawn: (proposal, { seq, occurredAt }) => {
    const { question: _q, publicationDue: _d, mergedInto: _m, links: _l, ...rest } = proposal;
    const { mergedInto: _p, ...told } = proposal.published;
    return {
      ...rest,
      ...(told.links && { links: told.links }),
      status: 'withdrawn',
      published: { ...told, status: 'withdrawn', seq, at: occurredAt },
    };
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
