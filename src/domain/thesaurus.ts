import type { CivilDate } from './instant.js';
import { isValidOn } from './masters.js';

/** Office terms that mean the same to whoever looks for similar proposals. */
export interface ThesaurusRow {
  readonly id: string;
  readonly terms: readonly string[];
  readonly validFrom?: CivilDate;
  /** Last day of validity. */
  readonly validTo?: CivilDate;
}

/** The entries in force on a day. */
export function thesaurusOn(
  entries: readonly ThesaurusRow[],
  day: CivilDate,
): readonly ThesaurusRow[] {
  return entries.filter((entry) => isValidOn(entry, day));
}
