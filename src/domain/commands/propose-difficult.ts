import type { FieldFault } from '../field-fault.js';
import { fiscalYearOf } from '../fiscal-year.js';
import { readAmount, readText } from '../form-fields.js';
import { actTextLimits } from '../limits.js';
import { perform } from '../perform.js';
import type { Command } from './command.js';

const furthestYears = 10;

/** T10, the first of two people: why, and in which fiscal year it is looked at again. */
export const proposeDifficult: Command = (proposal, form, act) => {
  const faults: FieldFault[] = [];
  const reason = readText(form, 'reason', actTextLimits.reason, faults);
  const present = fiscalYearOf(act.at);
  const bounds = { least: present + 1, most: present + furthestYears };
  const reexamineFiscalYear = readAmount(form, 'reexamineFiscalYear', bounds, faults);
  if (!form.reexamineFiscalYear?.trim()) {
    faults.push({ field: 'reexamineFiscalYear', rule: 'required' });
  }
  return perform(proposal, act, 'T10', { faults }, () => ({
    kind: 'confirmation-asked',
    confirmable: {
      what: 'difficult',
      difficulty: { reason, reexamineFiscalYear: reexamineFiscalYear ?? present + 1 },
    },
  }));
};
