import { audienceOf } from '../audience-of.js';
import type { FieldFault } from '../field-fault.js';
import { readText } from '../form-fields.js';
import { civilDateOf } from '../instant.js';
import { transitions } from '../lifecycle.js';
import { actTextLimits } from '../limits.js';
import { perform, refuseBefore } from '../perform.js';
import { refused } from '../result.js';
import type { Command } from './command.js';

/** T3b 回答なしで検討: goes on without an answer, once the ten working days for it are over. */
export const dropQuestion: Command = (proposal, form, act, context) => {
  const faults: FieldFault[] = [];
  const text = readText(form, 'note', { most: actTextLimits.note }, faults);
  const refusal = refuseBefore(proposal, act, 'T3b');
  if (refusal) return refused(refusal);
  const dueOn = proposal.question?.dueOn;
  if (dueOn !== undefined && civilDateOf(act.at) <= dueOn) {
    return refused({ code: 'too-early-to-drop', dueOn });
  }
  return perform(proposal, act, 'T3b', { faults }, () => ({
    kind: 'question-dropped',
    note: text,
    audience: audienceOf(proposal, transitions.T3b.atOnce, context, act.at),
  }));
};
