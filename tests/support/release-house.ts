import type { Campaign } from '../../src/domain/campaign.js';
import type { ChannelMapping } from '../../src/domain/channel-map.js';
import { type FrozenChunk, frozenKey } from '../../src/domain/frozen-audience.js';
import type { Measure } from '../../src/domain/measures/measure.js';
import type { Member } from '../../src/domain/member.js';
import type { Actor } from '../../src/domain/person.js';
import type { Proposal } from '../../src/domain/proposal.js';
import {
  type ProgressPublication,
  publicationKey,
} from '../../src/domain/releases/progress-publication.js';
import type { ReleaseSet } from '../../src/domain/releases/release-set.js';
import { createRegister } from '../../src/register/register.js';
import { type CarryOutPorts, carryOutReleases } from '../../src/usecases/carry-out-releases.js';
import type { Store, Stored } from '../../src/usecases/ports.js';
import { releaseDueMeasures } from '../../src/usecases/release-due-measures.js';
import { releaseDuePublications } from '../../src/usecases/release-due-publications.js';
import { fakeArchive, fakeMeasureArchive } from './fake-archive.js';
import { type FakeList, fakeList } from './fake-store.js';
import { sampleMasters } from './sample-masters.js';
import { decidedProposal, sampleNow, secretary } from './sample-proposals.js';

/** A second invented secretary. */
export const otherSecretary: Actor = {
  id: '00000000-0000-4000-8000-0000000000b2',
  name: '若草 ひなた',
};

/** The ids of the channels of the house. */
export const channels = { staff: '19:all', soumu: '19:soumu' } as const;

const campaign: Campaign = {
  id: 'fy2026',
  title: '働き方改革のアイデア（架空）',
  opensAt: 0,
  visibility: 'after-review-begins',
  isSample: true,
};

const channelMap: readonly ChannelMapping[] = [
  { id: 'all', purpose: 'staff-updates', teamId: 't', channelId: channels.staff, label: '全職員' },
  {
    id: 'soumu',
    purpose: 'department',
    departmentId: 'soumu',
    teamId: 't',
    channelId: channels.soumu,
    label: '総務部',
  },
];

/** Thrown by every call of a process after its power was cut. */
class PowerCut extends Error {}

/** The lists of an office, which outlive its processes, with the point at which the next process dies. */
export interface House {
  readonly proposals: FakeList<Proposal>;
  readonly measures: FakeList<Measure>;
  readonly sets: FakeList<ReleaseSet>;
  readonly publications: FakeList<ProgressPublication>;
  now: number;
  /** Writes of processes so far. */
  writes: number;
  /** The write at which the power is cut, and whether the list still carries it out. */
  cut?: { readonly at: number; readonly effect: 'before' | 'after' } | undefined;
}

/** Lists with nothing in them. */
export function newHouse(): House {
  const ofId = ({ id }: { readonly id: string }): string => id;
  return {
    proposals: fakeList<Proposal>(ofId),
    measures: fakeList<Measure>(ofId),
    sets: fakeList<ReleaseSet>(ofId),
    publications: fakeList<ProgressPublication>(({ publicationId, version }) =>
      publicationKey(publicationId, version),
    ),
    now: sampleNow,
    writes: 0,
  };
}

/** Puts decided and unpublished proposals into the house, with different proposers. */
export async function haveDecided(house: House, count: number): Promise<readonly Proposal[]> {
  const made = Array.from({ length: count }, (_, index) => {
    const tail = String(index + 1).padStart(4, '0');
    const proposal = decidedProposal({
      id: `10000000-0000-4000-8000-00000000${tail}`,
      number: `R8-${tail}`,
    });
    const personId = `20000000-0000-4000-8000-00000000${tail}`;
    return {
      ...proposal,
      campaignId: campaign.id,
      proposer: { ...proposal.proposer, personId },
    };
  });
  for (const proposal of made) await house.proposals.store.create(proposal);
  return made;
}

interface Life {
  isDead: boolean;
}

/** A list as one process reaches it: dead calls throw, and the cut may fall before or after a write takes effect. */
function reached<T>(house: House, life: Life, { store }: FakeList<T>): Store<T> {
  function check(): void {
    if (life.isDead) throw new PowerCut('the power is cut');
  }
  async function write<R>(work: () => Promise<R>): Promise<R> {
    check();
    house.writes += 1;
    const { cut } = house;
    if (cut?.at !== house.writes) return work();
    if (cut.effect === 'after') await work();
    life.isDead = true;
    throw new PowerCut('the power is cut');
  }
  async function read<R>(work: () => Promise<R>): Promise<R> {
    check();
    return work();
  }
  return {
    create: (value) => write(() => store.create(value)),
    replace: (stored, next) => write(() => store.replace(stored, next)),
    read: (itemId) => read(() => store.read(itemId)),
    findByKey: (key) => read(() => store.findByKey(key)),
  };
}

const versionOf = (revision: string): number => Number(/,(\d+)/.exec(revision)?.[1] ?? 0);

/** A process of the house. */
export interface HouseProcess {
  readonly ports: CarryOutPorts;
  readonly faults: string[];
  isDead(): boolean;
  /** What the change feeds would tell. */
  catchUp(): void;
  /** One round of all sweeps. */
  sweep(): Promise<void>;
}

/** Starts a process that has read the lists as they are; `secretaries` are of the secretariat now. */
export function openHouseProcess(
  house: House,
  secretaries: readonly Actor[] = [secretary, otherSecretary],
): HouseProcess {
  const register = createRegister({ versionOf });
  const life: Life = { isDead: false };
  const faults: string[] = [];
  const put =
    <T>(take: (change: { kind: 'stored'; stored: Stored<T>; version: number }) => void) =>
    (stored: Stored<T>): void =>
      take({ kind: 'stored', stored, version: versionOf(stored.revision) });
  function catchUp(): void {
    const { changes } = register;
    for (const each of house.measures.items.values()) put(changes.measures)(each);
    for (const each of house.sets.items.values()) put(changes.releaseSets)(each);
    for (const each of house.publications.items.values()) put(changes.publications)(each);
    for (const each of house.proposals.items.values()) put(changes.proposals)(each);
  }
  const row = <T>(value: T, index: number): Stored<T> => ({
    value,
    itemId: String(index),
    revision: `"${index},1"`,
  });
  const { changes } = register;
  [campaign].map(row).forEach(put(changes.campaigns));
  channelMap.map(row).forEach(put(changes.channels));
  secretaries
    .map(({ id, name }): Member => ({ personId: id, name, role: 'secretariat' }))
    .map(row)
    .forEach(put(changes.members));
  sampleMasters.departments.map(row).forEach(put(changes.departments));
  sampleMasters.sections.map(row).forEach(put(changes.sections));
  sampleMasters.categories.map(row).forEach(put(changes.categories));
  sampleMasters.jobGrades.map(row).forEach(put(changes.jobGrades));
  catchUp();
  const ports: CarryOutPorts = {
    archive: fakeArchive().open(),
    measureArchive: fakeMeasureArchive().open(),
    clock: { now: () => house.now },
    isHoliday: () => false,
    store: { ...reached(house, life, house.proposals), highestSequence: async () => 0 },
    measureStores: {
      measures: reached(house, life, house.measures),
      casebookRules: fakeList<Measure>(({ id }) => id).store,
    },
    releaseStores: {
      releaseSets: reached(house, life, house.sets),
      publications: reached(house, life, house.publications),
    },
    register,
    writer: register,
    releaseWriter: register,
  };
  const audiences = fakeList<FrozenChunk>(frozenKey).store;
  const note = (what: string): void => void faults.push(what);
  return {
    ports,
    faults,
    catchUp,
    isDead: () => life.isDead,
    async sweep() {
      await carryOutReleases(ports, note);
      await releaseDuePublications({ ...ports, audiences }, note);
      await releaseDueMeasures(ports, note);
    },
  };
}
