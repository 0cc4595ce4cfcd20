import { isContributor } from '../capacity.js';
import type { FieldFault } from '../field-fault.js';
import { readOptionalText } from '../form-fields.js';
import { civilDateOf } from '../instant.js';
import { actTextLimits } from '../limits.js';
import { isValidOn } from '../masters.js';
import { note } from '../perform.js';
import type { Command } from './command.js';

/** 担当・引継: somebody of the secretariat works on it from now on. Who proposed it, or what it is merged with, is no candidate. */
export const handOver: Command = (proposal, form, act, { members, isIdeaOf }) => {
  const faults: FieldFault[] = [];
  const today = civilDateOf(act.at);
  const personId = form.person?.trim().toLowerCase() ?? '';
  const successor = members.find(
    (member) =>
      member.personId === personId && member.role === 'secretariat' && isValidOn(member, today),
  );
  const isOwn = isContributor(proposal, personId) || isIdeaOf(proposal.id, personId);
  if (!successor || isOwn) {
    faults.push({ field: 'person', rule: personId ? 'not-a-choice' : 'required' });
  }
  const reason = readOptionalText(form, 'reason', actTextLimits.reason.most, faults);
  return note(proposal, act, ['secretariat'], { faults }, () => ({
    kind: 'handed-over',
    reviewer: { id: personId, name: successor?.name ?? '' },
    ...(reason !== undefined && { reason }),
  }));
};
