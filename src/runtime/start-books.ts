import { join } from 'node:path';
import { clearOldFiles } from '../spool/clear-old-files.js';
import { openTextFiles } from '../spool/text-files.js';
import type { FaultLog } from '../usecases/ports.js';
import { type Books, type BooksOptions, catchUp, openBooks } from './books.js';
import { type HeldTrails, openHeldTrails } from './held-trails.js';

/** Files of the register that were written so long before the newest one are left over from a process that is gone. */
const leftOverMs = 24 * 60 * 60 * 1000;

/** What starting with the books needs. */
export interface StartBooksOptions extends Omit<BooksOptions, 'hold'> {
  readonly onFault: FaultLog;
  /** Where the trails lie. */
  readonly dataDir: string;
  /** Names this process there. */
  readonly instance: string;
}

/** The books, caught up with their lists. */
export interface StartedBooks extends Books {
  readonly trails: HeldTrails;
  /** Closes the files. */
  close(): void;
}

/** Reads the trail of a proposal from its item again, because the file with it is damaged. */
async function mendTrail(
  { register, writer, graph }: Books,
  trails: HeldTrails,
  proposalId: string,
): Promise<void> {
  const held = register.proposal(proposalId);
  const fresh = held && (await graph.stores.proposals.read(held.itemId));
  if (!fresh) return;
  if (fresh.revision === held.revision) trails.mend(held.value, fresh.value.trail);
  else writer.tookProposal(fresh);
}

/** Opens the books and reads every list. */
export async function startBooks(options: StartBooksOptions): Promise<StartedBooks> {
  const { onFault, dataDir, instance, logger } = options;
  const folder = join(dataDir, 'register');
  await clearOldFiles(folder, () => false, leftOverMs).catch((fault: unknown) =>
    onFault('clearing the data folder', fault),
  );
  const files = openTextFiles(
    folder,
    (count) => `trails-${instance}-${count}`,
    (fault) => onFault('writing trails to the data folder', fault),
  );
  const mending = new Set<string>();
  const trails = openHeldTrails(files, (id, fault) => {
    if (mending.has(id)) return;
    mending.add(id);
    onFault(`reading the trail of ${id}`, fault);
    mendTrail(books, trails, id)
      .catch((second: unknown) => onFault(`reading the trail of ${id} anew`, second))
      .finally(() => mending.delete(id));
  });
  const books = await openBooks({ ...options, hold: trails.hold });
  await catchUp(books, logger);
  return { ...books, trails, close: files.close };
}
