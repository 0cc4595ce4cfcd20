import type { Recorded } from '../domain/recorded.js';
import type { Refusal } from '../domain/refusal.js';
import { type Result, refused } from '../domain/result.js';
import { sameValue } from '../domain/same-value.js';
import { mostCharacters, trailLength } from '../domain/trail-archive.js';
import { Failure } from './failure.js';
import type { Pause, Store, Stored } from './ports.js';

/** A list of rows that keep their own trails, and where they are held in memory. */
export interface RowShelf<T extends Recorded> {
  readonly store: Store<T>;
  readonly keyOf: (row: T) => string;
  readonly held: (key: string) => Stored<T> | undefined;
  readonly took: (stored: Stored<T>) => void;
  readonly pause: Pause;
}

/** What keeping a row came to. With a refusal comes the row as it is now, so that both can be shown. */
export type KeepOutcome<T> =
  | { readonly kind: 'kept'; readonly stored: Stored<T> }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly present?: Stored<T> };

/** The row after a command, or why not; undefined for the present row where there is none. */
export type RowCommand<T> = (present: T | undefined) => Result<T>;

const mostRounds = 4;
const firstPauseMs = 200;

interface Present<T> {
  readonly stored: Stored<T> | undefined;
  readonly isFresh: boolean;
}

function took<T extends Recorded>(shelf: RowShelf<T>, stored: Stored<T>): Stored<T> {
  shelf.took(stored);
  return stored;
}

async function readAgain<T extends Recorded>(
  shelf: RowShelf<T>,
  stored: Stored<T>,
): Promise<Present<T>> {
  const now = await shelf.store.read(stored.itemId);
  return { stored: now && took(shelf, now), isFresh: true };
}

/** After a create that was not answered with the item: it is there as ours, as somebody else's, or not (yet). */
async function findCreated<T extends Recorded>(
  shelf: RowShelf<T>,
  sent: T,
): Promise<KeepOutcome<T> | Present<T>> {
  const found = await shelf.store.findByKey(shelf.keyOf(sent));
  if (!found) return { stored: undefined, isFresh: false };
  const stored = took(shelf, found);
  return sameValue(stored.value.trail?.[0], sent.trail?.[0])
    ? { kind: 'kept', stored }
    : { stored, isFresh: true };
}

async function write<T extends Recorded>(
  shelf: RowShelf<T>,
  present: Stored<T> | undefined,
  next: T,
): Promise<KeepOutcome<T> | Present<T>> {
  if (!present) {
    const outcome = await shelf.store.create(next);
    return outcome.kind === 'stored'
      ? { kind: 'kept', stored: took(shelf, outcome.stored) }
      : findCreated(shelf, next);
  }
  const outcome = await shelf.store.replace(present, next);
  return outcome.kind === 'stored'
    ? { kind: 'kept', stored: took(shelf, outcome.stored) }
    : readAgain(shelf, present);
}

/** A row keeps its whole trail. One that is full is ended and entered anew (decision 0060). */
function withRoom<T extends Recorded>(result: Result<T>): Result<T> {
  const isFull = result.ok && trailLength(result.value.trail ?? []) > mostCharacters;
  return isFull ? refused({ code: 'trail-full' }) : result;
}

/** One round: its outcome, or the row as it is now, on which the command is to be run again. */
async function runOnce<T extends Recorded>(
  shelf: RowShelf<T>,
  { stored, isFresh }: Present<T>,
  command: RowCommand<T>,
): Promise<KeepOutcome<T> | Present<T>> {
  const result = withRoom(command(stored?.value));
  if (result.ok) return write(shelf, stored, result.value);
  // Nothing is refused for a state that is no longer.
  if (stored && !isFresh && result.refusal.code !== 'invalid-fields') {
    return readAgain(shelf, stored);
  }
  return { kind: 'refused', refusal: result.refusal, ...(stored && { present: stored }) };
}

/**
 * Runs a command on a row and writes it: with If-Match where it is there, as a create where it is not. When someone
 * else wrote first, the command itself decides on the fresh row whether it still applies. Throws where the list does
 * not tell what became of a write.
 */
export async function keepRow<T extends Recorded>(
  shelf: RowShelf<T>,
  key: string | undefined,
  command: RowCommand<T>,
): Promise<KeepOutcome<T>> {
  let present: Present<T> = {
    stored: key === undefined ? undefined : shelf.held(key),
    isFresh: false,
  };
  for (let round = 0; round < mostRounds; round += 1) {
    if (round > 0) await shelf.pause(firstPauseMs * 2 ** round);
    const came: KeepOutcome<T> | Present<T> = await runOnce(shelf, present, command);
    if ('kind' in came) return came;
    present = came;
  }
  if (!present.stored) throw new Failure('unavailable', 'a row was sent and is not found');
  return { kind: 'refused', refusal: { code: 'changed-meanwhile' }, present: present.stored };
}
