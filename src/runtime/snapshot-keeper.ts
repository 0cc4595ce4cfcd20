import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { z } from 'zod';
import type { Finding } from '../domain/health/finding.js';
import type { Instant } from '../domain/instant.js';
import type { RegisterFolder } from '../spool/register-folder.js';
import { writeSealedFile } from '../spool/sealed-file.js';
import type { TextFiles } from '../spool/text-files.js';
import type { Clock, FaultLog } from '../usecases/ports.js';
import type { Books } from './books.js';
import type { HeldTrails } from './held-trails.js';
import {
  headerNow,
  type SnapshotHeader,
  type SnapshotHome,
  snapshotLines,
} from './register-snapshot.js';

/** The snapshot that a process began with. */
export interface BegunWith extends Pick<SnapshotHeader, 'textsSince'> {
  readonly name: string;
}

/** What keeping snapshots needs. */
export interface SnapshotPorts {
  readonly books: Pick<Books, 'register' | 'graph'>;
  readonly trails: HeldTrails;
  readonly texts: TextFiles;
  readonly folder: RegisterFolder;
  readonly home: SnapshotHome;
  readonly clock: Clock;
  readonly onFault: FaultLog;
  /** Up to when the notices of every event are in the ledger. */
  readonly toldThrough: () => Instant | undefined;
  /** The snapshot that this process began with: then there is no haste to write one. */
  readonly begunWith: BegunWith | undefined;
}

/** Writes the register down, so that the next start need not read it from the lists. */
export interface SnapshotKeeper {
  /** Writes one where something changed and the last is old enough. */
  round(): Promise<void>;
  /** Writes what changed since the last one, as the last thing this process does. */
  end(): Promise<void>;
  /** Since when none could be written, for an administrator. */
  findings(): readonly Finding[];
}

const everyMs = 15 * 60 * 1000;
/** Where nothing changes, delta links are written down all the same before the service forgets them. */
const atLeastEveryMs = 24 * 60 * 60 * 1000;
/** A disk that takes nothing is not given everything again each minute. */
const firstPauseMs = 2 * 60 * 1000;
const longestPauseMs = 60 * 60 * 1000;
/** Files of trails are put together anew where more than this, and more than half, is wanted by nobody. */
const mostUnwantedBytes = 64 * 1024 * 1024;
const mostFiles = 4;
/** And after so long in any case: what is deleted from the lists is not kept here. */
const longestKeptMs = 7 * 24 * 60 * 60 * 1000;
const movedAtOnce = 50;
/**
 * At the end of a process nothing is written that was written shortly before, as a multiple of how long writing takes:
 * whoever waits for the end of a large office does not wait twice, and delta tells the next start the rest.
 */
const freshWritings = 10;
/** What is written as quickly as this is written again. */
const quickWritingMs = 1_000;
/** Left for accepted forms and for what other processes write meanwhile. */
const leftFreeBytes = 16 * 1024 * 1024;

const inMegabytes = (bytes: number): string => (bytes / (1024 * 1024)).toFixed(1);

const textNames = z.object({ texts: z.array(z.object({ name: z.string() })) });

function textsOf(header: unknown): readonly string[] {
  const { success, data } = textNames.safeParse(header);
  return success ? data.texts.map(({ name }) => name) : [];
}

/** Every proposal that is held, those behind others of the same key too. */
function heldProposals({ books: { register } }: SnapshotPorts) {
  const { itemIds } = register.contents.proposals;
  return itemIds().flatMap((itemId) => register.heldProposal(itemId) ?? []);
}

/** Whether the texts are to be put together in a fresh file, and what for. */
interface TextsState {
  readonly isDue: boolean;
  /** A file of them is gone, so that no snapshot can refer to it. */
  readonly isMissing: boolean;
  /** How many bytes of them are wanted. */
  readonly wantedBytes: number;
}

async function lookAtTexts(ports: SnapshotPorts, since: Instant): Promise<TextsState> {
  const { texts, trails, folder, clock } = ports;
  const files = texts.wanted();
  const made = files.filter(({ isOnDisk }) => isOnDisk).map(({ name }) => name);
  const isMissing = (await folder.missing(made)).length > 0;
  const wantedBytes = heldProposals(ports)
    .flatMap(({ value }) => trails.placesOf(value) ?? [])
    .reduce((sum, { trail, texts: written }) => sum + trail.length + written.length, 0);
  const isHalfWanted = texts.size() - wantedBytes <= Math.max(mostUnwantedBytes, wantedBytes);
  const isOld = clock.now() - since > longestKeptMs;
  const isDue = isMissing || isOld || files.length > mostFiles || !isHalfWanted;
  return { isDue, isMissing, wantedBytes };
}

/** What stands against putting so much into a fresh file; undefined where there is room. */
async function lackOfRoom(folder: RegisterFolder, bytes: number): Promise<Error | undefined> {
  const room = await folder.room();
  if (room >= bytes + leftFreeBytes) return undefined;
  const [needed, free] = [bytes + leftFreeBytes, Math.max(0, room)].map(inMegabytes);
  return new Error(`putting the trails together needs ${needed} MB, and ${free} MB are free`);
}

/** Puts the texts that are wanted into a fresh file. */
async function putTogether(ports: SnapshotPorts): Promise<void> {
  const { texts, trails, onFault } = ports;
  texts.beginAnew();
  for (const [index, { value }] of heldProposals(ports).entries()) {
    try {
      trails.move(value);
    } catch (fault) {
      // It is read anew from its item when somebody looks at it.
      onFault(`moving the texts of ${value.id}`, fault);
    }
    if (index % movedAtOnce === movedAtOnce - 1) await breathe();
  }
  texts.endOld();
}

/** Does a work, and where it fails, does not do it again before a while that grows each time. */
function openPatience({ clock }: Pick<SnapshotPorts, 'clock'>) {
  let trouble: { readonly since: Instant; readonly said: string } | undefined;
  let pauseMs = firstPauseMs;
  let pausesUntil = Number.NEGATIVE_INFINITY;
  return {
    isOver: () => clock.now() >= pausesUntil,
    trouble: () => trouble,
    async tried(work: () => Promise<void>): Promise<void> {
      try {
        await work();
        trouble = undefined;
        pauseMs = firstPauseMs;
      } catch (fault) {
        const said = fault instanceof Error ? fault.message : String(fault);
        trouble = { since: trouble?.since ?? clock.now(), said };
        pausesUntil = clock.now() + pauseMs;
        pauseMs = Math.min(longestPauseMs, pauseMs * 2);
        throw fault;
      }
    },
  };
}

/** A loss of rows that only this process knows must not be hidden behind lines without them. */
async function* withoutLoss(
  register: Books['register'],
  losses: number,
  lines: AsyncIterable<string>,
): AsyncGenerator<string> {
  yield* lines;
  if (register.ledgerLosses() !== losses) {
    throw new Error('rows of the ledger were lost while they were written down');
  }
}

const isJustWritten = (ageMs: number, writingMs: number): boolean =>
  writingMs > quickWritingMs && ageMs < freshWritings * writingMs;

/** Opens the keeping of snapshots for a process. */
export function openSnapshotKeeper(ports: SnapshotPorts): SnapshotKeeper {
  const { books, trails, texts, folder, home, clock, begunWith, onFault } = ports;
  let writtenAt = begunWith ? clock.now() : Number.NEGATIVE_INFINITY;
  let writtenChanges = begunWith ? 0 : -1;
  let writingMs = 0;
  let since = begunWith?.textsSince ?? clock.now();
  const patience = openPatience(ports);

  let begunName = begunWith ? [begunWith.name] : [];
  /** Until there is a snapshot of this process, the one it began with is all that a next start has. */
  const held = () => [...texts.wanted().map(({ name }) => name), ...begunName];
  const clear = () => folder.clear(textsOf, held());

  async function writeDown(): Promise<void> {
    const { register } = books;
    if (register.lostLedgerRows().length > 0) return;
    const losses = register.ledgerLosses();
    const began = clock.now();
    const changes = books.graph.changes();
    const header = headerNow(
      home,
      books.graph.position(),
      { files: texts, since },
      ports.toldThrough(),
    );
    if (!header) return;
    const lines = snapshotLines(header, books.register, trails, texts);
    await writeSealedFile(join(folder.path, folder.own), withoutLoss(register, losses, lines));
    writtenAt = clock.now();
    writingMs = writtenAt - began;
    writtenChanges = changes;
    begunName = [];
    await clear();
  }

  async function write(): Promise<void> {
    // What is old may be what leaves no room for anything new.
    await clear().catch((fault: unknown) => onFault('clearing old files of the register', fault));
    const { isDue, isMissing, wantedBytes } = await lookAtTexts(ports, since);
    const lack = isDue ? await lackOfRoom(folder, wantedBytes) : undefined;
    if (lack && isMissing) throw lack;
    if (isDue && !lack) {
      const at = clock.now();
      await putTogether(ports);
      since = at;
    }
    await writeDown();
    if (lack) throw lack;
  }

  return {
    findings() {
      const trouble = patience.trouble();
      return trouble ? [{ code: 'snapshot-fails', ...trouble }] : [];
    },
    async round() {
      if (!patience.isOver()) return;
      const age = clock.now() - writtenAt;
      const isChanged = books.graph.changes() !== writtenChanges;
      const isFresh = age < everyMs || (!isChanged && age < atLeastEveryMs);
      if (isFresh && !patience.trouble()) return;
      await patience.tried(write);
    },
    async end() {
      const isChanged = books.graph.changes() !== writtenChanges;
      if (isChanged && !isJustWritten(clock.now() - writtenAt, writingMs)) await write();
    },
  };
}
