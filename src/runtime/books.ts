import type { Logger } from 'pino';
import type { Finding } from '../domain/health/finding.js';
import { civilDateOf } from '../domain/instant.js';
import type { OpenPool } from '../domain/similarity/number-pool.js';
import type { ChangeFeed } from '../graph/change-feed.js';
import {
  type ConnectedGraph,
  type ConnectGraphOptions,
  connectGraph,
} from '../graph/connect-graph.js';
import { versionOf } from '../graph/etag.js';
import type { TakeChange } from '../graph/list-change.js';
import { allLists } from '../graph/lists/all-lists.js';
import { halfOf, quotaOf } from '../graph/unit-quota.js';
import { type Told, toldOf } from '../notifications/told.js';
import { createRegister } from '../register/register.js';

import type { MeasureBookWriter } from '../usecases/measure-ports.js';
import type { Clock, KeptRowsWriter, RegisterWriter, Stored } from '../usecases/ports.js';
import type { ReleaseBookWriter } from '../usecases/release-ports.js';
import {
  type MeasureArchive,
  openMeasureArchive,
  openProposalArchive,
  type ProposalArchive,
} from '../usecases/trail-archive.js';
import { openChangedItems } from './changed-items.js';
import type { HeldTrails } from './held-trails.js';
import { areRolesKnown, roleFindings } from './role-age.js';

/** The version of the product, as Graph is told it. */
export const appVersion = '0.1.0';
/** What a token for Graph is asked for. */
export const graphScope = 'https://graph.microsoft.com/.default';
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
export interface BooksOptions extends Pick<ConnectGraphOptions, 'baseUrl' | 'site' | 'from'> {
  /** Resource units that SharePoint grants the app a minute; absent: the smallest number. */
  readonly unitsPerMinute?: number;
  readonly token: (scope: string, refused?: string) => Promise<string>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How proposals are held; absent: as they come. */
  readonly hold?: HeldTrails['hold'];
  /** Where rows of numbers are kept by which texts are compared; absent: in memory. */
  readonly openPool?: OpenPool;
}

/** The register and the lists it stands for. */
export interface Books {
  readonly register: ReturnType<typeof createRegister>;
  readonly writer: RegisterWriter & KeptRowsWriter & ReleaseBookWriter & MeasureBookWriter;
  readonly graph: ConnectedGraph;
  readonly archive: ProposalArchive;
  readonly measureArchive: MeasureArchive;
  /**
   * Shows the proposals, measures and release sets that changed since they were last shown, by whomever. What `look`
   * throws at is shown again the next time; answers whether there is none of that.
   */
  readonly lookAtChanged: (look: (told: Told) => void) => Promise<boolean>;
  /** Has them shown as if they had changed. */
  readonly noteChanged: (ids: readonly string[]) => void;
  /** Says so where the list of members was not read for so long that nobody has a role. */
  readonly roleFindings: () => readonly Finding[];
  /** Says that somebody uses the product, so that lists are followed closely. */
  readonly noteRequest: () => void;
}

/** Connects the register to its lists. Nothing is read yet. */
export async function openBooks({
  baseUrl,
  site,
  token,
  unitsPerMinute,
  clock,
  logger,
  hold,
  openPool,
  from,
}: BooksOptions): Promise<Books> {
  /** Before there are feeds, nothing is held that could be old. */
  let members: ChangeFeed | undefined;
  const register = createRegister({
    versionOf,
    areMembersKnown: () => !members || areRolesKnown(members, clock.now()),
    today: () => civilDateOf(clock.now()),
    ...(hold && { hold }),
    ...(openPool && { openPool }),
  });
  const changed = openChangedItems((id) => toldOf(register, id), logger);
  /** The same way in, which remembers what came. */
  const watched =
    <T extends Told>(take: TakeChange<T>): TakeChange<T> =>
    (change) => {
      take(change);
      if (change.kind === 'stored') changed.note([change.stored.value.id]);
    };
  const noting =
    <T extends Told>(took: (stored: Stored<T>) => void) =>
    (stored: Stored<T>): void => {
      took(stored);
      changed.note([stored.value.id]);
    };
  let requestedAt = clock.now();
  const graph = await connectGraph({
    baseUrl,
    site,
    version: appVersion,
    quota: halfOf(quotaOf(unitsPerMinute)),
    clock,
    log: logger,
    token: (refused) => token(graphScope, refused),
    ...(from && { from }),
    isActive: () => clock.now() - requestedAt < activeForMs,
    held: register.heldOf,
    take: {
      ...register.changes,
      proposals: watched(register.changes.proposals),
      measures: watched(register.changes.measures),
      casebookRules: watched(register.changes.casebookRules),
      releaseSets: watched(register.changes.releaseSets),
    },
  });
  members = graph.feeds.find(({ list }) => list === allLists.members.name);
  return {
    register,
    writer: {
      ...register,
      tookProposal: noting(register.tookProposal),
      tookMeasure: noting(register.tookMeasure),
      tookReleaseSet: noting(register.tookReleaseSet),
    },
    graph,
    archive: openProposalArchive(graph.stores.trailArchive),
    measureArchive: openMeasureArchive(graph.stores.measureArchive),
    noteChanged: changed.note,
    lookAtChanged: changed.lookAt,
    roleFindings: () => (members ? roleFindings(members, clock.now()) : []),
    noteRequest: () => {
      requestedAt = clock.now();
    },
  };
}

/** Refuses to start on lists that are not as they must be, naming each deviation; then reads them all. */
export async function catchUp({ graph }: Books): Promise<void> {
  const deviations = await graph.verifySchema();
  if (deviations.length > 0) throw new StartFault(deviations);
  const caughtUp = await Promise.all(graph.feeds.map((feed) => feed.pollNow()));
  if (caughtUp.includes(false)) throw new StartFault(['Not all lists could be read; see above.']);
}
