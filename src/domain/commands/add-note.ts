import type { FieldFault } from '../field-fault.js';
import { readText } from '../form-fields.js';
import { actTextLimits } from '../limits.js';
import { note } from '../perform.js';
import type { Command } from './command.js';

/** メモ: a private note of those who decide. */
export const addNote: Command = (proposal, form, act) => {
  const faults: FieldFault[] = [];
  const text = readText(form, 'note', { most: actTextLimits.note }, faults);
  return note(proposal, act, ['secretariat'], { faults }, () => ({ kind: 'note-added', text }));
};
