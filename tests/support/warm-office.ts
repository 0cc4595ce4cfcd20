import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTokenSource } from '../../src/identity/acquire-token.js';
import type { HeldChange } from '../../src/register/held.js';
import {
  type StartBooksOptions,
  type StartedBooks,
  startBooks,
} from '../../src/runtime/start-books.js';
import { readSealedFile, writeSealedFile } from '../../src/spool/sealed-file.js';
import { type GraphOffice, openGraphOffice, silentLog } from '../graph/graph-office.js';
import { testSettings } from '../local/frame/test-stand-in.js';

/** One line of the log. */
export interface Logged {
  readonly level: string;
  readonly what: string;
}

/** Starts of the books on one data folder, against a stand-in with provisioned lists. */
export interface WarmOffice extends GraphOffice {
  readonly dataDir: string;
  readonly logged: Logged[];
  readonly faults410: () => Promise<void>;
  /** Starts the books as a process of its own name; the same name twice is the same process begun anew. */
  start(changes?: Partial<StartBooksOptions>): Promise<StartedBooks>;
  /** Starts on an empty folder, so that every list is read. */
  startCold(): Promise<StartedBooks>;
  /** Writes a snapshot and ends the process. */
  end(books: StartedBooks): Promise<void>;
  /** Ends the process as a power cut would: nothing more is written. */
  cut(books: StartedBooks): void;
  /** The files below `register`. */
  files(): Promise<readonly string[]>;
  /** Changes the snapshot that is there, and gives it a new end that is right. */
  rewriteSnapshot(to: (line: string, index: number) => string): Promise<void>;
  /** Empties the lists and the folder. */
  clear(): Promise<void>;
}

/** What is known of the trail of a proposal, which no copy has. */
function courseOf(change: HeldChange<unknown>): unknown {
  const value = change.kind === 'stored' ? change.stored.value : undefined;
  return typeof value === 'object' && value !== null && 'course' in value ? value.course : null;
}

/** All that a register holds, in a form that two of them can be compared by; trails and their courses included. */
export function contentsOf({ register }: StartedBooks): unknown {
  return Object.fromEntries(
    Object.entries(register.contents).map(([list, shelf]) => [
      list,
      shelf
        .itemIds()
        .toSorted()
        .flatMap((itemId) => shelf.changesOf(itemId))
        .map((change) => JSON.parse(JSON.stringify([change, courseOf(change)])) as unknown),
    ]),
  );
}

/** Opens it. */
export async function openWarmOffice(): Promise<WarmOffice> {
  const office = await openGraphOffice({ switches: { unitsPerMinute: 1_000_000 } });
  const root = await mkdtemp(join(tmpdir(), 'mebuki-warm-'));
  const dataDir = join(root, 'data');
  const logged: Logged[] = [];
  const log = (level: string) => (about: unknown, what?: string) => {
    logged.push({ level, what: what ?? String(about) });
  };
  const logger = { ...silentLog, warn: log('warn'), error: log('error'), info: log('info') };
  let processes = 0;
  let folders = 0;
  const running = new Set<StartedBooks>();

  async function start(changes: Partial<StartBooksOptions> = {}): Promise<StartedBooks> {
    const tokens = createTokenSource({
      tenantId: testSettings.tenantId,
      clientId: testSettings.appId,
      credential: { kind: 'secret', secret: testSettings.appSecret },
      loginOrigin: `${office.standIn.origin}/entra`,
    });
    processes += 1;
    const books = await startBooks({
      baseUrl: `${office.standIn.origin}/graph`,
      token: tokens,
      site: { hostname: testSettings.siteHostname, path: testSettings.sitePath },
      unitsPerMinute: 1_000_000,
      clock: { now: () => Date.now() },
      logger: logger as StartBooksOptions['logger'],
      onFault: (what) => logged.push({ level: 'fault', what }),
      dataDir,
      instance: `process-${processes}`,
      tenantId: testSettings.tenantId,
      build: 'this build',
      onOtherPlace: () => logged.push({ level: 'fault', what: 'other lists' }),
      ...changes,
    });
    running.add(books);
    return books;
  }

  function cut(books: StartedBooks): void {
    for (const feed of books.graph.feeds) feed.stop();
    books.close();
    running.delete(books);
  }

  return {
    ...office,
    dataDir,
    logged,
    start,
    cut,
    startCold() {
      folders += 1;
      return start({ dataDir: join(root, `cold-${folders}`) });
    },
    async end(books) {
      await books.openKeeper(() => undefined).end();
      cut(books);
    },
    async faults410() {
      const response = await fetch(`${office.standIn.origin}/control/graph/resync`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
      });
      if (response.status !== 200) throw new Error(`resync was answered ${response.status}`);
    },
    files: async () => (await readdir(join(dataDir, 'register')).catch(() => [])).toSorted(),
    async rewriteSnapshot(to) {
      const names = await readdir(join(dataDir, 'register'));
      const name = names.find((each) => each.startsWith('snapshot-'));
      if (!name) throw new Error('there is no snapshot');
      const path = join(dataDir, 'register', name);
      const lines: string[] = [];
      for await (const line of readSealedFile(path)) lines.push(JSON.stringify(line));
      await writeSealedFile(path, lines.map(to));
    },
    async clear() {
      for (const books of [...running]) cut(books);
      await office.clear();
      await rm(dataDir, { recursive: true, force: true });
      logged.length = 0;
    },
    async close() {
      await rm(root, { recursive: true, force: true });
      await office.close();
    },
  };
}
