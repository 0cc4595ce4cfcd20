import type { FieldFault } from '../field-fault.js';
import { readDay, readText } from '../form-fields.js';
import { civilDateOf } from '../instant.js';
import { actTextLimits } from '../limits.js';
import { perform } from '../perform.js';
import type { Command } from './command.js';

/** T7 着手: the day of the start, from the receipt to today, and the first thing done. */
export const startWork: Command = (proposal, form, act) => {
  const faults: FieldFault[] = [];
  const dayBounds = { least: civilDateOf(proposal.receivedAt), most: civilDateOf(act.at) };
  const startedOn = readDay(form, 'startedOn', dayBounds, faults);
  const firstAction = readText(form, 'firstAction', { most: actTextLimits.reason.most }, faults);
  return perform(proposal, act, 'T7', { faults }, () => ({
    kind: 'started',
    startedOn,
    firstAction,
  }));
};
