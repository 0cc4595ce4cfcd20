import type { ActContext } from '../../src/domain/act-context.js';
import type { Campaign } from '../../src/domain/campaign.js';
import type { ChannelMapping } from '../../src/domain/channel-map.js';
import { type FrozenChunk, frozenKey } from '../../src/domain/frozen-audience.js';
import { readIdeas } from '../../src/domain/one-idea.js';
import { type Proposal, receiveProposal } from '../../src/domain/proposal.js';
import { contextOf } from '../../src/usecases/act-context-now.js';
import type { Register, Stored } from '../../src/usecases/ports.js';
import type { ReleasePorts } from '../../src/usecases/release-due-publications.js';
import { domainMembers, type PersonName, people } from './domain-people.js';
import { heardSequence, type Mishap, openSubmits, tokenOf, uniqueStore } from './domain-submits.js';
import { fakeArchive } from './fake-archive.js';
import { fakeList } from './fake-store.js';
import { sampleKeptForm } from './sample-forms.js';
import { sampleMasters } from './sample-masters.js';
import { sampleNow } from './sample-proposals.js';

/** Measures of the world; the last begins as a draft. */
export const worldMeasures = ['measure-1', 'measure-2', 'measure-3'] as const;

/** An office in memory: one list of proposals, and two processes that hold copies of it. */
export interface DomainWorld {
  now: number;
  readonly processes: readonly [ReleasePorts, ReleasePorts];
  /** In the order in which the proposals were stored. */
  readonly ids: readonly string[];
  /** The stored proposal. */
  at(index: number): Proposal;
  /** A process reads everything that was written meanwhile. */
  catchUp(process: 0 | 1): void;
  publishMeasure(id: string): void;
  /** Somebody sends a form to a process; what goes wrong befalls the next creates. */
  submit(process: 0 | 1, token: string): Promise<Proposal | undefined>;
  /** What befalls the next creates of whichever process. */
  readonly mishaps: Mishap[];
  contextFor(proposal: Proposal): ActContext;
}

const proposers: readonly PersonName[] = ['proposer', 'proposingSecretary', 'proposingHead'];

const channel = (id: string, changes: Partial<ChannelMapping>): ChannelMapping => ({
  id,
  purpose: 'staff-updates',
  teamId: 'team',
  channelId: `19:${id}@thread.tacv2`,
  label: id,
  ...changes,
});

const channelMap: readonly ChannelMapping[] = [
  channel('all', {}),
  channel('soumu', { purpose: 'department', departmentId: 'soumu' }),
  channel('desk', { purpose: 'secretariat' }),
];

/** Freezes a value and all in it, so that a rule that changes what it was given fails loudly. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const each of Object.values(value)) frozen(each);
  return value;
}

function receivedBy(name: PersonName, index: number): Proposal {
  const { id: personId, name: personName } = people[name];
  const kept = sampleKeptForm(tokenOf(index));
  const { content, profile } = kept.submission;
  const proposal = {
    id: kept.token,
    number: `R8-000${index + 1}`,
    campaignId: kept.campaignId,
    receivedAt: sampleNow,
    proposer: { personId, name: personName, ...profile },
    content: { ...content, namePublication: index === 2 },
  };
  return frozen(receiveProposal(proposal, sampleNow));
}

function campaignOf(ownersPublish: boolean): Campaign {
  return {
    id: 'demo',
    title: '働き方改革のアイデア（架空）',
    opensAt: 0,
    visibility: 'after-review-begins',
    ownersPublish,
    isSample: true,
  };
}

/** Opens a world with three received proposals, one of a secretary's and one of a head's own. */
export async function openWorld(ownersPublish: boolean): Promise<DomainWorld> {
  const list = fakeList<Proposal>(({ id }) => id);
  const audiences = fakeList<FrozenChunk>(frozenKey).store;
  const measures = new Map<string, 'draft' | 'published'>(
    worldMeasures.map((id, index) => [id, index < 2 ? 'published' : 'draft']),
  );
  const clock = { now: () => world.now };
  const campaigns = [campaignOf(ownersPublish)];
  const isHoliday = (day: string) => day.endsWith('-01-01');

  const archive = fakeArchive().open();
  const mishaps: Mishap[] = [];

  function openProcess() {
    const held = new Map<string, Stored<Proposal>>();
    const register = {
      proposal: (id: string) => held.get(id),
      highestSequence: (fiscalYear: number) => heardSequence(held, fiscalYear),
      proposalByNumber: (number: string) =>
        [...held.values()].find(({ value }) => value.number === number),
      duePublications: () => [...held.values()].filter(({ value }) => value.publicationDue),
      members: () => domainMembers,
      masters: () => sampleMasters,
      channelMap: () => channelMap,
      campaigns: () => campaigns,
      supportersOf: () => [people.staff.id, people.executive.id, people.friend.id],
      isSurvivor: (id: string) =>
        [...held.values()].some(({ value }) => value.published.mergedInto === id),
      isIdeaOf: (id: string, personId: string) =>
        readIdeas([...held.values()].map(({ value }) => value))(id, personId),
      measureState: (id: string) => measures.get(id),
      hasIssueGroup: (id: string) => id === 'group-1',
      releaseState: () => undefined,
      ledgerRow: () => undefined,
      issueGroupShare: ({ issueGroupId }: Proposal) => (issueGroupId === undefined ? 0 : 12.5),
    } as Partial<Register> as Register;
    const store = uniqueStore(list, mishaps);
    const writer = {
      tookProposal: (stored: Stored<Proposal>) => held.set(stored.value.id, stored),
      tookProfile: () => {},
      tookConversation: () => {},
      tookLedgerRow: () => {},
    };
    const ports = { store, audiences, archive, register, writer, clock, isHoliday, held };
    return { ...ports, submit: openSubmits(ports) };
  }

  const processes = [openProcess(), openProcess()] as const;
  for (const [index, name] of proposers.entries()) await list.store.create(receivedBy(name, index));
  const storedAt = (index: number): Stored<Proposal> => {
    const stored = [...list.items.values()][index];
    if (!stored) throw new Error(`no proposal ${index}`);
    return stored;
  };
  const world: DomainWorld = {
    now: sampleNow,
    processes,
    get ids() {
      return [...list.items.values()].map(({ value }) => value.id);
    },
    at: (index) => frozen(storedAt(index).value),
    catchUp: (process) => {
      for (const stored of list.items.values())
        processes[process].held.set(stored.value.id, stored);
    },
    mishaps,
    submit: (process, token) => processes[process].submit(token),
    publishMeasure: (id) => measures.set(id, 'published'),
    contextFor: (proposal) => contextOf(processes[0], proposal),
  };
  world.catchUp(0);
  world.catchUp(1);
  return world;
}
