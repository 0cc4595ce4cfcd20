import type { Measure } from './measure.js';

/**
 * Longest trail, as JSON, that an act of a person may leave. What is left of the column is for what follows by itself:
 * a publication with its audience, and the end of what it drives.
 */
export const longestMeasureTrail = 40_000;

/** Whether a person may still do something that leaves a measure like this. */
export function hasRoom({ trail }: Pick<Measure, 'trail'>): boolean {
  return JSON.stringify(trail).length <= longestMeasureTrail;
}
