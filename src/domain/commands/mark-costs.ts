import { type StartCondition, startConditions } from '../decision.js';
import type { FieldFault } from '../field-fault.js';
import { readChoice, readText } from '../form-fields.js';
import { actTextLimits } from '../limits.js';
import { note } from '../perform.js';
import { costLevels, rollouts, type TriageMarks } from '../triage-marks.js';
import type { Command } from './command.js';

type Form = Parameters<Command>[1];

/** Codes with commas between them, or `none` where nothing must come first; nothing where that is not known yet. */
function readConditions(form: Form, faults: FieldFault[]): readonly StartCondition[] | undefined {
  const chosen = (form.startConditions ?? '').split(',').map((code) => code.trim());
  const codes = [...new Set(chosen)].filter((code) => code !== '');
  if (codes.length === 0) return undefined;
  if (codes.length === 1 && codes[0] === 'none') return [];
  const known = startConditions.filter((condition) => codes.includes(condition));
  if (known.length !== codes.length)
    faults.push({ field: 'startConditions', rule: 'not-a-choice' });
  return known;
}

/** 人的・物的コスト, 水平展開 and 必要な準備: what the suggestion of a track is based on (domain 3). */
export const markCosts: Command = (proposal, form, act) => {
  const faults: FieldFault[] = [];
  const humanCost = readChoice(form, 'humanCost', costLevels, faults) || 'unknown';
  const physicalCost = readChoice(form, 'physicalCost', costLevels, faults) || 'unknown';
  const rollout = readChoice(form, 'rollout', rollouts, faults) || 'possible';
  const rolloutReason =
    rollout === 'hard' && readText(form, 'rolloutReason', actTextLimits.reason, faults);
  const conditions = readConditions(form, faults);
  const marks: TriageMarks = {
    humanCost,
    physicalCost,
    rollout,
    ...(rolloutReason !== false && { rolloutReason }),
    ...(conditions && { startConditions: conditions }),
  };
  return note(proposal, act, ['secretariat'], { faults }, () => ({ kind: 'marked', marks }));
};
