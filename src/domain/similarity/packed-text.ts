import type { Feature } from './read-features.js';
import { type Direction, opposites } from './wish-verbs.js';

/** Strengths are kept in 8 bits; a strength of 1 is this. */
export const strengthUnit = 128;
const strongest = 255;
/** A term number, then a bit for the title, then the strength. */
const termBits = 9;
const termShift = 2 ** termBits;
const titleBit = 256;
const directions: readonly Direction[] = ['have', 'drop', 'more', 'less', 'free', 'bind'];

/** A feature as one number. At most 8 million terms. */
export function packFeature(term: number, { strength, inTitle }: Feature): number {
  const kept = Math.max(1, Math.min(strongest, Math.round(strength * strengthUnit)));
  return term * termShift + (inTitle ? titleBit : 0) + kept;
}

/** The number of the term of a packed feature. */
export const termOf = (packed: number): number => packed >>> termBits;

/** Whether a packed feature stands in the title. */
export const isInTitle = (packed: number): boolean => (packed & titleBit) !== 0;

/** How firmly a packed feature is said. */
export const strengthOf = (packed: number): number => (packed & strongest) / strengthUnit;

/** A wish as one number; its opposite is another number of the same thing. */
export function packWish(term: number, direction: Direction): number {
  return term * directions.length + directions.indexOf(direction);
}

/** The packed wish that contradicts a packed wish. */
export function contradictionOf(packed: number): number {
  const at = packed % directions.length;
  const direction = directions[at];
  const opposite = direction === undefined ? at : directions.indexOf(opposites[direction]);
  return packed - at + opposite;
}
