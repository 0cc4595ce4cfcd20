import { audienceOf } from '../audience-of.js';
import type { FieldFault } from '../field-fault.js';
import { readOptionalText } from '../form-fields.js';
import { transitions } from '../lifecycle.js';
import { actTextLimits } from '../limits.js';
import { perform } from '../perform.js';
import type { Command } from './command.js';

/** T13 取下げ: by the proposer, before the review. The number stays taken. */
export const withdraw: Command = (proposal, form, act, context) => {
  const faults: FieldFault[] = [];
  const reason = readOptionalText(form, 'reason', actTextLimits.reason.most, faults);
  return perform(proposal, act, 'T13', { faults }, () => ({
    kind: 'withdrawn',
    ...(reason !== undefined && { reason }),
    audience: audienceOf(proposal, transitions.T13.atOnce, context, act.at),
  }));
};
