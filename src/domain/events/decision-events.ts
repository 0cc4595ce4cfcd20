import type { Audience } from '../audience.js';
import type { Progress, ProgressAnswer } from '../commitments.js';
import type { Decision } from '../decision.js';
import type { CivilDate } from '../instant.js';
import type { Confirmable, Proposal } from '../proposal.js';
import type {
  DelegationReply,
  Difficulty,
  Exclusion,
  ReplyAnswer,
  WayBack,
} from '../proposal-state.js';
import type { Suggestion } from '../selection-policy.js';
import type { Appliers } from './appliers.js';

/** What is decided on a proposal and answered by its owner. Values are those after the event. */
export type DecisionEvent =
  | {
      readonly kind: 'track-decided';
      readonly decision: Decision;
      /** What the policy suggested, with its inputs, kept beside what a person decided (domain 3). */
      readonly suggestion?: Suggestion;
    }
  /** T6b: the owner's head sends a delegation back 所管違い. */
  | {
      readonly kind: 'returned';
      readonly reason: string;
      readonly suggestedDepartmentId?: string;
      readonly audience: Audience;
    }
  /** T17. */
  | {
      readonly kind: 'delegation-replied';
      readonly answer: ReplyAnswer;
      readonly dueOn: CivilDate;
      readonly text: string;
      readonly audience: Audience;
    }
  | {
      readonly kind: 'progress-reported';
      readonly answer: ProgressAnswer;
      readonly note?: string;
    }
  /** The first of two people: T9, T10, T12. */
  | { readonly kind: 'confirmation-asked'; readonly confirmable: Confirmable }
  | { readonly kind: 'confirmation-declined'; readonly reason: string }
  /** The second of two people. */
  | { readonly kind: 'found-difficult'; readonly difficulty: Difficulty }
  | { readonly kind: 'excluded'; readonly exclusion: Exclusion }
  | { readonly kind: 're-examined'; readonly reason: string }
  | { readonly kind: 'reopened'; readonly reason: string; readonly audience?: Audience };

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
