import type { ActContext } from '../act-context.js';
import { audienceOf } from '../audience-of.js';
import type { FieldFault } from '../field-fault.js';
import { readOptionalText } from '../form-fields.js';
import { transitions } from '../lifecycle.js';
import { actTextLimits } from '../limits.js';
import { perform } from '../perform.js';
import type { Proposal } from '../proposal.js';
import type { Refusal } from '../refusal.js';
import type { Command } from './command.js';

/**
 * A question during the review opens no way out of it. What others are merged into is not withdrawn under them; only
 * what is published of that counts, because the answer would tell of the rest (domain 1).
 */
function refuseWithdrawal(
  { id, question }: Proposal,
  { isSurvivor }: ActContext,
): Refusal | undefined {
  if (question?.resume === 'reviewing') return { code: 'review-has-begun' };
  return isSurvivor(id) ? { code: 'survivor-of-others' } : undefined;
}

/** T13 取下げ: by the proposer, before the review. The number stays taken. */
export const withdraw: Command = (proposal, form, act, context) => {
  const faults: FieldFault[] = [];
  const reason = readOptionalText(form, 'reason', actTextLimits.reason.most, faults);
  const refusal = refuseWithdrawal(proposal, context);
  return perform(proposal, act, 'T13', { faults, refusal }, () => ({
    kind: 'withdrawn',
    ...(reason !== undefined && { reason }),
    audience: audienceOf(proposal, transitions.T13.atOnce, context, act.at),
  }));
};
