import type { PersonId } from '../domain/person.js';
import { type Preference, usualChoices } from '../domain/preference.js';
import type { PreferenceBook, Store, Stored } from './ports.js';
import { keepAnswer } from './remember-row.js';

/** What keeping needs. */
export interface KeepPreferencePorts {
  readonly preferences: Store<Preference>;
  readonly book: PreferenceBook;
}

/** What of a preference changes. */
export type PreferenceChange = Partial<Omit<Preference, 'personId'>>;

/** Keeps what of somebody's preference changes; binds the ports. */
export type KeepPreference = (
  personId: PersonId,
  change: PreferenceChange,
) => Promise<Preference | undefined>;

const isSame = (a: Preference, b: Preference): boolean =>
  a.supported === b.supported &&
  a.language === b.language &&
  a.inFeed === b.inFeed &&
  a.missedSeenThrough === b.missedSeenThrough;

/**
 * Keeps what a person chose or saw; the rest stays as it was. Undefined where another change was first twice: the
 * register then holds that. Throws the four failures of the store.
 */
export function keepPreference(
  { preferences: store, book }: KeepPreferencePorts,
  personId: PersonId,
  change: PreferenceChange,
): Promise<Preference | undefined> {
  const place = {
    store,
    keyOf: (row: Preference) => row.personId,
    held: (id: PersonId) => book.preference(id),
    took: (stored: Stored<Preference>) => book.tookPreference(stored),
    isSame,
  };
  const standing = book.preference(personId)?.value ?? { ...usualChoices, personId };
  return keepAnswer(place, { ...standing, ...change });
}
