import { audienceOf } from '../audience.js';
import type { FieldFault } from '../field-fault.js';
import { readChoice, readDay, readText } from '../form-fields.js';
import { civilDateOf } from '../instant.js';
import { transitions } from '../lifecycle.js';
import { actTextLimits } from '../limits.js';
import { perform } from '../perform.js';
import { replyAnswers } from '../proposal-state.js';
import { refused } from '../result.js';
import type { Command } from './command.js';

/** T17 回答: what the owner makes of a delegation and by when. Told to the secretariat at once. */
export const replyToDelegation: Command = (proposal, form, act, context) => {
  const faults: FieldFault[] = [];
  const answer = readChoice(form, 'replyAnswer', replyAnswers, faults);
  const dueOn = readDay(form, 'replyBy', { least: civilDateOf(act.at) }, faults);
  const text = readText(form, 'replyText', actTextLimits.reason, faults);
  if (proposal.status === 'decided' && proposal.decision?.track !== 'delegated') {
    return refused({ code: 'not-delegated' });
  }
  return perform(proposal, act, 'T17', faults, () => ({
    kind: 'delegation-replied',
    answer: answer || 'difficult',
    dueOn,
    text,
    audience: audienceOf(proposal, transitions.T17.atOnce, context, act.at),
  }));
};
