import { audienceOf } from '../audience-of.js';
import type { FieldFault } from '../field-fault.js';
import { readText } from '../form-fields.js';
import { transitions } from '../lifecycle.js';
import { actTextLimits } from '../limits.js';
import { perform } from '../perform.js';
import type { Proposal } from '../proposal.js';
import type { Refusal } from '../refusal.js';
import type { Command } from './command.js';

function refuseReconsidering({ published, reconsidered }: Proposal): Refusal | undefined {
  if (published.status !== 'out-of-scope') {
    return { code: 'transition-not-allowed', present: published.status, allowed: [] };
  }
  return reconsidered ? { code: 'already-reconsidered' } : undefined;
}

/**
 * T16: what was out of scope is examined again, by the secretariat or by the proposer's one-time 再考願い. The proposer
 * can ask only for what was published.
 */
export const reopen: Command = (proposal, form, act, context) => {
  const faults: FieldFault[] = [];
  const reason = readText(form, 'reason', actTextLimits.reason, faults);
  const isProposer = act.by.id === proposal.proposer.personId;
  const refusal = isProposer ? refuseReconsidering(proposal) : undefined;
  return perform(proposal, act, 'T16', { faults, refusal }, () => ({
    kind: 'reopened',
    reason,
    ...(isProposer && {
      audience: audienceOf(proposal, transitions.T16.atOnce, context, act.at),
    }),
  }));
};
