import type { Measure } from './measure.js';
import type { MeasureActName } from './measure-acts.js';

/**
 * Longest trail, as JSON, that an act of a person may leave. What is left of the column is for what follows by itself:
 * a publication with its audience, and the end of what it drives.
 */
export const longestMeasureTrail = 40_000;

/**
 * Longest trail that an answer about a rule may leave. The rest is for those who work on the rule: answers of other
 * departments never keep it from being edited, published or withdrawn.
 */
export const longestTrailToAnswer = 32_000;

/** Whether a person may still do something that leaves a measure like this. */
export function hasRoom({ trail }: Pick<Measure, 'trail'>, name: MeasureActName): boolean {
  const longest = name === 'answer-adoption' ? longestTrailToAnswer : longestMeasureTrail;
  return JSON.stringify(trail).length <= longest;
}
