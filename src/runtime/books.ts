import type { Logger } from 'pino';
import { civilDateOf } from '../domain/instant.js';
import type { Proposal } from '../domain/proposal.js';
import type { ReleaseSet } from '../domain/releases/release-set.js';
import {
  type ConnectedGraph,
  type ConnectGraphOptions,
  connectGraph,
} from '../graph/connect-graph.js';
import { versionOf } from '../graph/etag.js';
import { createRegister } from '../register/register.js';
import type { Clock, KeptRowsWriter, RegisterWriter } from '../usecases/ports.js';
import type { ReleaseBookWriter } from '../usecases/release-ports.js';
import { openTrailArchive, type TrailArchive } from '../usecases/trail-archive.js';

const version = '0.1.0';
const graphScope = 'https://graph.microsoft.com/.default';
/** Someone counts as active this long after the last request. */
const activeForMs = 5 * 60 * 1000;

/** Ends the start with sentences for the operator. */
export class StartFault extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'StartFault';
    this.faults = faults;
  }
}

/** What opening the books needs. */
export interface BooksOptions extends Pick<ConnectGraphOptions, 'baseUrl' | 'site'> {
  readonly token: (scope: string) => Promise<string>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The register and the lists it stands for. */
export interface Books {
  readonly register: ReturnType<typeof createRegister>;
  readonly writer: RegisterWriter & KeptRowsWriter & ReleaseBookWriter;
  readonly graph: ConnectedGraph;
  readonly archive: TrailArchive;
  /** The proposals and release sets that changed since the last call, by whomever. */
  readonly takeChanged: () => readonly (Proposal | ReleaseSet)[];
  /** Says that somebody uses the product, so that lists are followed closely. */
  readonly noteRequest: () => void;
}

/** Connects the register to its lists. Nothing is read yet. */
export async function openBooks({
  baseUrl,
  site,
  token,
  clock,
  logger,
}: BooksOptions): Promise<Books> {
  const register = createRegister({ versionOf, today: () => civilDateOf(clock.now()) });
  const changed: (Proposal | ReleaseSet)[] = [];
  let requestedAt = clock.now();
  const graph = await connectGraph({
    baseUrl,
    site,
    version,
    clock,
    log: logger,
    token: () => token(graphScope),
    isActive: () => clock.now() - requestedAt < activeForMs,
    take: {
      ...register.changes,
      proposals: (change) => {
        register.changes.proposals(change);
        if (change.kind === 'stored') changed.push(change.stored.value);
      },
      releaseSets: (change) => {
        register.changes.releaseSets(change);
        if (change.kind === 'stored') changed.push(change.stored.value);
      },
    },
  });
  return {
    register,
    writer: {
      ...register,
      tookProposal: (stored) => {
        register.tookProposal(stored);
        changed.push(stored.value);
      },
      tookReleaseSet: (stored) => {
        register.tookReleaseSet(stored);
        changed.push(stored.value);
      },
    },
    graph,
    archive: openTrailArchive(graph.stores.trailArchive),
    takeChanged: () => changed.splice(0),
    noteRequest: () => {
      requestedAt = clock.now();
    },
  };
}

/** Refuses to start on lists that are not as they must be, naming each deviation; then reads them all. */
export async function catchUp({ graph, register }: Books, logger: Logger): Promise<void> {
  const deviations = await graph.verifySchema();
  if (deviations.length > 0) throw new StartFault(deviations);
  const caughtUp = await Promise.all(graph.feeds.map((feed) => feed.pollNow()));
  if (caughtUp.includes(false)) throw new StartFault(['Not all lists could be read; see above.']);
  for (const problem of register.deviations()) logger.warn(problem);
  for (const feed of graph.feeds) feed.start();
}
