import type { Finding } from '../domain/health/finding.js';
import type { Instant } from '../domain/instant.js';
import { openRegisterFolder, type RegisterFolder } from '../spool/register-folder.js';
import { openTextFiles, type TextFiles } from '../spool/text-files.js';
import type { FaultLog } from '../usecases/ports.js';
import { type Books, type BooksOptions, catchUp, openBooks, StartFault } from './books.js';
import { type FoundSnapshot, findSnapshot } from './find-snapshot.js';
import { type HeldTrails, openHeldTrails } from './held-trails.js';
import { fillRegister, type SnapshotHome } from './register-snapshot.js';
import { openRowFiles, type RowFiles } from './row-files.js';
import { beginSettling, type Settling } from './settle-start.js';
import { type BegunWith, openSnapshotKeeper, type SnapshotKeeper } from './snapshot-keeper.js';

/** What starting with the books needs. */
export interface StartBooksOptions extends Omit<BooksOptions, 'hold' | 'openPool' | 'from'> {
  readonly onFault: FaultLog;
  /** Where trails and snapshots lie. */
  readonly dataDir: string;
  /** Names this process there. */
  readonly instance: string;
  readonly tenantId: string;
  /** Names what the app was built from. */
  readonly build: string;
  /**
   * Graph answers at last, and the lists are not those of the snapshot: what is held is of other lists, and so would be
   * what is written. The process has to end and begin anew.
   */
  readonly onOtherPlace: () => void;
  /** How many bytes a folder still takes. Absent: as its disk says. */
  readonly freeIn?: (folder: string) => Promise<number>;
}

/** The books as a start leaves them: caught up with their lists, or as a snapshot says while Graph is away. */
export interface StartedBooks extends Books {
  readonly trails: HeldTrails;
  /** What a start without Graph has found since, for an administrator. */
  readonly startFindings: () => readonly Finding[];
  /** Opens the keeping of snapshots. `toldThrough`: up to when the notices of every event are in the ledger. */
  readonly openKeeper: (toldThrough: () => Instant | undefined) => SnapshotKeeper;
  /** Closes the files. */
  readonly close: () => void;
}

/** Reads the texts of a proposal from its item again, because the file with them is damaged. */
async function mendTrail(
  { register, writer, graph }: Books,
  trails: HeldTrails,
  proposalId: string,
): Promise<void> {
  const held = register.proposal(proposalId);
  const fresh = held && (await graph.stores.proposals.read(held.itemId));
  if (!fresh) return;
  if (fresh.revision === held.revision) trails.mend(held.value, fresh.value);
  else writer.tookProposal(fresh);
}

/** Tells of the damaged texts of each proposal once at a time, and has it read again. */
function openMending(onFault: FaultLog, mend: (proposalId: string) => Promise<void>) {
  const mending = new Set<string>();
  return (id: string, fault: unknown): void => {
    if (mending.has(id)) return;
    mending.add(id);
    onFault(`reading the texts of ${id}`, fault);
    mend(id)
      .catch((second: unknown) => onFault(`reading the texts of ${id} anew`, second))
      .finally(() => mending.delete(id));
  };
}

interface Opened {
  readonly books: Books;
  readonly settling?: Settling;
  readonly begunWith?: BegunWith;
}

async function openCold(opening: BooksOptions): Promise<Opened> {
  const books = await openBooks(opening);
  await catchUp(books);
  return { books };
}

/** The proposals of which something may not be told yet, and all of the few that tell channels only. */
function untold({ register }: Books, toldThrough = Number.NEGATIVE_INFINITY): readonly string[] {
  const proposals = register
    .proposals()
    .filter(({ value }) => (value.course?.recordedAt ?? toldThrough + 1) > toldThrough);
  const others = [...register.measures(), ...register.releaseSets()];
  return [...proposals.map(({ value }) => value.id), ...others.map(({ id }) => id)];
}

/** Opens the books as a snapshot says; undefined where it is of other lists. Throws `StartFault` as a cold start does. */
async function openWarm(
  opening: BooksOptions & Pick<StartBooksOptions, 'onOtherPlace'>,
  { name, header, contents }: FoundSnapshot,
): Promise<Opened | undefined> {
  const { logger, onOtherPlace } = opening;
  const books = await openBooks({ ...opening, from: header.position });
  fillRegister(books.register, contents);
  books.noteChanged(untold(books, header.toldThrough));
  // Not before: filling leaves Graph no time to answer in.
  const settling = beginSettling(books.graph);
  const settled = await settling.first;
  if (settled.kind === 'deviating') throw new StartFault(settled.faults);
  if (settled.kind === 'other-place') {
    logger.warn('the snapshot is of other lists; every list is read anew');
    return undefined;
  }
  if (settled.kind === 'away') {
    const asOf = new Date(books.graph.proposalsAsOf() ?? 0).toISOString();
    logger.error({ asOf }, 'Graph is away: the app starts with what it knew');
    settling.later(logger, onOtherPlace);
  }
  return { books, settling, begunWith: { name, textsSince: header.textsSince } };
}

interface Files {
  readonly folder: RegisterFolder;
  readonly texts: TextFiles;
  readonly trails: HeldTrails;
  readonly rows: RowFiles;
}

async function openBest(
  options: StartBooksOptions,
  files: Files,
  home: SnapshotHome,
): Promise<Opened> {
  const opening = { ...options, hold: files.trails.hold, openPool: files.rows.open };
  const found = await findSnapshot({ ...files, home, logger: options.logger });
  return (found && (await openWarm(opening, found))) ?? (await openCold(opening));
}

/** Opens the books from a snapshot where there is one, and catches up; otherwise reads every list. */
export async function startBooks(options: StartBooksOptions): Promise<StartedBooks> {
  const { onFault, dataDir, instance, tenantId, build, baseUrl, site, clock, logger } = options;
  const folder = openRegisterFolder(dataDir, instance, options.freeIn);
  const texts = openTextFiles(folder.path, folder.textsName, (fault) =>
    onFault('writing trails to the data folder', fault),
  );
  const trails = openHeldTrails(
    texts,
    openMending(onFault, (id) => mendTrail(books, trails, id)),
  );
  const rows = openRowFiles(folder.path, folder.rowsName, (fault) =>
    onFault('writing rows to the data folder', fault),
  );
  const home: SnapshotHome = { build, tenantId, baseUrl, ...site };
  const { books, settling, begunWith } = await openBest(
    options,
    { folder, texts, trails, rows },
    home,
  );
  for (const fault of books.register.itemFaults()) {
    logger.warn(fault, 'an item is not as it was written');
  }
  for (const feed of books.graph.feeds) feed.start();
  const keeping = { books, trails, texts, folder, home, clock, onFault, begunWith };
  return {
    ...books,
    trails,
    startFindings: () => settling?.findings() ?? [],
    openKeeper: (toldThrough) => openSnapshotKeeper({ ...keeping, toldThrough }),
    close() {
      settling?.stop();
      texts.close();
      rows.close();
    },
  };
}
