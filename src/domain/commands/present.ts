import type { FieldFault } from '../field-fault.js';
import { readChoice, readDay, readLine } from '../form-fields.js';
import { civilDateOf } from '../instant.js';
import { actTextLimits, latestDay } from '../limits.js';
import { note } from '../perform.js';
import type { Refusal } from '../refusal.js';
import type { Command } from './command.js';

/** 発表候補: invites who proposed to present the idea at a meeting to come. */
export const inviteToPresent: Command = (proposal, form, act) => {
  const faults: FieldFault[] = [];
  const meeting = readLine(form, 'meeting', actTextLimits.line, faults);
  const today = civilDateOf(act.at);
  const heldOn = readDay(form, 'heldOn', { least: today, most: latestDay(today) }, faults);
  return note(proposal, act, ['secretariat'], { faults }, () => ({
    kind: 'presentation-invited',
    meeting,
    heldOn,
  }));
};

/** Accepts or declines. Only after accepting is a name shown to executives (domain 8). */
export const answerPresentation: Command = (proposal, form, act) => {
  const faults: FieldFault[] = [];
  const answer = readChoice(form, 'invitation', ['accepted', 'declined'], faults) || 'declined';
  const refusal: Refusal | undefined = proposal.presentation ? undefined : { code: 'not-invited' };
  return note(proposal, act, ['proposer'], { faults, refusal }, () => ({
    kind: 'presentation-answered',
    answer,
  }));
};
