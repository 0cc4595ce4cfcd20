import type { Progress } from '../commitments.js';
import type { DecisionEvent } from '../events/decision-events.js';
import type { Proposal } from '../proposal.js';
import type { DelegationReply, WayBack } from '../proposal-state.js';
import type { Appliers } from './appliers.js';

function wentBack(proposal: Proposal, wayBack: WayBack): Proposal {
  const { decision: _d, difficulty: _f, exclusion: _e, reply: _r, ...rest } = proposal;
  return { ...rest, status: 'reviewing', wayBack };
}

/** The proposal without what waited for a second person. */
export function withoutPending(proposal: Proposal): Proposal {
  const { pending: _, ...rest } = proposal;
  return rest;
}

/** What each of them makes of a proposal. */
export const decisionAppliers: Appliers<DecisionEvent> = {
  'track-decided': ({ wayBack: _w, reply: _r, ...rest }, { decision }) => ({
    ...rest,
    status: rest.status === 'reviewing' ? 'decided' : rest.status,
    decision,
  }),
  returned: (proposal, { reason }) => wentBack(proposal, { why: 'returned', reason }),
  'delegation-replied': (proposal, { answer, dueOn, text, occurredAt }) => {
    const reply: DelegationReply = { answer, by: dueOn, text, repliedAt: occurredAt };
    return { ...proposal, reply };
  },
  'progress-reported': (proposal, { answer, note, occurredAt }) => {
    const progress: Progress = { answer, at: occurredAt, ...(note !== undefined && { note }) };
    return { ...proposal, progress };
  },
  'confirmation-asked': (proposal, { seq, by, occurredAt, confirmable }) => ({
    ...proposal,
    pending: { ...confirmable, seq, by, at: occurredAt },
  }),
  'confirmation-declined': withoutPending,
  'found-difficult': (proposal, { difficulty }) => ({
    ...withoutPending(proposal),
    status: 'difficult',
    difficulty,
  }),
  excluded: (proposal, { exclusion }) => ({
    ...withoutPending(proposal),
    status: 'out-of-scope',
    exclusion,
  }),
  're-examined': (proposal, { reason }) => wentBack(proposal, { why: 're-examined', reason }),
  reopened: (proposal, { reason, by }) => ({
    ...wentBack(proposal, { why: 'reopened', reason }),
    reconsidered: proposal.reconsidered || by.id === proposal.proposer.personId,
  }),
};
