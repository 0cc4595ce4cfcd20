import type { Act } from '../act.js';
import { audienceOf } from '../audience-of.js';
import { actsFor, isOwnIdea } from '../capacity.js';
import type { FieldFault } from '../field-fault.js';
import { readChoice, readText } from '../form-fields.js';
import { actTextLimits } from '../limits.js';
import { isOpenRequest, isUnderReview, type OpinionRequest, opinionVerdicts } from '../opinion.js';
import { refuseUnless } from '../perform.js';
import type { Proposal } from '../proposal.js';
import { record } from '../replay.js';
import { allowed, type Result, refused } from '../result.js';
import type { ActForm, Command } from './command.js';
import { readReturn } from './read-return.js';

/**
 * The request that somebody answers for an office. One of another office is answered as not existing, and whoever
 * proposed it is answered the same whether the own office was asked or not.
 */
function requestFor(proposal: Proposal, form: ActForm, act: Act): Result<OpinionRequest> {
  if (isOwnIdea(proposal, act)) {
    return refused(refuseUnless(proposal, act, []) ?? { code: 'not-found' });
  }
  const request = proposal.opinions.find(({ id }) => id === form.requestId?.trim());
  if (!request || !actsFor(act, request.departmentId)) return refused({ code: 'not-found' });
  return isOpenRequest(request) && isUnderReview(proposal)
    ? allowed(request)
    : refused({ code: 'request-answered' });
}

/** Gives the opinion of an office, without knowing who proposed. The secretariat hears of it at once. */
export const giveOpinion: Command = (proposal, form, act, context) => {
  const request = requestFor(proposal, form, act);
  if (!request.ok) return request;
  const faults: FieldFault[] = [];
  const verdict = readChoice(form, 'opinionVerdict', opinionVerdicts, faults) || 'unsure';
  const text = readText(form, 'opinionText', { least: 10, most: actTextLimits.opinion }, faults);
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  return allowed(
    record(proposal, act, {
      kind: 'opinion-given',
      requestId: request.value.id,
      verdict,
      text,
      audience: audienceOf(proposal, ['secretariat'], context, act.at),
    }),
  );
};

/** 所管違い: sends a request for an opinion back, naming a better office if known. */
export const returnRequest: Command = (proposal, form, act, context) => {
  const request = requestFor(proposal, form, act);
  if (!request.ok) return request;
  const { faults, returned } = readReturn(form, act, context);
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  return allowed(
    record(proposal, act, {
      kind: 'opinion-returned',
      requestId: request.value.id,
      ...returned,
      audience: audienceOf(proposal, ['secretariat'], context, act.at),
    }),
  );
};
