import type { ActContext } from '../act-context.js';
import { audienceOfDepartment } from '../audience-of.js';
import { namesProposer } from '../blind/names-proposer.js';
import { redactions } from '../blind/redact.js';
import type { FieldFault } from '../field-fault.js';
import { readChoice, readDay, readText } from '../form-fields.js';
import { addDays, civilDateOf } from '../instant.js';
import { refuseTransition } from '../lifecycle.js';
import { actTextLimits, latestDay, replyWorkingDays } from '../limits.js';
import { validOn } from '../masters.js';
import { isOpenRequest, isUnderReview } from '../opinion.js';
import { note } from '../perform.js';
import type { Proposal } from '../proposal.js';
import type { Refusal } from '../refusal.js';
import { addWorkingDays } from '../working-days.js';
import type { ActForm, Command } from './command.js';

/**
 * How the office reads the text. Where it names who proposed it, the secretariat must say: nothing is handed out
 * unredacted by oversight (domain 5).
 */
function readRedaction(
  proposal: Proposal,
  form: ActForm,
  { masters }: Pick<ActContext, 'masters'>,
  faults: FieldFault[],
) {
  const naming = namesProposer(proposal, masters);
  const isChosen = Boolean(form.redaction?.trim());
  if (!isChosen) {
    const parts = naming.map(({ part }) => part);
    return parts.length > 0 ? { refusal: { code: 'names-proposer', parts } as const } : {};
  }
  const choice = readChoice(form, 'redaction', redactions, faults);
  const words = [...new Set(naming.flatMap((each) => each.words))];
  return choice === 'redacted' ? { blackedOut: words } : {};
}

/**
 * 意見照会: asks an office for its opinion during the review, blind, with a due date; twenty working days where none
 * is named. One open request per office, which reads the text as written or with 伏せ字.
 */
export const requestOpinion: Command = (proposal, form, act, context) => {
  const faults: FieldFault[] = [];
  const today = civilDateOf(act.at);
  const departments = validOn(context.masters.departments, today).map(({ id }) => id);
  const departmentId = readChoice(form, 'requestDepartment', departments, faults);
  const text = readText(form, 'requestText', { most: actTextLimits.question }, faults);
  const usualDue = addWorkingDays(today, replyWorkingDays.opinion, context.isHoliday);
  const dueOn = form.requestDue?.trim()
    ? readDay(form, 'requestDue', { least: addDays(today, 1), most: latestDay(today) }, faults)
    : usualDue;
  const isAsked = proposal.opinions.some(
    (request) => request.departmentId === departmentId && isOpenRequest(request),
  );
  const notReviewed = isUnderReview(proposal) ? undefined : refuseTransition(proposal.status, 'T5');
  const { refusal: named, blackedOut } = readRedaction(proposal, form, context, faults);
  const refusal: Refusal | undefined = notReviewed ?? (isAsked ? { code: 'request-open' } : named);
  return note(proposal, act, ['secretariat'], { faults, refusal }, () => ({
    kind: 'opinion-requested',
    departmentId,
    text,
    dueOn,
    ...(blackedOut && { blackedOut }),
    audience: audienceOfDepartment(context.channelMap, departmentId, act.at),
  }));
};
