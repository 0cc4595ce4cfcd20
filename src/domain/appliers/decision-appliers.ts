import type { Progress } from '../commitments.js';
import type { DecisionEvent } from '../events/decision-events.js';
import { withFirst } from '../first-instants.js';
import type { Proposal } from '../proposal.js';
import type { DelegationReply, WayBack } from '../proposal-state.js';
import type { Appliers } from './appliers.js';

/** Examined again: what was decided, answered and begun on it holds no longer. */
function wentBack(proposal: Proposal, wayBack: WayBack): Proposal {
  const { decision: _d, start: _s, difficulty: _f, exclusion: _e, reply: _r, ...rest } = proposal;
  return { ...rest, status: 'reviewing', wayBack };
}

function isExcludedAndFree({ status, publicationDue, mergedInto }: Proposal): boolean {
  return status === 'out-of-scope' && publicationDue === undefined && mergedInto === undefined;
}

/** The proposal without why it once went back: it has gone on since. */
export function onward(proposal: Proposal): Proposal {
  const { wayBack: _, ...rest } = proposal;
  return rest;
}

/** The proposal without what waited for a second person. */
export function withoutPending(proposal: Proposal): Proposal {
  const { pending: _, ...rest } = proposal;
  return rest;
}

/** What each of them makes of a proposal. */
export const decisionAppliers: Appliers<DecisionEvent> = {
  'track-decided': ({ wayBack: _w, reply: _r, ...rest }, { decision, occurredAt }) => ({
    ...rest,
    firsts: withFirst(rest.firsts, 'decided', occurredAt),
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
    ...onward(withoutPending(proposal)),
    status: 'difficult',
    difficulty,
  }),
  excluded: (proposal, { exclusion }) => ({
    ...onward(withoutPending(proposal)),
    status: 'out-of-scope',
    exclusion,
  }),
  're-examined': (proposal, { reason }) => wentBack(proposal, { why: 're-examined', reason }),
  // The proposer's wish moves nothing where the secretariat has gone on without publishing (reopen.ts).
  reopened: (proposal, { reason, by, onBehalf }) => ({
    ...(isExcludedAndFree(proposal) ? wentBack(proposal, { why: 'reopened', reason }) : proposal),
    reconsidered: proposal.reconsidered || onBehalf || by.id === proposal.proposer.personId,
  }),
};
