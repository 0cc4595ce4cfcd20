import { audienceOf } from '../audience-of.js';
import type { FieldFault } from '../field-fault.js';
import { readChoice, readDay, readText } from '../form-fields.js';
import { civilDateOf } from '../instant.js';
import { transitions } from '../lifecycle.js';
import { actTextLimits, latestDay } from '../limits.js';
import { perform, refuseUnlessDelegated } from '../perform.js';
import { replyAnswers } from '../proposal-state.js';
import type { Command } from './command.js';

/** T17 回答: what the owner makes of a delegation and by when. Told to the secretariat at once. */
export const replyToDelegation: Command = (proposal, form, act, context) => {
  const faults: FieldFault[] = [];
  const answer = readChoice(form, 'replyAnswer', replyAnswers, faults);
  const today = civilDateOf(act.at);
  const dueOn = readDay(form, 'replyBy', { least: today, most: latestDay(today) }, faults);
  const text = readText(form, 'replyText', actTextLimits.reason, faults);
  const refusal = refuseUnlessDelegated(proposal);
  return perform(proposal, act, 'T17', { faults, refusal }, () => ({
    kind: 'delegation-replied',
    answer: answer || 'difficult',
    dueOn,
    text,
    audience: audienceOf(proposal, transitions.T17.atOnce, context, act.at),
  }));
};
