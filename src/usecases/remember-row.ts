import type { Store, Stored } from './ports.js';

/** A list with one row per person, and where its rows are held in memory. */
export interface RowPlace<T> {
  readonly store: Store<T>;
  readonly keyOf: (value: T) => string;
  readonly held: (key: string) => Stored<T> | undefined;
  /** Takes what was written or read into the register. */
  readonly took: (stored: Stored<T>) => void;
  readonly isSame: (a: T, b: T) => boolean;
}

/** Whether the row now says the value: written, or found so. Otherwise the register has taken the row as it is. */
async function tryOnce<T>(place: RowPlace<T>, value: T): Promise<boolean> {
  const { store, keyOf, took } = place;
  const known = place.held(keyOf(value));
  if (known && place.isSame(known.value, value)) return true;
  const outcome = await (known ? store.replace(known, value) : store.create(value));
  if (outcome.kind === 'stored') {
    took(outcome.stored);
    return true;
  }
  const present = await (known ? store.read(known.itemId) : store.findByKey(keyOf(value)));
  if (present) took(present);
  return false;
}

/**
 * Keeps the row of a person as last heard. No write where nothing changed, so that a person already known costs no
 * call. Where another process wrote first, the register takes its row and the write is tried once more; losing twice
 * is harmless, because the next activity says it again.
 */
export async function rememberRow<T>(place: RowPlace<T>, value: T): Promise<void> {
  if (!(await tryOnce(place, value))) await tryOnce(place, value);
}

/**
 * Keeps a row as just answered, unless the one that stands there may not be replaced. Gives it as it is stored;
 * undefined where that, or another process, had the last word: the register then holds it.
 */
export async function keepAnswer<T>(
  place: RowPlace<T>,
  value: T,
  mayReplace: (present: T) => boolean = () => true,
): Promise<T | undefined> {
  const present = (): T | undefined => place.held(place.keyOf(value))?.value;
  for (let tries = 0; tries < 2; tries += 1) {
    const standing = present();
    if (standing !== undefined && !mayReplace(standing)) return undefined;
    if (await tryOnce(place, value)) break;
  }
  const stored = present();
  return stored && place.isSame(stored, value) ? stored : undefined;
}
