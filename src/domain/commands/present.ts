import { audienceOf } from '../audience-of.js';
import type { FieldFault } from '../field-fault.js';
import { readChoice, readDay, readLine } from '../form-fields.js';
import { civilDateOf } from '../instant.js';
import { nextStatuses } from '../lifecycle.js';
import { actTextLimits, latestDay } from '../limits.js';
import { note } from '../perform.js';
import type { Proposal } from '../proposal.js';
import type { Refusal } from '../refusal.js';
import type { Status } from '../status.js';
import type { Command } from './command.js';

const over: ReadonlySet<Status> = new Set(['withdrawn', 'out-of-scope']);

/** Nobody presents what is over, or what another proposal goes on for. */
function refuseInvitation({ status, mergedInto }: Proposal): Refusal | undefined {
  if (mergedInto !== undefined) return { code: 'merged' };
  return over.has(status)
    ? { code: 'transition-not-allowed', present: status, allowed: nextStatuses(status) }
    : undefined;
}

/** 発表候補: invites who proposed to present the idea at a meeting to come, and tells them at once. */
export const inviteToPresent: Command = (proposal, form, act, context) => {
  const faults: FieldFault[] = [];
  const meeting = readLine(form, 'meeting', actTextLimits.line, faults);
  const today = civilDateOf(act.at);
  const heldOn = readDay(form, 'heldOn', { least: today, most: latestDay(today) }, faults);
  const refusal = refuseInvitation(proposal);
  return note(proposal, act, ['secretariat'], { faults, refusal }, () => ({
    kind: 'presentation-invited',
    meeting,
    heldOn,
    audience: audienceOf(proposal, ['proposer', 'co-proposer'], context, act.at),
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
