import { type Instant, wholeSecond } from '../domain/instant.js';
import {
  firstMark,
  isSameMark,
  markOfLoss,
  type NoticeMark,
  noticeMarkKey,
  unitedMarks,
} from '../domain/notice-mark.js';
import type { Clock, Store, Stored } from '../usecases/ports.js';

/** A second statement of how far notices are derived, on this machine: only it outlives a restore of the whole site. */
export interface LocalMark {
  read(): Promise<Instant | undefined>;
  write(derivedThrough: Instant): Promise<void>;
}

/** What watching over the ledger needs. */
export interface WatchPorts {
  readonly clock: Clock;
  readonly marks: Store<NoticeMark>;
  readonly localMark: LocalMark;
}

/** Knows how far the ledger reached, from outside of it. */
export interface LedgerWatch {
  /** Reads or makes the mark and writes what is owed to it. Undefined while it cannot be known: nothing may be sent. */
  mark(): Promise<NoticeMark | undefined>;
  /** Rows were found to be lost: what is open from before now is held. Known at once, written as soon as it can be. */
  noteLoss(): Promise<void>;
  /** Whether the mark is old enough to be moved on; it is not worth a write for every notice. */
  mayAdvance(): boolean;
  advance(derivedThrough: Instant): Promise<void>;
  /** Up to when every event is known to have its rows; undefined before the mark was read. */
  derivedThrough(): Instant | undefined;
  /** Whether a loss was noted since the last call. */
  takeNews(): boolean;
}

const writeEveryMs = 10 * 60 * 1000;
const mostRounds = 4;

type StoredMark = Stored<NoticeMark>;

/** What is written where no mark is found: a machine that knows of one tells that the lists were set back. */
function newMark(local: Instant | undefined, now: Instant): NoticeMark {
  return local === undefined ? firstMark(now) : markOfLoss({ derivedThrough: local }, now);
}

/** A mark that is behind what this machine knows was set back, and so were the other lists. */
function isSetBack(found: NoticeMark, local: Instant | undefined): boolean {
  return local !== undefined && local > found.derivedThrough;
}

/** Writes a mark over what is stored, never behind it; makes the item anew where somebody deleted it. */
async function writeMark(
  marks: Store<NoticeMark>,
  stored: StoredMark,
  wanted: NoticeMark,
): Promise<StoredMark> {
  let present: StoredMark | undefined = stored;
  for (let round = 0; present && round < mostRounds; round += 1) {
    const next = unitedMarks(present.value, wanted);
    if (isSameMark(present.value, next)) return present;
    const outcome = await marks.replace(present, next);
    if (outcome.kind === 'stored') return outcome.stored;
    present = await marks.read(present.itemId);
  }
  const made = present ? undefined : await marks.create(wanted);
  if (made?.kind === 'stored') return made.stored;
  throw new Error('how far notices are derived could not be written');
}

interface OpenedMark {
  /** Undefined where the item is there and only not visible yet: the next round reads it. */
  readonly stored: StoredMark | undefined;
  readonly wanted: NoticeMark;
  readonly isLoss: boolean;
}

function openFound(stored: StoredMark, local: Instant | undefined, now: Instant): OpenedMark {
  const known = unitedMarks(stored.value, { derivedThrough: local ?? 0 });
  const isLoss = isSetBack(stored.value, local);
  return { stored, wanted: isLoss ? markOfLoss(known, now) : known, isLoss };
}

/** Reads or makes the mark. The local one is read first: the stored one is always written before it. */
async function openMark({ clock, marks, localMark }: WatchPorts): Promise<OpenedMark> {
  const local = await localMark.read();
  // The filter finds the item, but may show it as it was; by its id it is fresh.
  const found = await marks.findByKey(noticeMarkKey);
  const present = found && (await marks.read(found.itemId));
  if (present) return openFound(present, local, clock.now());
  const wanted = newMark(local, clock.now());
  const made = await marks.create(wanted);
  const stored = made.kind === 'stored' ? made.stored : undefined;
  return { stored, wanted, isLoss: wanted.lostAt !== undefined };
}

/** Opens the watch of a process. */
export function openLedgerWatch(ports: WatchPorts): LedgerWatch {
  const { clock, marks, localMark } = ports;
  let stored: StoredMark | undefined;
  let wanted: NoticeMark | undefined;
  let writtenAt = Number.NEGATIVE_INFINITY;
  let isNews = false;

  async function open(): Promise<void> {
    const opened = await openMark(ports);
    if (!opened.stored) return;
    ({ stored, wanted } = opened);
    isNews ||= opened.isLoss;
    if (isSameMark(opened.stored.value, wanted)) await localMark.write(wanted.derivedThrough);
  }

  async function save(next: NoticeMark): Promise<void> {
    if (!stored) throw new Error('how far notices are derived is not known yet');
    wanted = unitedMarks(wanted ?? next, next);
    stored = await writeMark(marks, stored, wanted);
    wanted = unitedMarks(stored.value, wanted);
    await localMark.write(stored.value.derivedThrough);
  }

  return {
    async mark() {
      if (!stored) await open();
      if (stored && wanted && !isSameMark(stored.value, wanted)) await save(wanted);
      return stored && wanted;
    },
    async noteLoss() {
      isNews = true;
      wanted = wanted && markOfLoss(wanted, clock.now());
      if (wanted) await save(wanted);
    },
    mayAdvance: () => clock.now() - writtenAt >= writeEveryMs,
    async advance(derivedThrough) {
      await save({ derivedThrough: wholeSecond(derivedThrough) });
      writtenAt = clock.now();
    },
    derivedThrough: () => stored?.value.derivedThrough,
    takeNews() {
      const news = isNews;
      isNews = false;
      return news;
    },
  };
}
