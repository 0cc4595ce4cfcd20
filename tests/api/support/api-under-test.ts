import { rmSync } from 'node:fs';
import pino from 'pino';
import { createApiServer } from '../../../src/api/create-api-server.js';
import type { ApiConfig, ApiDeps } from '../../../src/api/deps.js';
import { isOfficeHoliday } from '../../../src/api/office-holidays.js';
import { examineFile } from '../../../src/attachments/examine-file.js';
import { readStrictJson } from '../../../src/bot/strict-json.js';
import type { Campaign } from '../../../src/domain/campaign.js';
import { type Adoption, adoptionKey } from '../../../src/domain/casebook/adoption.js';
import type { OwnDrafts } from '../../../src/domain/drafts/draft.js';
import { type FrozenChunk, frozenKey } from '../../../src/domain/frozen-audience.js';
import type { IssueGroup } from '../../../src/domain/issue-groups/issue-group.js';
import { type EffectAnswer, effectKey } from '../../../src/domain/measures/effect-answer.js';
import type { Measure } from '../../../src/domain/measures/measure.js';
import { noticeBalance } from '../../../src/domain/notice-balance.js';
import type { LedgerRow } from '../../../src/domain/notice-ledger.js';
import type { Preference } from '../../../src/domain/preference.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import { type Support, supportKey } from '../../../src/domain/support.js';
import { listHeadings } from '../../../src/graph/list-headings.js';
import { openUserTokenCheck } from '../../../src/identity/check-user-token.js';
import { createRegister } from '../../../src/register/register.js';
import { openAttachmentActs } from '../../../src/runtime/attachment-work.js';
import { openHeldTrails } from '../../../src/runtime/held-trails.js';
import { openIssueGroupActs } from '../../../src/runtime/issue-group-work.js';
import { openKeeping } from '../../../src/runtime/keeping.js';
import { openMeasureWork } from '../../../src/runtime/measure-work.js';
import { openQueue } from '../../../src/runtime/queue.js';
import { openTextFiles } from '../../../src/spool/text-files.js';
import { contextOf } from '../../../src/usecases/act-context-now.js';
import { actOnMany } from '../../../src/usecases/act-on-many.js';
import { actOnProposal } from '../../../src/usecases/act-on-proposal.js';
import { keepPreference } from '../../../src/usecases/keep-preference.js';
import { receiveMany } from '../../../src/usecases/receive-for-somebody.js';
import { releaseDuePublications } from '../../../src/usecases/release-due-publications.js';
import { remindOfDue } from '../../../src/usecases/remind-of-due.js';
import { settleHeldNotices } from '../../../src/usecases/settle-held-notices.js';
import { supportProposal } from '../../../src/usecases/support-proposal.js';
import { writeWorkbook } from '../../../src/workbook/write-workbook.js';
import { fakeArchive, fakeMeasureArchive } from '../../support/fake-archive.js';
import { fakeList } from '../../support/fake-store.js';
import { memoryLibrary } from '../../support/memory-library.js';
import { receivedProposal, sampleNow } from '../../support/sample-proposals.js';
import { type PersonName, people } from './api-people.js';
import { buildTabs } from './built-tabs.js';
import { type Answered, callApi, type Sent } from './client.js';
import { openProposingInMemory } from './memory-proposing.js';
import { openOfficeLists } from './office-lists.js';
import { openReleases } from './release-lists.js';
import {
  appId,
  appIdUri,
  type Claims,
  openTokenMint,
  type TokenMint,
  tenantId,
} from './token-mint.js';

/** What a test changes of the usual server. */
export interface ApiOptions {
  readonly deps?: Partial<ApiDeps>;
  readonly config?: Partial<ApiConfig>;
  readonly visibility?: Campaign['visibility'];
  /** Absent: any free one. */
  readonly port?: number;
  /** When the quiet time ends that is on; absent: none is. */
  readonly quietUntil?: number;
}

/** Pauses between rounds end at once; the one that ends the turn of a list that hangs never does. */
const noWait = (milliseconds: number): Promise<void> =>
  milliseconds < 5_000 ? Promise.resolve() : new Promise(() => {});

function raise(fault: unknown): never {
  throw fault;
}

/** Opens the real server over a real register, real use cases and real token checks; only the lists are in memory. */
export async function openApi(options: ApiOptions = {}) {
  const mint: TokenMint = await openTokenMint();
  const tabsDir = buildTabs();
  const logged: string[] = [];
  let now = sampleNow;
  const clock = { now: () => now };
  const versionOf = (revision: string): number => Number(/,(\d+)/.exec(revision)?.[1] ?? 0);
  // Trails lie in files here too, so that every test of an answer is one of them.
  const files = openTextFiles(tabsDir, (count) => `trails-${count}`, raise);
  const trails = openHeldTrails(files, (_, fault) => raise(fault));
  const register = createRegister({ versionOf, hold: trails.hold });
  const kept = await openOfficeLists(register, options.visibility ?? 'after-review-begins');
  const list = fakeList<Proposal>(({ id }) => id);
  const ledger = fakeList<LedgerRow>(({ key }) => key);
  const supports = fakeList<Support>(supportKey);
  const drafts = fakeList<OwnDrafts>(({ personId }) => personId);
  const preferences = fakeList<Preference>(({ personId }) => personId);
  const archive = fakeArchive();
  const audiences = fakeList<FrozenChunk>(frozenKey);
  const ports = {
    audiences: audiences.store,
    archive: archive.open(),
    store: { ...list.store, highestSequence: async () => 0 },
    register,
    writer: register,
    clock,
    isHoliday: () => false,
  };
  const spool = { keptOf: () => [] };
  const receiving = { ...ports, spool, inTurn: openQueue(), pause: noWait };
  const measureArchive = fakeMeasureArchive().open();
  const measureLists = {
    measures: fakeList<Measure>(({ id }) => id),
    casebookRules: fakeList<Measure>(({ id }) => id),
    effectAnswers: fakeList<EffectAnswer>(effectKey),
    adoptions: fakeList<Adoption>(adoptionKey),
  };
  const measureWork = openMeasureWork(
    {
      register,
      writer: register,
      measureArchive,
      graph: {
        stores: {
          measures: measureLists.measures.store,
          casebookRules: measureLists.casebookRules.store,
          effectAnswers: measureLists.effectAnswers.store,
          adoptions: measureLists.adoptions.store,
        },
      },
    },
    ports,
  );
  const issueGroupList = fakeList<IssueGroup>(({ id }) => id);
  const { releaseLists, work: releaseWork } = openReleases({ register, measureArchive }, ports, {
    measures: measureLists.measures.store,
    casebookRules: measureLists.casebookRules.store,
  });
  const proposing = openProposingInMemory({ ...ports, inTurn: openQueue() }, drafts.store);
  const { files: attached, library, refuse } = memoryLibrary(clock);
  const deps: ApiDeps = {
    register,
    measures: measureWork.acts,
    releases: releaseWork.acts,
    issueGroups: openIssueGroupActs(
      { register, graph: { stores: { issueGroups: issueGroupList.store } } },
      ports,
    ),
    acts: {
      onOne: (by, seen, name, form) => actOnProposal(ports, by, seen, name, form),
      onMany: (by, items, name, form) => actOnMany(ports, by, items, name, form),
    },
    keep: openKeeping(clock, { register, writer: register, stores: kept.stores }),
    receive: (by, papers) => receiveMany(receiving, by, papers),
    drafts: proposing.drafts,
    propose: proposing.propose,
    supports: {
      give: (by, number, state) =>
        supportProposal({ clock, register, supports: supports.store }, by, number, state),
    },
    attachments: openAttachmentActs({
      acts: ports,
      library,
      examine: examineFile,
      onFault: () => {},
    }),
    whole: (proposal) => ports.archive.whole(proposal),
    wholeMeasure: (measure) => measureArchive.whole(measure),
    actContext: (proposal) => contextOf(ports, proposal),
    keepPreference: (personId, change) =>
      keepPreference({ preferences: preferences.store, book: register }, personId, change),
    writeWorkbook,
    notices: {
      balance: () => noticeBalance(register.ledgerRows(), []),
      quietUntil: () => options.quietUntil,
      settle: (roles, ids, word) =>
        settleHeldNotices(
          { clock, register, writer: register, ledger: ledger.store },
          roles,
          ids,
          word,
        ),
    },
    checkUserToken: openUserTokenCheck(
      { tenantId, appId, appIdUri, jwksUrl: mint.jwksUrl },
      { now: () => Date.now() },
      () => {},
    ),
    botHandler: async (_request, response) => {
      response.statusCode = 202;
      response.end();
    },
    clock,
    logger: pino({ level: 'info' }, { write: (line: string) => void logged.push(line) }),
    readiness: () => ({ ready: true, asOf: 1_790_000_000_000 }),
    health: { report: () => undefined, look: async () => ({ asOf: now, findings: [] }) },
    listFaults: {
      report: () => ({ faults: [], missing: [] }),
      restore: async () => ({ kind: 'refused', refusal: { code: 'nothing-to-restore' } }),
      headingsOf: (list) => listHeadings.get(list),
    },
    isHoliday: isOfficeHoliday,
    tabsDir,
    readJson: readStrictJson,
    ...options.deps,
    config: {
      publicOrigin: 'http://127.0.0.1:4101',
      teamsHostOrigins: [],
      teamsAppId: appId,
      rateLimit: { burst: 1e6, perSecond: 1e6 },
      hintLimit: { burst: 1e6, perSecond: 1e6 },
      ...options.config,
    },
  };
  const server = createApiServer(deps);
  async function closeRest(): Promise<void> {
    await mint.close();
    files.close();
    rmSync(tabsDir, { recursive: true });
  }
  const port = await server.listen(options.port ?? 0, '127.0.0.1').catch(async (fault: unknown) => {
    await closeRest();
    throw fault;
  });
  const origin = `http://127.0.0.1:${port}`;

  const tokens = new Map<string, Promise<string>>();
  function tokenOf(claims: Claims): Promise<string> {
    const key = JSON.stringify(claims);
    const token = tokens.get(key) ?? mint.mint(claims);
    tokens.set(key, token);
    return token;
  }

  async function call(
    method: string,
    path: string,
    { as, claims, ...sent }: Sent & { readonly as?: PersonName; readonly claims?: Claims } = {},
  ): Promise<Answered> {
    const token = as && (await tokenOf({ oid: people[as], name: as, ...claims }));
    return callApi(origin + path, method, { token, ...sent });
  }

  /** Stores a proposal as if it had been submitted. */
  async function have(proposal: Proposal): Promise<void> {
    const outcome = await list.store.create(proposal);
    if (outcome.kind === 'stored') register.tookProposal(outcome.stored);
  }

  return {
    origin,
    port,
    mint,
    logged,
    register,
    trails,
    list,
    supports,
    drafts,
    /** Forms that were kept and are not answered by message yet. */
    spooled: proposing.spooled,
    archive,
    ledger,
    measureLists,
    issueGroupList,
    releaseLists,
    /** The files of the library, by name. */
    attached,
    library,
    clock,
    /** Takes no more files, as a library that is away. */
    refuseFiles: refuse,
    /** What the sweep of release sets does. */
    sweepReleases: () => releaseWork.sweep(() => {}),
    /** What the sweep of measures does. */
    sweepMeasures: () => measureWork.sweep(() => {}),
    kept,
    call,
    have,
    /** Puts a row into the ledger; answers the id of its item. */
    haveRow: async (row: LedgerRow): Promise<string> => {
      const outcome = await ledger.store.create(row);
      if (outcome.kind !== 'stored') throw new Error(`the row ${row.key} was refused`);
      register.tookLedgerRow(outcome.stored);
      return outcome.stored.itemId;
    },
    /** Lets time pass. */
    later: (milliseconds: number) => {
      now += milliseconds;
    },
    /** Moves the clock of the product. */
    at: (instant: number) => {
      now = instant;
    },
    /** What the sweep does. */
    sweep: () => releaseDuePublications(ports, () => {}),
    /** What the sweep of reminders does. */
    remind: () =>
      remindOfDue(
        ports,
        () => {},
        async () => {},
      ),
    close: async () => {
      await server.close();
      await closeRest();
    },
  };
}

/** The server of a test. */
export type ApiUnderTest = Awaited<ReturnType<typeof openApi>>;

/** A received proposal of another person. */
export function proposalOf(
  person: PersonName,
  number: string,
  changes: { readonly namePublication?: boolean } = {},
): Proposal {
  const sequence = number.slice(-4);
  const received = receivedProposal({ id: `10000000-0000-4000-8000-00000000${sequence}`, number });
  return {
    ...received,
    proposer: { ...received.proposer, personId: people[person], name: `氏名 ${person}` },
    content: { ...received.content, ...changes },
  };
}
