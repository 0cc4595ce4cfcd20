import type { FieldFault } from '../field-fault.js';
import { readText } from '../form-fields.js';
import { actTextLimits } from '../limits.js';
import { perform } from '../perform.js';
import type { Command } from './command.js';

/** T14 公表の訂正: what was said to be realised is not; what was published stays readable in the trail. */
export const correctPublication: Command = (proposal, form, act) => {
  const faults: FieldFault[] = [];
  const reason = readText(form, 'reason', actTextLimits.reason, faults);
  return perform(proposal, act, 'T14', { faults }, () => ({ kind: 'corrected', reason }));
};
