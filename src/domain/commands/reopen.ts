import { audienceOf } from '../audience-of.js';
import type { FieldFault } from '../field-fault.js';
import { readChoice, readText } from '../form-fields.js';
import { nextStatuses, transitions } from '../lifecycle.js';
import { actTextLimits } from '../limits.js';
import { note, perform } from '../perform.js';
import type { Proposal } from '../proposal.js';
import type { Refusal } from '../refusal.js';
import type { Command } from './command.js';

/** Looks at nothing but what is published and at the proposer's own earlier wish. */
function refuseReconsidering({ published, reconsidered }: Proposal): Refusal | undefined {
  const { status, mergedInto } = published;
  if (status !== 'out-of-scope') {
    return { code: 'transition-not-allowed', present: status, allowed: nextStatuses(status) };
  }
  if (mergedInto !== undefined) return { code: 'merged' };
  return reconsidered ? { code: 'already-reconsidered' } : undefined;
}

/**
 * T16: what was out of scope is examined again, by the secretariat or by the proposer's one-time 再考願い. The proposer
 * asks about what was published and is answered by it alone: where the secretariat has gone on meanwhile without
 * publishing, the wish is taken and told to the secretariat, and moves nothing. For a proposer outside Teams the
 * secretariat writes the wish, and says so: it is the same one, and counts as it.
 */
export const reopen: Command = (proposal, form, act, context) => {
  const faults: FieldFault[] = [];
  const reason = readText(form, 'reason', actTextLimits.reason, faults);
  const isWritten =
    form.onBehalf !== undefined && readChoice(form, 'onBehalf', ['yes', 'no'], faults) === 'yes';
  const isOwn = act.by.id === proposal.proposer.personId;
  if (!isOwn && !isWritten) {
    return perform(proposal, act, 'T16', { faults }, () => ({ kind: 'reopened', reason }));
  }
  const refusal = refuseReconsidering(proposal);
  return note(proposal, act, ['proposer'], { faults, refusal }, () => ({
    kind: 'reopened',
    reason,
    ...(!isOwn && { onBehalf: true as const }),
    audience: audienceOf(proposal, transitions.T16.atOnce, context, act.at),
  }));
};
