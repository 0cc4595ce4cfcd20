import type { CivilDate } from './instant.js';
import { isValidOn } from './masters.js';
import type { ThesaurusEntry } from './similarity/thesaurus.js';

/** A row of the thesaurus master: office terms that mean the same, for a span of days. */
export interface ThesaurusRow extends ThesaurusEntry {
  readonly validFrom?: CivilDate;
  /** Last day of validity. */
  readonly validTo?: CivilDate;
}

/**
 * The thesaurus of an office on a day: the shipped entries, but for those the office has a row of its own for. A row
 * that is not in force takes the shipped entry of its id away.
 */
export function thesaurusOn(
  shipped: readonly ThesaurusEntry[],
  rows: readonly ThesaurusRow[],
  day: CivilDate,
): readonly ThesaurusEntry[] {
  const own = new Set(rows.map(({ id }) => id));
  const kept = shipped.filter(({ id }) => !own.has(id));
  const inForce = rows.filter((row) => isValidOn(row, day));
  return [...kept, ...inForce.map(({ id, terms }) => ({ id, terms }))];
}
