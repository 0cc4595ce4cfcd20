import type { FieldFault } from '../field-fault.js';
import { readChoice, readText } from '../form-fields.js';
import { civilDateOf } from '../instant.js';
import { actTextLimits } from '../limits.js';
import { validOn } from '../masters.js';
import { perform } from '../perform.js';
import type { Command } from './command.js';

/** T15 分類の修正: figures use the corrected value, the proposer's own stays visible. Never told. */
export const reclassify: Command = (proposal, form, act, { masters }) => {
  const faults: FieldFault[] = [];
  const categories = validOn(masters.categories, civilDateOf(act.at)).map(({ id }) => id);
  const classification = {
    categoryId: readChoice(form, 'category', categories, faults),
    isDigital: readChoice(form, 'isDigital', ['digital', 'non-digital'], faults) === 'digital',
    costNeeded: readChoice(form, 'costNeeded', ['yes', 'no'], faults) === 'yes',
  };
  const reason = readText(form, 'reason', actTextLimits.reason, faults);
  return perform(proposal, act, 'T15', { faults }, () => ({
    kind: 'reclassified',
    classification,
    reason,
  }));
};
