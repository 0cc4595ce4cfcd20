import { progressAnswers } from '../commitments.js';
import type { FieldFault } from '../field-fault.js';
import { readChoice, readOptionalText } from '../form-fields.js';
import { refuseTransition } from '../lifecycle.js';
import { actTextLimits } from '../limits.js';
import { note } from '../perform.js';
import type { Status } from '../status.js';
import type { Command } from './command.js';

/** Statuses in which an office has something to report on. */
export const openWithOwner: ReadonlySet<Status> = new Set([
  'decided',
  'started',
  'partially-realised',
]);

/** 進捗照会: how it goes, in one of three words. */
export const reportProgress: Command = (proposal, form, act) => {
  const faults: FieldFault[] = [];
  const answer = readChoice(form, 'progressAnswer', progressAnswers, faults) || 'needs-talk';
  const text = readOptionalText(form, 'note', actTextLimits.note, faults);
  // What can be reported on is what could be realised next.
  const refusal = refuseTransition(proposal.status, 'T9');
  return note(proposal, act, ['owner', 'head', 'secretariat'], { faults, refusal }, () => ({
    kind: 'progress-reported',
    answer,
    ...(text !== undefined && { note: text }),
  }));
};
