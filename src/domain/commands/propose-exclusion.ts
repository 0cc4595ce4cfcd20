import type { FieldFault } from '../field-fault.js';
import { readChoice, readText } from '../form-fields.js';
import { actTextLimits } from '../limits.js';
import { perform } from '../perform.js';
import { exclusionReasons } from '../proposal-state.js';
import type { Command } from './command.js';

/** T12, the first of two secretaries: out of scope, only from the review, with a reason code and its explanation. */
export const proposeExclusion: Command = (proposal, form, act) => {
  const faults: FieldFault[] = [];
  const reasonCode = readChoice(form, 'exclusionReason', exclusionReasons, faults);
  const reason = readText(form, 'reason', actTextLimits.reason, faults);
  return perform(proposal, act, 'T12', { faults }, () => ({
    kind: 'confirmation-asked',
    confirmable: { what: 'out-of-scope', exclusion: { reasonCode: reasonCode || 'other', reason } },
  }));
};
