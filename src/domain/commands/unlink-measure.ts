import type { FieldFault } from '../field-fault.js';
import { readChoice, readText } from '../form-fields.js';
import { actTextLimits } from '../limits.js';
import { note } from '../perform.js';
import { refused } from '../result.js';
import type { Command } from './command.js';

/** Takes a link back. A realised proposal keeps its links until it is corrected (T14). */
export const unlinkMeasure: Command = (proposal, form, act) => {
  const faults: FieldFault[] = [];
  const linked = (proposal.links ?? []).map((link) => link.measureId);
  const measureId = readChoice(form, 'measure', linked, faults);
  const reason = readText(form, 'reason', actTextLimits.reason, faults);
  if (proposal.status === 'realised' || proposal.status === 'partially-realised') {
    return refused({
      code: 'transition-not-allowed',
      present: proposal.status,
      allowed: ['started'],
    });
  }
  return note(proposal, act, ['secretariat', 'owner', 'head'], faults, () => ({
    kind: 'measure-unlinked',
    measureId,
    reason,
  }));
};
