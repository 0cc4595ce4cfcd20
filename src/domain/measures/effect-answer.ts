import type { FieldFault } from '../field-fault.js';
import { readAmount, readChoice, readOptionalText } from '../form-fields.js';
import type { Instant } from '../instant.js';
import type { PersonId } from '../person.js';
import { allowed, type Result, refused } from '../result.js';
import type { MeasureForm } from './measure-context.js';

/** 効果を感じたか: from 1 (not at all) to 5 (very much). */
export const effectSteps = [1, 2, 3, 4, 5] as const;

/** One of the five steps. */
export type EffectStep = (typeof effectSteps)[number];

/** Bounds of an answer; a year has 8,784 hours at most. */
export const effectLimits = { hours: 8_784, yen: 9_999_999_999, text: 500 } as const;

/** What one person said about the effect of one measure. A new answer replaces the one before. */
export interface EffectAnswer {
  readonly measureId: string;
  readonly personId: PersonId;
  readonly felt: EffectStep;
  /** Hours saved in a year. */
  readonly hours?: number;
  /** Yen saved in a year. */
  readonly yen?: number;
  readonly text?: string;
  readonly answeredAt: Instant;
}

/** The key of an answer: one per person and measure. */
export function effectKey({
  measureId,
  personId,
}: Pick<EffectAnswer, 'measureId' | 'personId'>): string {
  return `${measureId}|${personId}`;
}

/** Reads an answer as typed; refuses with every fault found. */
export function readEffectAnswer(
  form: MeasureForm,
  who: Pick<EffectAnswer, 'measureId' | 'personId' | 'answeredAt'>,
): Result<EffectAnswer> {
  const faults: FieldFault[] = [];
  const chosen = readChoice(form, 'effectFelt', effectSteps.map(String), faults);
  const hours = readAmount(form, 'effectHours', { least: 0, most: effectLimits.hours }, faults);
  const yen = readAmount(form, 'effectYen', { least: 0, most: effectLimits.yen }, faults);
  const text = readOptionalText(form, 'effectText', effectLimits.text, faults);
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  return allowed({
    ...who,
    felt: effectSteps.find((step) => String(step) === chosen) ?? 1,
    ...(hours !== undefined && { hours }),
    ...(yen !== undefined && { yen }),
    ...(text !== undefined && { text }),
  });
}

/** What the answers about a measure come to. */
export interface EffectTotals {
  readonly answers: number;
  readonly hours: number;
  readonly yen: number;
  /** How many chose each step, 1 first. */
  readonly steps: readonly number[];
  /** The mean of the steps with one decimal; undefined without answers. */
  readonly satisfaction?: number;
  /** Who felt an effect: step 4 or 5. */
  readonly satisfied: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** Adds the answers up, each person once. */
export function effectTotals(answers: readonly EffectAnswer[]): EffectTotals {
  const own = [...new Map(answers.map((answer) => [effectKey(answer), answer])).values()];
  const steps = effectSteps.map((step) => own.filter(({ felt }) => felt === step).length);
  const mean = Math.round((sum(own.map(({ felt }) => felt)) / own.length) * 10) / 10;
  return {
    answers: own.length,
    hours: sum(own.map(({ hours = 0 }) => hours)),
    yen: sum(own.map(({ yen = 0 }) => yen)),
    steps,
    ...(own.length > 0 && { satisfaction: mean }),
    satisfied: own.filter(({ felt }) => felt >= 4).length,
  };
}

/** Fewer answers than this are not shown to all staff: one could be told from another (domain specification 1.8). */
export const leastAnswersShown = 5;

/** The totals as all staff may see them; undefined where there are too few answers. */
export function shownEffectTotals(totals: EffectTotals): EffectTotals | undefined {
  return totals.answers >= leastAnswersShown ? totals : undefined;
}
