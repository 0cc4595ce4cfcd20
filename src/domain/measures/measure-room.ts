import { mostCharacters } from '../trail-archive.js';

/** A longer trail, as JSON, is shortened: its oldest entries go to the archive. */
export const shortenMeasuresAbove = 30_000;

/**
 * Longest trail, as JSON, that an act of a person may leave where entries cannot go to the archive yet. What is left
 * of the column is for what follows by itself: a publication with its audience, and the end of what it drives.
 */
export const longestMeasureTrail = 40_000;

/** Longest trail that may stay in the item: after an act of a person, or after what follows by itself. */
export const longestLeft = { byPerson: longestMeasureTrail, byItself: mostCharacters } as const;
