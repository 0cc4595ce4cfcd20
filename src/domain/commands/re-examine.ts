import type { FieldFault } from '../field-fault.js';
import { readText } from '../form-fields.js';
import { actTextLimits } from '../limits.js';
import { perform } from '../perform.js';
import type { Command } from './command.js';

/** T11 再検討: what was too difficult is examined again. */
export const reExamine: Command = (proposal, form, act) => {
  const faults: FieldFault[] = [];
  const reason = readText(form, 'reason', actTextLimits.reason, faults);
  return perform(proposal, act, 'T11', { faults }, () => ({ kind: 're-examined', reason }));
};
