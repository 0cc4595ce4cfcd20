import { randomInt } from 'node:crypto';
import type { RefusalAnswer } from '../contract/common-answers.js';
import type { Locale } from '../domain/conversation.js';
import type { Refusal, RefusalCode } from '../domain/refusal.js';
import { type ApiRefusalCode, apiRefusalText } from '../text/api-texts.js';
import { changedText } from '../text/changed-text.js';
import { fieldFaultText } from '../text/field-fault-text.js';
import { refusalText } from '../text/refusal-texts.js';
import { type Answer, jsonType } from './answer.js';
import { lastChangeIn } from './last-change.js';

/** The status of each refusal of the domain. A missing one does not compile. */
export const statusOfRefusal: Readonly<Record<RefusalCode, number>> = {
  'invalid-fields': 422,
  'no-open-campaign': 409,
  'campaign-closed': 409,
  'too-many-proposals': 429,
  'form-not-yours': 403,
  'too-many-drafts': 409,
  'draft-too-long': 422,
  'draft-changed': 409,
  'draft-late': 503,
  'already-received': 409,
  'not-found': 404,
  'not-permitted': 403,
  'transition-not-allowed': 409,
  'changed-meanwhile': 409,
  'publication-pending': 409,
  'nothing-to-publish': 409,
  'no-publication-to-undo': 409,
  'trail-full': 409,
  'notice-not-held': 409,
  'nothing-to-restore': 409,
  'restore-by-hand': 409,
  'conflict-of-interest': 403,
  'confirmation-pending': 409,
  'nothing-to-confirm': 409,
  'nothing-to-remind': 409,
  'same-person': 403,
  merged: 409,
  'not-merged': 409,
  'publish-first': 409,
  'merge-cycle': 409,
  'survivor-withdrawn': 409,
  'survivor-of-others': 409,
  'too-early-to-drop': 409,
  'not-delegated': 409,
  'request-answered': 409,
  'request-open': 409,
  'no-published-measure': 409,
  'whole-coverage': 409,
  'already-reconsidered': 409,
  'review-has-begun': 409,
  'not-invited': 409,
  'too-many-co-proposers': 409,
  'no-such-measure': 404,
  'measure-withdrawn': 409,
  'measure-not-withdrawn': 409,
  'measure-in-use': 409,
  'not-yet-published': 409,
  'drive-open': 409,
  'nothing-to-drive': 409,
  'already-driven': 409,
  'not-a-rule': 409,
  'not-addressed': 409,
  'nothing-changed': 409,
  'no-such-row': 404,
  'difference-changed': 409,
  'no-such-release-set': 404,
  'release-set-closed': 409,
  'release-set-full': 409,
  'release-set-too-long': 409,
  'release-set-empty': 409,
  'not-in-release-set': 409,
  'in-release-set': 409,
  'changed-since-chosen': 409,
  'quiet-time-asked': 409,
  'quiet-time-unconfirmed': 409,
  'no-such-publication': 404,
  'own-proposal': 409,
  'no-such-issue-group': 404,
  'issue-group-dissolved': 409,
  'decided-alone': 403,
  'names-proposer': 422,
  'attachment-consent-missing': 422,
  'one-attachment-only': 409,
  'no-attachment': 404,
  'attachment-empty': 422,
  'attachment-too-large': 413,
  'attachment-kind-unknown': 415,
  'attachment-ending-differs': 422,
  'attachment-macros': 422,
  'attachment-encrypted': 422,
  'attachment-unreadable': 422,
  'attachment-names-author': 422,
  'attachment-withheld': 403,
  'attachment-media-kind': 422,
  'attachment-changed': 409,
};

const statusOfApiRefusal: Readonly<Record<ApiRefusalCode, number>> = {
  'not-signed-in': 401,
  'sign-in-unavailable': 503,
  'not-ready': 503,
  'too-many-requests': 429,
  'own-files-under-way': 429,
  'files-under-way': 503,
  // Not 408: browsers send a request anew by themselves then, with the whole file.
  'attachment-too-slow': 422,
  'too-slow': 408,
  'wrong-content-type': 415,
  'too-large': 413,
  'not-a-workbook': 422,
  'broken-request': 400,
  'method-not-allowed': 405,
  'unknown-path': 404,
  'read-failed': 503,
  'act-failed': 503,
};

function refuse(
  status: number,
  value: RefusalAnswer,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { status, type: jsonType, body: JSON.stringify(value), headers };
}

/** What a refusal of the domain says, with a sentence beside each field. */
export function refusalValue(refusal: Refusal, locale: Locale): RefusalAnswer {
  const fields =
    refusal.code === 'invalid-fields'
      ? Object.fromEntries(
          refusal.fields.map((fault) => [fault.field, fieldFaultText(fault, locale)]),
        )
      : undefined;
  return {
    code: refusal.code,
    message: refusalText(refusal, locale),
    ...(fields ? { fields } : {}),
  };
}

/** What the reader gets to see besides the sentence, where someone else was first: the item as it is now, and whose it is. */
function presentValue(refusal: Refusal, locale: Locale, present: object): Partial<RefusalAnswer> {
  const lastChange = lastChangeIn(present);
  if (!lastChange) return { present };
  if (refusal.code !== 'changed-meanwhile') return { present, lastChange };
  const { at, byName } = lastChange;
  const who = changedText(locale, at, byName);
  return { present, lastChange, message: `${who}${refusalText(refusal, locale)}` };
}

/** The answer for a refusal of the domain; `present` is the item as it is now, as its reader may see it. */
export function refusalAnswer(refusal: Refusal, locale: Locale, present?: object): Answer {
  const status = statusOfRefusal[refusal.code];
  const value = refusalValue(refusal, locale);
  const more = present && status === 409 ? presentValue(refusal, locale, present) : {};
  return refuse(status, { ...value, ...more });
}

/** The answer for what the server itself refuses; `wait` is in seconds. */
export function apiRefusalAnswer(code: ApiRefusalCode, locale: Locale, wait?: number): Answer {
  return refuse(
    statusOfApiRefusal[code],
    { code, message: apiRefusalText(code, locale) },
    {
      ...(wait === undefined ? {} : { 'Retry-After': String(wait) }),
      ...(code === 'not-signed-in' ? { 'WWW-Authenticate': 'Bearer' } : {}),
    },
  );
}

/** Letters and digits that are not mistaken for each other when read out. */
const referenceSigns = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Eight characters under which a fault stands in the log. */
export function newReference(): string {
  return Array.from({ length: 8 }, () => referenceSigns[randomInt(referenceSigns.length)]).join('');
}

/** The answer for a fault: nothing of it but the number under which it is logged. */
export function faultAnswer(method: string, locale: Locale, reference: string): Answer {
  const code = method === 'GET' ? 'read-failed' : 'act-failed';
  const message = apiRefusalText(code, locale, reference);
  return refuse(statusOfApiRefusal[code], { code, message, reference });
}
