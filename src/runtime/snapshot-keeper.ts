import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { z } from 'zod';
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
  readonly begunWith: Pick<SnapshotHeader, 'textsSince'> | undefined;
}

/** Writes the register down, so that the next start need not read it from the lists. */
export interface SnapshotKeeper {
  /** Writes one where something changed and the last is old enough. */
  round(): Promise<void>;
  /** Writes what changed since the last one, as the last thing this process does. */
  end(): Promise<void>;
}

const everyMs = 15 * 60 * 1000;
/** Where nothing changes, delta links are written down all the same before the service forgets them. */
const atLeastEveryMs = 24 * 60 * 60 * 1000;
/** Files of trails are put together anew where more than this, and more than half, is wanted by nobody. */
const mostUnwantedBytes = 64 * 1024 * 1024;
const mostFiles = 4;
/** And after so long in any case: what is deleted from the lists is not kept here. */
const longestKeptMs = 7 * 24 * 60 * 60 * 1000;
const movedAtOnce = 50;

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

async function needsNewFile(ports: SnapshotPorts, since: Instant): Promise<boolean> {
  const { texts, trails, folder, clock } = ports;
  if (clock.now() - since > longestKeptMs) return true;
  const files = texts.wanted();
  const made = files.filter(({ isOnDisk }) => isOnDisk).map(({ name }) => name);
  if (files.length > mostFiles || (await folder.missing(made)).length > 0) return true;
  const wanted = heldProposals(ports).reduce(
    (sum, { value }) => sum + (trails.placeOf(value)?.length ?? 0),
    0,
  );
  return texts.size() - wanted > Math.max(mostUnwantedBytes, wanted);
}

/** Puts the trails that are wanted into a fresh file. */
async function putTogether(ports: SnapshotPorts): Promise<void> {
  const { texts, trails, onFault } = ports;
  texts.beginAnew();
  for (const [index, { value }] of heldProposals(ports).entries()) {
    try {
      trails.move(value);
    } catch (fault) {
      // It is read anew from its item when somebody looks at it.
      onFault(`moving the trail of ${value.id}`, fault);
    }
    if (index % movedAtOnce === movedAtOnce - 1) await breathe();
  }
  texts.endOld();
}

/** Opens the keeping of snapshots for a process. */
export function openSnapshotKeeper(ports: SnapshotPorts): SnapshotKeeper {
  const { books, trails, texts, folder, home, clock } = ports;
  const { begunWith } = ports;
  let writtenAt = begunWith ? clock.now() : Number.NEGATIVE_INFINITY;
  let writtenChanges = begunWith ? 0 : -1;
  let since = begunWith?.textsSince ?? clock.now();

  async function write(): Promise<void> {
    if (await needsNewFile(ports, since)) {
      const at = clock.now();
      await putTogether(ports);
      since = at;
    }
    const changes = books.graph.changes();
    const header = headerNow(
      home,
      books.graph.position(),
      { files: texts, since },
      ports.toldThrough(),
    );
    if (!header) return;
    const lines = snapshotLines(header, books.register, trails, texts);
    await writeSealedFile(join(folder.path, folder.own), lines);
    writtenAt = clock.now();
    writtenChanges = changes;
    await folder.clear(textsOf);
  }

  return {
    async round() {
      const age = clock.now() - writtenAt;
      const isChanged = books.graph.changes() !== writtenChanges;
      if (age < everyMs || (!isChanged && age < atLeastEveryMs)) return;
      await write();
    },
    async end() {
      if (books.graph.changes() !== writtenChanges) await write();
    },
  };
}
