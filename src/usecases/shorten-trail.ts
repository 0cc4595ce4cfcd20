import type { Measure } from '../domain/measures/measure.js';
import type { MeasureEntry } from '../domain/measures/measure-events.js';
import { noticesOfMeasure } from '../domain/measures/measure-notices.js';
import { shortenMeasuresAbove } from '../domain/measures/measure-room.js';
import { withoutOldest } from '../domain/measures/shorten-measure.js';
import { noticeKeysOf } from '../domain/notice.js';
import type { Proposal } from '../domain/proposal.js';
import { allowed, type Result, refused } from '../domain/result.js';
import type { TrailEntry } from '../domain/trail.js';
import {
  entriesToArchive,
  longestTrail,
  mostCharacters,
  trailLength,
} from '../domain/trail-archive.js';
import type { TrailEntryBase } from '../domain/trail-entry.js';
import type { Register } from './ports.js';
import type { MeasureArchive, ProposalArchive, TrailArchive, Trailed } from './trail-archive.js';

/** How the trails of one kind of item are shortened. */
interface Shortening<T extends Trailed<E>, E extends TrailEntryBase> {
  readonly archive: TrailArchive<T, E>;
  /** Denies what has to stay in the item. */
  readonly isSettled: (entry: E) => boolean;
  /** An item without so many of its oldest entries. */
  readonly without: (item: T, count: number) => T;
  /** Trails longer than this are shortened. */
  readonly above: number;
  /** What is still longer afterwards is refused. */
  readonly most: number;
}

/** A changed item so that its trail fits: the oldest entries are archived first, then left out of what is written. */
async function shortened<T extends Trailed<E>, E extends TrailEntryBase>(
  { archive, isSettled, without, above, most }: Shortening<T, E>,
  stored: T,
  next: T,
): Promise<Result<T>> {
  let left = next;
  for (;;) {
    const first = left.trail[0]?.seq ?? 0;
    const rest = stored.trail.filter(({ seq }) => seq >= first);
    const entries = entriesToArchive(rest, left.trail, isSettled, above);
    if (entries.length === 0) break;
    await archive.keep({ id: next.id, entries });
    left = without(left, entries.length);
  }
  return trailLength(left.trail) > most ? refused({ code: 'trail-full' }) : allowed(left);
}

/** Whether everything an event had to tell has come to its end. */
function areClosed(register: Register, keys: readonly string[]): boolean {
  return keys.every((key) => register.ledgerRow(key)?.value.state === 'closed');
}

/** A set reads off the trails of its items how far they are, until it is over. */
function isOfSetUnderWay(register: Register, entry: TrailEntry | MeasureEntry): boolean {
  const setId = 'release' in entry ? entry.release?.setId : undefined;
  if (setId === undefined) return false;
  const state = register.releaseState(setId);
  return state !== 'released' && state !== 'cancelled';
}

/**
 * A changed proposal so that its trail fits its item (protocols: decide and change). Refused where entries cannot go
 * because notices are still open.
 */
export function shortenedProposal(
  { archive, register }: { readonly archive: ProposalArchive; readonly register: Register },
  stored: Proposal,
  next: Proposal,
): Promise<Result<Proposal>> {
  const shortening: Shortening<Proposal, TrailEntry> = {
    archive,
    // Who asked for a publication is looked at when it is due.
    isSettled: (entry) =>
      entry.seq !== next.publicationDue?.seq &&
      areClosed(register, noticeKeysOf(next.id, entry)) &&
      !isOfSetUnderWay(register, entry),
    without: (proposal, count) => ({ ...proposal, trail: proposal.trail.slice(count) }),
    above: longestTrail,
    most: mostCharacters,
  };
  return shortened(shortening, stored, next);
}

/** A changed measure so that its trail fits its item: the same, with `most` for those entries that cannot go yet. */
export async function shortenedMeasure(
  { archive, register }: { readonly archive: MeasureArchive; readonly register: Register },
  stored: Measure,
  next: Measure,
  most: number,
): Promise<Result<Measure>> {
  const isClosed = (entry: MeasureEntry): boolean =>
    areClosed(
      register,
      noticesOfMeasure(next.id, entry).map(({ key }) => key),
    );
  const shortening: Shortening<Measure, MeasureEntry> = {
    archive,
    isSettled: (entry) => isClosed(entry) && !isOfSetUnderWay(register, entry),
    without: withoutOldest,
    above: shortenMeasuresAbove,
    most,
  };
  const result = await shortened(shortening, stored, next);
  // It grows by one line for every drive that has ended.
  const isFull = result.ok && JSON.stringify(result.value.earlier ?? {}).length > mostCharacters;
  return isFull ? refused({ code: 'trail-full' }) : result;
}
