import type { CivilDate } from '../domain/instant.js';
import { sameValue } from '../domain/same-value.js';
import { officeThesaurus } from '../domain/similarity/office-thesaurus.js';
import type { ThesaurusEntry } from '../domain/similarity/thesaurus.js';
import { type ThesaurusRow, thesaurusOn } from '../domain/thesaurus.js';
import type { Shelf } from './shelf.js';

/**
 * The thesaurus in force: the shipped one with the office's own rows. The same array until an entry changes, because
 * every change means that all texts are read once more; a new day mostly changes none.
 */
export function createThesaurusView(
  shelf: Pick<Shelf<ThesaurusRow>, 'values'>,
  today: () => CivilDate,
): () => readonly ThesaurusEntry[] {
  let rows: readonly ThesaurusRow[] | undefined;
  let day: CivilDate | undefined;
  let entries: readonly ThesaurusEntry[] = officeThesaurus;
  return () => {
    if (rows !== shelf.values() || day !== today()) {
      rows = shelf.values();
      day = today();
      const inForce = thesaurusOn(officeThesaurus, rows, day);
      if (!sameValue(inForce, entries)) entries = inForce;
    }
    return entries;
  };
}
