import type { RealisationEvent } from '../events/realisation-events.js';
import { withFirst } from '../first-instants.js';
import type { Proposal } from '../proposal.js';
import type { MeasureLink } from '../proposal-state.js';
import type { Appliers } from './appliers.js';
import { onward, withoutPending } from './decision-appliers.js';

function withoutLink({ links = [] }: Proposal, measureId: string): readonly MeasureLink[] {
  return links.filter((link) => link.measureId !== measureId);
}

/** What each of them makes of a proposal. */
export const realisationAppliers: Appliers<RealisationEvent> = {
  started: (proposal, { startedOn, firstAction }) => ({
    ...onward(proposal),
    status: 'started',
    start: { startedOn, firstAction },
  }),
  'measure-linked': (proposal, { link }) => ({
    ...proposal,
    links: [...withoutLink(proposal, link.measureId), link],
  }),
  'measure-unlinked': (proposal, { measureId }) => {
    const { links: _, ...rest } = proposal;
    const links = withoutLink(proposal, measureId);
    return links.length > 0 ? { ...rest, links } : rest;
  },
  'partly-realised': (proposal) => ({ ...onward(proposal), status: 'partially-realised' }),
  realised: (proposal, { realisation, occurredAt }) => ({
    ...onward(withoutPending(proposal)),
    firsts: withFirst(proposal.firsts, 'realised', occurredAt),
    status: 'realised',
    realisation,
  }),
  corrected: ({ realisation: _, ...rest }, { reason }) => ({
    ...rest,
    status: 'started',
    wayBack: { why: 'corrected', reason },
  }),
  'priority-set': ({ priority: _, ...rest }, { priority }) =>
    priority === undefined ? rest : { ...rest, priority },
  'presentation-invited': (proposal, { meeting, heldOn }) => ({
    ...proposal,
    presentation: { meeting, heldOn, answer: 'invited' },
  }),
};
