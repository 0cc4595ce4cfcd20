import type { Milestone } from '../commitments.js';
import type { FieldFault } from '../field-fault.js';
import { readText } from '../form-fields.js';
import { isCivilDate } from '../instant.js';
import { actTextLimits } from '../limits.js';
import { note } from '../perform.js';
import { countGraphemes } from '../written-text.js';
import type { ActForm, Command } from './command.js';

const mostMilestones = 20;

/** One milestone as typed: day, title, and 済 with its day once it is done, separated by tabs or bars. */
function milestoneFrom(line: string): Milestone | undefined {
  const [dueOn = '', title = '', doneOn] = line.split(/[\t|｜]/).map((part) => part.trim());
  if (!isCivilDate(dueOn) || title === '') return undefined;
  if (doneOn === undefined || doneOn === '') return { dueOn, title };
  return isCivilDate(doneOn) ? { dueOn, title, doneOn } : undefined;
}

function readMilestones(form: ActForm, faults: FieldFault[]): readonly Milestone[] {
  const text = readText(form, 'milestones', { most: 2_000, optional: true }, faults);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const milestones = lines.map(milestoneFrom);
  if (lines.length > mostMilestones) {
    faults.push({ field: 'milestones', rule: 'too-many', limit: mostMilestones });
  }
  if (milestones.some((each) => each && countGraphemes(each.title) > actTextLimits.line)) {
    faults.push({ field: 'milestones', rule: 'too-long', limit: actTextLimits.line });
  }
  if (milestones.includes(undefined)) faults.push({ field: 'milestones', rule: 'not-a-day' });
  return milestones
    .filter((each) => each !== undefined)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

/** 重点案件: a project team with milestones; without a team the item is none any more. */
export const setPriority: Command = (proposal, form, act) => {
  const faults: FieldFault[] = [];
  const team = readText(form, 'team', { most: actTextLimits.note, optional: true }, faults);
  const milestones = readMilestones(form, faults);
  return note(proposal, act, ['secretariat'], { faults }, () => ({
    kind: 'priority-set',
    ...(team !== '' && { priority: { team, milestones } }),
  }));
};
