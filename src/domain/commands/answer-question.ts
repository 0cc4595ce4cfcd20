import { audienceOf } from '../audience-of.js';
import type { FieldFault } from '../field-fault.js';
import { readText } from '../form-fields.js';
import { transitions } from '../lifecycle.js';
import { actTextLimits } from '../limits.js';
import { perform } from '../perform.js';
import type { Command } from './command.js';

/** T3: the proposer answers; the proposal goes on where it was asked. */
export const answerQuestion: Command = (proposal, form, act, context) => {
  const faults: FieldFault[] = [];
  const text = readText(form, 'answer', { most: actTextLimits.answer }, faults);
  return perform(proposal, act, 'T3', { faults }, () => ({
    kind: 'question-answered',
    text,
    audience: audienceOf(proposal, transitions.T3.atOnce, context, act.at),
  }));
};
