import { audienceOf } from '../audience.js';
import type { FieldFault } from '../field-fault.js';
import { readText } from '../form-fields.js';
import { transitions } from '../lifecycle.js';
import { actTextLimits } from '../limits.js';
import { perform } from '../perform.js';
import { refused } from '../result.js';
import type { Command } from './command.js';

/**
 * T16: what was out of scope is examined again, by the secretariat or by the proposer's one-time 再考願い. The proposer
 * can ask only for what was published.
 */
export const reopen: Command = (proposal, form, act, context) => {
  const faults: FieldFault[] = [];
  const reason = readText(form, 'reason', actTextLimits.reason, faults);
  const isProposer = act.by.id === proposal.proposer.personId;
  if (isProposer && proposal.published.status !== 'out-of-scope') {
    const { status } = proposal.published;
    return refused({ code: 'transition-not-allowed', present: status, allowed: [] });
  }
  if (isProposer && proposal.reconsidered) return refused({ code: 'already-reconsidered' });
  return perform(proposal, act, 'T16', faults, () => ({
    kind: 'reopened',
    reason,
    ...(isProposer && {
      audience: audienceOf(proposal, transitions.T16.atOnce, context, act.at),
    }),
  }));
};
