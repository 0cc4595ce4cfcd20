import { setTimeout as pause } from 'node:timers/promises';
import type { Campaign } from '../domain/campaign.js';
import type { Adoption } from '../domain/casebook/adoption.js';
import type { Conversation } from '../domain/conversation.js';
import type { OwnDrafts } from '../domain/drafts/draft.js';
import type { FrozenChunk } from '../domain/frozen-audience.js';
import type { Finding } from '../domain/health/finding.js';
import type { Instant } from '../domain/instant.js';
import type { IssueGroup } from '../domain/issue-groups/issue-group.js';
import type { EffectAnswer } from '../domain/measures/effect-answer.js';
import type { Measure } from '../domain/measures/measure.js';
import type { MeasureEntry } from '../domain/measures/measure-events.js';
import type { LedgerRow } from '../domain/notice-ledger.js';
import type { NoticeMark } from '../domain/notice-mark.js';
import type { Profile } from '../domain/person.js';
import type { Preference } from '../domain/preference.js';
import type { ProgressPublication } from '../domain/releases/progress-publication.js';
import type { ReleaseSet } from '../domain/releases/release-set.js';
import type { Support } from '../domain/support.js';
import type { TrailEntry } from '../domain/trail.js';
import type { AttachmentLibrary } from '../usecases/attachment-ports.js';
import type { HealthCheck } from '../usecases/examine-health.js';
import type { Clock, MasterStores, ProposalStore, Store, Stored } from '../usecases/ports.js';
import type { ArchiveStore } from '../usecases/trail-archive.js';
import { createArchiveStore } from './archive-store.js';
import { createAttachmentLibrary } from './attachment-files.js';
import {
  type ChangeFeed,
  createChangeFeed,
  type FeedPosition,
  type PollPlan,
} from './change-feed.js';
import {
  createGraphClient,
  type GraphClient,
  type GraphClientOptions,
  inBackground,
} from './client.js';
import { createDeltaReader, type HeldItems } from './delta-reader.js';
import { versionOf } from './etag.js';
import { siteChecks } from './examine-site.js';
import { createFileExchange } from './file-exchange.js';
import type { TakeChange } from './list-change.js';
import type { ListPath } from './list-items.js';
import { allLists } from './lists/all-lists.js';
import { attachmentLibrary } from './lists/attachment-library.js';
import type { ListDefinition, WritableListDefinition } from './lists/list-definition.js';
import { type Place, pathIn, readPlace } from './place.js';
import { usualPlans } from './poll-plans.js';
import { createProposalStore } from './proposal-store.js';
import { rewriteItem } from './rewrite-item.js';
import { schemaFaults } from './schema-faults.js';
import type { SiteAddress } from './site.js';
import { createStore } from './store.js';
import {
  endSubscriptionsAt,
  openSubscriptions,
  type Subscriptions,
} from './subscriptions/keep-subscriptions.js';
import { openDoor } from './subscriptions/notification-door.js';
import { watchedLists } from './subscriptions/watched-lists.js';
import type { FollowedList, TakeChanges } from './take-changes.js';
import { troubleFindings } from './trouble-findings.js';

/** What connecting needs. */
export interface ConnectGraphOptions extends GraphClientOptions {
  readonly site: SiteAddress;
  readonly clock: Clock;
  /** Receives what the feeds learn. */
  readonly take: TakeChanges;
  /** What is held of a list. */
  readonly held: (list: FollowedList) => HeldItems;
  /** Whether someone uses the product at this time; decides how often lists are asked. */
  readonly isActive: () => boolean;
  readonly plans?: Partial<Record<FollowedList, PollPlan>>;
  /** Where another process was; absent: the place is looked for and every list read from the beginning. */
  readonly from?: GraphPosition;
}

/** How far lists were read, and where they were. */
export interface GraphPosition {
  readonly place: Place;
  /** By the name of the list. */
  readonly feeds: Readonly<Record<string, FeedPosition>>;
}

/** Writes one item whole. The value is one that the register holds of this very list. */
export type Rewrite = (shown: Stored<unknown>) => Promise<'rewritten' | 'changed-meanwhile'>;

/** SharePoint behind the ports of the use cases. */
export interface ConnectedGraph {
  readonly stores: {
    readonly proposals: ProposalStore;
    readonly campaigns: Store<Campaign>;
    readonly masters: MasterStores;
    readonly profiles: Store<Profile>;
    readonly conversations: Store<Conversation>;
    readonly drafts: Store<OwnDrafts>;
    readonly preferences: Store<Preference>;
    readonly ledger: Store<LedgerRow>;
    readonly noticeMark: Store<NoticeMark>;
    readonly measures: Store<Measure>;
    readonly casebookRules: Store<Measure>;
    readonly effectAnswers: Store<EffectAnswer>;
    readonly adoptions: Store<Adoption>;
    readonly releaseSets: Store<ReleaseSet>;
    readonly publications: Store<ProgressPublication>;
    readonly supports: Store<Support>;
    readonly audiences: Store<FrozenChunk>;
    readonly trailArchive: ArchiveStore<TrailEntry>;
    readonly measureArchive: ArchiveStore<MeasureEntry>;
    readonly issueGroups: Store<IssueGroup>;
  };
  /** The files of proposals. */
  readonly attachments: AttachmentLibrary;
  /** One per list, not started. */
  readonly feeds: readonly ChangeFeed[];
  readonly place: Place;
  /** Looks for the site and its lists again. */
  readPlace(): Promise<Place>;
  /** How far the lists are read; undefined while one of them is not read whole. */
  position(): GraphPosition | undefined;
  /** How many changes the feeds have told so far. */
  changes(): number;
  /** When the proposals were last caught up with; masters are asked less often and do not count. */
  proposalsAsOf(): Instant | undefined;
  /** Up to when every list has been caught up with whose events are told. */
  eventsAsOf(): Instant | undefined;
  /** What is not as the product needs it, one sentence each; empty when all is well. */
  verifySchema(): Promise<readonly string[]>;
  /** Writes an item of a list that is followed as it was last read, and says so to whoever follows it. */
  readonly rewriters: ReadonlyMap<string, Rewrite>;
  /** Has Graph tell at the address `url` that lists change; secrets come from `key`. Asks nothing before its first round. */
  openSubscriptions(door: { readonly url: string; readonly key: Uint8Array }): Subscriptions;
  /** Has Graph tell nothing there any more. Throws the four failures. */
  endSubscriptions(url: string): Promise<void>;
  /** What is known at this moment to be wrong with Graph, the site and its lists. */
  standingFindings(): readonly Finding[];
  /** Looks at the site, its lists and the clock of the machine, which `machine` tells. */
  healthChecks(machine: Clock): readonly HealthCheck[];
}

function createFeeds(
  options: ConnectGraphOptions,
  client: GraphClient,
  pathOf: (list: ListDefinition<unknown>) => ListPath,
  noteChange: () => void,
): readonly ChangeFeed[] {
  function feed<T>(key: FollowedList, list: ListDefinition<T>, take: TakeChange<T>): ChangeFeed {
    const from = options.from?.feeds[list.name];
    const counted: TakeChange<T> = (change) => {
      noteChange();
      take(change);
    };
    const reader = createDeltaReader(list, pathOf(list), client, counted, options.held(key), from);
    const plan = options.plans?.[key] ?? usualPlans[key];
    const { isActive, clock, log } = options;
    const since = from && { caughtUpAt: from.caughtUpAt };
    return createChangeFeed({ list: list.name, reader, plan, isActive, clock, log, ...since });
  }
  const { take } = options;
  // Lists that the others are read against come first.
  return [
    feed('departments', allLists.departments, take.departments),
    feed('sections', allLists.sections, take.sections),
    feed('categories', allLists.categories, take.categories),
    feed('jobGrades', allLists.jobGrades, take.jobGrades),
    feed('holidays', allLists.holidays, take.holidays),
    feed('thesaurus', allLists.thesaurus, take.thesaurus),
    feed('members', allLists.members, take.members),
    feed('channels', allLists.channels, take.channels),
    feed('campaigns', allLists.campaigns, take.campaigns),
    feed('profiles', allLists.profiles, take.profiles),
    feed('conversations', allLists.conversations, take.conversations),
    feed('drafts', allLists.drafts, take.drafts),
    feed('preferences', allLists.preferences, take.preferences),
    feed('measures', allLists.measures, take.measures),
    feed('casebookRules', allLists.casebookRules, take.casebookRules),
    feed('effectAnswers', allLists.effectAnswers, take.effectAnswers),
    feed('adoptions', allLists.adoptions, take.adoptions),
    feed('releaseSets', allLists.releaseSets, take.releaseSets),
    feed('publications', allLists.publications, take.publications),
    feed('supports', allLists.supports, take.supports),
    feed('issueGroups', allLists.issueGroups, take.issueGroups),
    feed('proposals', allLists.proposals, take.proposals),
    feed('notices', allLists.notices, take.notices),
    feed('claimRules', allLists.claimRules, take.claimRules),
  ];
}

/** How far all feeds are; undefined while one of them is not. */
function positionOf(place: Place, feeds: readonly ChangeFeed[]): GraphPosition | undefined {
  const known: Record<string, FeedPosition> = {};
  for (const feed of feeds) {
    const position = feed.position();
    if (!position) return undefined;
    known[feed.list] = position;
  }
  return { place, feeds: known };
}

/** The earliest of the instants at which lists were last caught up with; undefined while one never was. */
function caughtUpWith(
  feeds: readonly ChangeFeed[],
  lists: readonly { readonly name: string }[],
): Instant | undefined {
  const instants = lists.map(({ name }) => feeds.find(({ list }) => list === name)?.caughtUpAt());
  return instants.reduce((least, each) =>
    least === undefined || each === undefined ? undefined : Math.min(least, each),
  );
}

function createRewriters(
  { take }: ConnectGraphOptions,
  client: GraphClient,
  pathOf: (list: ListDefinition<unknown>) => ListPath,
): ReadonlyMap<string, Rewrite> {
  function rewriter<T>(list: WritableListDefinition<T>, takeChange: TakeChange<T>): Rewrite {
    return async (shown) => {
      // The register gives back what this list's own mapper made.
      const outcome = await rewriteItem(list, pathOf(list), client, shown as Stored<T>);
      if (outcome.kind !== 'stored') return outcome.kind;
      const { stored } = outcome;
      takeChange({ kind: 'stored', stored, version: versionOf(stored.revision) });
      return 'rewritten';
    };
  }
  return new Map(
    Object.entries({
      proposals: rewriter(allLists.proposals, take.proposals),
      campaigns: rewriter(allLists.campaigns, take.campaigns),
      departments: rewriter(allLists.departments, take.departments),
      sections: rewriter(allLists.sections, take.sections),
      categories: rewriter(allLists.categories, take.categories),
      jobGrades: rewriter(allLists.jobGrades, take.jobGrades),
      holidays: rewriter(allLists.holidays, take.holidays),
      thesaurus: rewriter(allLists.thesaurus, take.thesaurus),
      members: rewriter(allLists.members, take.members),
      channels: rewriter(allLists.channels, take.channels),
      profiles: rewriter(allLists.profiles, take.profiles),
      conversations: rewriter(allLists.conversations, take.conversations),
      drafts: rewriter(allLists.drafts, take.drafts),
      preferences: rewriter(allLists.preferences, take.preferences),
      measures: rewriter(allLists.measures, take.measures),
      casebookRules: rewriter(allLists.casebookRules, take.casebookRules),
      effectAnswers: rewriter(allLists.effectAnswers, take.effectAnswers),
      adoptions: rewriter(allLists.adoptions, take.adoptions),
      releaseSets: rewriter(allLists.releaseSets, take.releaseSets),
      publications: rewriter(allLists.publications, take.publications),
      supports: rewriter(allLists.supports, take.supports),
      issueGroups: rewriter(allLists.issueGroups, take.issueGroups),
      notices: rewriter(allLists.notices, take.notices),
    }),
  );
}

type StoreOf = <T>(list: WritableListDefinition<T>) => Store<T>;

function masterStores(storeOf: StoreOf): MasterStores {
  return {
    departments: storeOf(allLists.departments),
    sections: storeOf(allLists.sections),
    jobGrades: storeOf(allLists.jobGrades),
    categories: storeOf(allLists.categories),
    holidays: storeOf(allLists.holidays),
    thesaurus: storeOf(allLists.thesaurus),
    members: storeOf(allLists.members),
    channels: storeOf(allLists.channels),
  };
}

/**
 * Connects to Graph: finds the site and its lists once, by path and name, unless `from` says where they were. Throws
 * where the site cannot be found; a list that is missing is told by `verifySchema`, and using it throws.
 */
export async function connectGraph(options: ConnectGraphOptions): Promise<ConnectedGraph> {
  const client = createGraphClient(options);
  const place = options.from?.place ?? (await readPlace(client, options.site));
  const { site, lists } = place;

  const pathOf = (list: ListDefinition<unknown>): ListPath => pathIn(place, list);
  const storeOf: StoreOf = (list) => createStore(list, pathOf(list), client);
  let changes = 0;
  const feeds = createFeeds(options, inBackground(client), pathOf, () => {
    changes += 1;
  });
  const { proposals, measures, casebookRules, releaseSets, trailArchive, measureArchive } =
    allLists;
  return {
    stores: {
      proposals: createProposalStore(pathOf(proposals), client),
      campaigns: storeOf(allLists.campaigns),
      masters: masterStores(storeOf),
      profiles: storeOf(allLists.profiles),
      conversations: storeOf(allLists.conversations),
      // Whoever sends a proposal comes before whoever puts one aside.
      drafts: createStore(allLists.drafts, pathOf(allLists.drafts), inBackground(client)),
      preferences: storeOf(allLists.preferences),
      ledger: storeOf(allLists.notices),
      noticeMark: storeOf(allLists.noticeMarks),
      measures: storeOf(measures),
      casebookRules: storeOf(casebookRules),
      effectAnswers: storeOf(allLists.effectAnswers),
      adoptions: storeOf(allLists.adoptions),
      releaseSets: storeOf(releaseSets),
      publications: storeOf(allLists.publications),
      supports: storeOf(allLists.supports),
      audiences: storeOf(allLists.audiences),
      trailArchive: createArchiveStore(trailArchive, pathOf(trailArchive), client),
      measureArchive: createArchiveStore(measureArchive, pathOf(measureArchive), client),
      issueGroups: storeOf(allLists.issueGroups),
    },
    attachments: createAttachmentLibrary(pathIn(place, attachmentLibrary), {
      client,
      exchange: createFileExchange(),
      hosts: { baseUrl: options.baseUrl, siteHostname: options.site.hostname },
      pause: (milliseconds) => pause(milliseconds, undefined, { ref: false }),
    }),
    feeds,
    place,
    readPlace: () => readPlace(client, options.site),
    position: () => positionOf(place, feeds),
    changes: () => changes,
    proposalsAsOf: () => feeds.find((feed) => feed.list === proposals.name)?.caughtUpAt(),
    eventsAsOf: () => caughtUpWith(feeds, [proposals, measures, casebookRules, releaseSets]),
    verifySchema: () => schemaFaults(client, site),
    rewriters: createRewriters(options, client, pathOf),
    openSubscriptions: ({ url, key }) =>
      openSubscriptions({
        client: inBackground(client),
        clock: options.clock,
        log: options.log,
        lists: watchedLists(place, feeds),
        url,
        door: openDoor(url, key),
      }),
    endSubscriptions: (url) => endSubscriptionsAt(inBackground(client), url),
    standingFindings: () => troubleFindings(client.troubles(), options.site, lists),
    healthChecks: (machine) => siteChecks({ client, site: options.site, clock: machine }),
  };
}
