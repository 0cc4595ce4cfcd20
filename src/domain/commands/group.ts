import type { FieldFault } from '../field-fault.js';
import { note } from '../perform.js';
import type { Command } from './command.js';

/** 課題群: puts a proposal into an issue group, or out of any with an empty one. */
export const group: Command = (proposal, form, act, { hasIssueGroup }) => {
  const faults: FieldFault[] = [];
  const issueGroupId = form.issueGroup?.trim() ?? '';
  if (issueGroupId !== '' && !hasIssueGroup(issueGroupId)) {
    faults.push({ field: 'issueGroup', rule: 'not-a-choice' });
  }
  return note(proposal, act, ['secretariat'], { faults }, () => ({
    kind: 'grouped',
    ...(issueGroupId !== '' && { issueGroupId }),
  }));
};
