import type { Refusal } from '../domain/refusal.js';
import type { Result } from '../domain/result.js';
import type { Store, Stored } from './ports.js';

/** A list, and how what was written or read of it comes into the register. */
export interface ChangePlace<T> {
  readonly store: Pick<Store<T>, 'read' | 'replace'>;
  readonly took: (stored: Stored<T>) => void;
  /** Makes what is to be written fit its item, where it could outgrow it. */
  readonly toFit?: (stored: T, next: T) => Promise<Result<T>>;
}

/** What a change came to. With a refusal comes the present item, so that both versions can be shown. */
export type StoredChange<T> =
  | { readonly kind: 'changed'; readonly stored: Stored<T> }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly present?: Stored<T> };

const mostRounds = 4;

interface Read<T> {
  readonly kind: 'read';
  readonly stored: Stored<T>;
  readonly isFresh: boolean;
}

type Command<T> = (value: T) => Result<T>;

async function readFresh<T>(
  { store, took }: ChangePlace<T>,
  { itemId }: Stored<T>,
): Promise<Read<T> | undefined> {
  const stored = await store.read(itemId);
  if (!stored) return undefined;
  took(stored);
  return { kind: 'read', stored, isFresh: true };
}

/**
 * What a refusal is checked against. The register may lag behind what another process wrote; a form that is wrong
 * stays wrong whatever was written.
 */
async function readToRefuse<T>(
  place: ChangePlace<T>,
  read: Read<T>,
  refusal: Refusal,
): Promise<Read<T> | undefined> {
  return read.isFresh || refusal.code === 'invalid-fields' ? read : readFresh(place, read.stored);
}

async function fitted<T>(
  { toFit }: ChangePlace<T>,
  stored: T,
  result: Result<T>,
): Promise<Result<T>> {
  return result.ok && toFit ? toFit(stored, result.value) : result;
}

/** One round: its outcome, or the item as it is now, on which the command is to be run again. */
async function runOnce<T>(
  place: ChangePlace<T>,
  read: Read<T>,
  command: Command<T>,
): Promise<StoredChange<T> | Read<T> | undefined> {
  const { stored: present } = read;
  const result = await fitted(place, present.value, command(present.value));
  if (!result.ok) {
    const { refusal } = result;
    const now = await readToRefuse(place, read, refusal);
    return now?.stored.revision === present.revision ? { kind: 'refused', refusal, present } : now;
  }
  const outcome = await place.store.replace(present, result.value);
  if (outcome.kind !== 'stored') return readFresh(place, present);
  place.took(outcome.stored);
  return { kind: 'changed', stored: outcome.stored };
}

/**
 * Runs a command on what the register holds and writes it with If-Match (protocols: decide and change). When someone
 * else wrote first, the fresh item is read and the command itself decides whether it still applies. Nothing is
 * refused for a state that is no longer: before a refusal the item is read once. `gone` is the refusal where there is
 * no item.
 */
export async function changeStored<T>(
  place: ChangePlace<T>,
  held: Stored<T> | undefined,
  command: Command<T>,
  gone: Refusal,
): Promise<StoredChange<T>> {
  let read: Read<T> | undefined = held && { kind: 'read', stored: held, isFresh: false };
  for (let round = 0; read && round < mostRounds; round += 1) {
    const came: StoredChange<T> | Read<T> | undefined = await runOnce(place, read, command);
    if (came && came.kind !== 'read') return came;
    read = came;
  }
  return read
    ? { kind: 'refused', refusal: { code: 'changed-meanwhile' }, present: read.stored }
    : { kind: 'refused', refusal: gone };
}
