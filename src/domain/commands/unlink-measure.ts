import type { FieldFault } from '../field-fault.js';
import { readChoice, readText } from '../form-fields.js';
import { nextStatuses } from '../lifecycle.js';
import { actTextLimits } from '../limits.js';
import { note } from '../perform.js';
import type { Proposal } from '../proposal.js';
import type { Refusal } from '../refusal.js';
import type { Command } from './command.js';

/** What is about to be published stays as it was seen; what is realised rests on its links. */
function refuseToUnlink({ status, publicationDue, pending }: Proposal): Refusal | undefined {
  if (publicationDue) return { code: 'publication-pending', due: publicationDue.due };
  if (pending) return { code: 'confirmation-pending', what: pending.what };
  const isRealised = status === 'realised' || status === 'partially-realised';
  return isRealised
    ? { code: 'transition-not-allowed', present: status, allowed: nextStatuses(status) }
    : undefined;
}

/** Takes a link back. A realised proposal keeps its links until it is corrected (T14). */
export const unlinkMeasure: Command = (proposal, form, act) => {
  const faults: FieldFault[] = [];
  const linked = (proposal.links ?? []).map((link) => link.measureId);
  const measureId = readChoice(form, 'measure', linked, faults);
  const reason = readText(form, 'reason', actTextLimits.reason, faults);
  const refusal = refuseToUnlink(proposal);
  return note(proposal, act, ['secretariat', 'owner', 'head'], { faults, refusal }, () => ({
    kind: 'measure-unlinked',
    measureId,
    reason,
  }));
};
