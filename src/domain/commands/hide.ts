import type { FieldFault } from '../field-fault.js';
import { readChoice, readText } from '../form-fields.js';
import { actTextLimits } from '../limits.js';
import { note } from '../perform.js';
import type { Command } from './command.js';

/** 非公開 with a reason, or its end: nobody but those who work on it and its proposers sees it (domain 5). */
export const hide: Command = (proposal, form, act) => {
  const faults: FieldFault[] = [];
  const hidden = readChoice(form, 'hidden', ['yes', 'no'], faults) === 'yes';
  const reason = readText(form, 'reason', actTextLimits.reason, faults);
  return note(proposal, act, ['secretariat'], { faults }, () => ({
    kind: 'hidden-set',
    hidden,
    reason,
  }));
};
