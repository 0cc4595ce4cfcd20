import { audienceOf } from '../audience-of.js';
import type { FieldFault } from '../field-fault.js';
import { readText } from '../form-fields.js';
import { civilDateOf } from '../instant.js';
import { transitions } from '../lifecycle.js';
import { actTextLimits, replyWorkingDays } from '../limits.js';
import { isOpenRequest } from '../opinion.js';
import { perform } from '../perform.js';
import type { Proposal } from '../proposal.js';
import type { Refusal } from '../refusal.js';
import { addWorkingDays } from '../working-days.js';
import type { ActForm, Command } from './command.js';

/** The opinion request on whose behalf it is asked; nothing where it is the secretariat's own question. */
function readRequestId(
  { opinions }: Proposal,
  form: ActForm,
  faults: FieldFault[],
): { readonly requestId?: string } {
  const requestId = form.requestId?.trim();
  if (!requestId) return {};
  const isKnown = opinions.some((request) => request.id === requestId && isOpenRequest(request));
  if (!isKnown) faults.push({ field: 'requestId', rule: 'not-a-choice' });
  return { requestId };
}

/** A question is told at once, so that it would tell of a way back to the review that is not published yet. */
function refuseBeforePublished({ published }: Proposal): Refusal | undefined {
  return published.status === 'received' || published.status === 'reviewing'
    ? undefined
    : { code: 'publish-first' };
}

/**
 * T2: asks the proposer, before or during the review (domain 2). An owner's question goes through the secretariat and
 * stays blind: only the request it belongs to is kept.
 */
export const askQuestion: Command = (proposal, form, act, context) => {
  const faults: FieldFault[] = [];
  const text = readText(form, 'question', { most: actTextLimits.question }, faults);
  const request = readRequestId(proposal, form, faults);
  const refusal = refuseBeforePublished(proposal);
  const today = civilDateOf(act.at);
  return perform(proposal, act, 'T2', { faults, refusal }, () => ({
    kind: 'question-asked',
    text,
    dueOn: addWorkingDays(today, replyWorkingDays.question, context.isHoliday),
    ...request,
    audience: audienceOf(proposal, transitions.T2.atOnce, context, act.at),
  }));
};
