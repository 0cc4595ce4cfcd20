import type { FieldFault } from '../field-fault.js';
import { readChoice, readText } from '../form-fields.js';
import { actTextLimits } from '../limits.js';
import { note } from '../perform.js';
import { costLevels, rollouts, type TriageMarks } from '../triage-marks.js';
import type { Command } from './command.js';

/** 人的・物的コスト and 水平展開: what the suggestion of a track is based on (domain 3). */
export const markCosts: Command = (proposal, form, act) => {
  const faults: FieldFault[] = [];
  const humanCost = readChoice(form, 'humanCost', costLevels, faults) || 'unknown';
  const physicalCost = readChoice(form, 'physicalCost', costLevels, faults) || 'unknown';
  const rollout = readChoice(form, 'rollout', rollouts, faults) || 'possible';
  const marks: TriageMarks =
    rollout === 'hard'
      ? {
          humanCost,
          physicalCost,
          rollout,
          rolloutReason: readText(form, 'rolloutReason', actTextLimits.reason, faults),
        }
      : { humanCost, physicalCost, rollout };
  return note(proposal, act, ['secretariat'], { faults }, () => ({ kind: 'marked', marks }));
};
