import fc from 'fast-check';
import { chunkSize, mostInEntry } from '../../src/domain/frozen-audience.js';
import { noticeKeysOf, noticesOf, recipientIdsOf } from '../../src/domain/notice.js';
import type { TrailEntry } from '../../src/domain/trail.js';
import { readFrozen } from '../../src/usecases/freeze-audience.js';
import { runs } from '../support/domain-runs.js';
import { type Death, openReleaseOffice } from '../support/release-office.js';
import { newWorld, startProcess } from '../support/telling-world.js';

type Office = Awaited<ReturnType<typeof openReleaseOffice>>;

const personIds = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `person-${from + index}`);

function publishedEntry({ present }: Office): Extract<TrailEntry, { kind: 'published' }> {
  const entry = present().trail.at(-1);
  if (entry?.kind !== 'published') throw new Error('not published');
  return entry;
}

async function chunksOf({ audiences, scheduled }: Office, entry: TrailEntry) {
  const frozen = entry.kind === 'published' ? entry.audience.frozen : undefined;
  if (!frozen) return [];
  const place = { proposalId: scheduled.id, scheduleSeq: frozen.scheduleSeq };
  return readFrozen({ audiences: audiences.store }, place, frozen.chunks);
}

/** Who is told of the publication, derived from the stored event and the frozen items alone. */
async function toldOf(office: Office): Promise<readonly string[]> {
  const entry = publishedEntry(office);
  const intents = noticesOf(office.scheduled.id, entry, await chunksOf(office, entry));
  expect(intents.map(({ key }) => key)).toEqual(noticeKeysOf(office.scheduled.id, entry));
  return intents.filter(({ place }) => place.kind === 'people').flatMap(recipientIdsOf);
}

async function endorseAll(office: Office, people: readonly string[]): Promise<void> {
  for (const each of people) await office.support(each, 'endorsed');
}

test('a few supporters stand in the entry itself, and nothing is frozen apart', async () => {
  const office = await openReleaseOffice();
  const few = personIds(0, mostInEntry - 1);
  await endorseAll(office, few);
  await office.sweep();
  expect(await toldOf(office)).toEqual([office.scheduled.proposer.personId, ...few]);
  expect(office.audiences.items.size).toBe(0);
});

test('many supporters are frozen in items of 500, and the entry stays small', async () => {
  const office = await openReleaseOffice();
  const many = personIds(0, 1_200);
  await endorseAll(office, many);
  await office.sweep();
  const entry = publishedEntry(office);
  expect(JSON.stringify(entry).length).toBeLessThan(2_000);
  expect(entry.audience.frozen).toMatchObject({ chunks: 3, people: 1_200 });
  const sizes = [...office.audiences.items.values()].map(({ value }) => value.people.length);
  expect(sizes).toEqual([chunkSize, chunkSize, 200]);
  expect(await toldOf(office)).toEqual([office.scheduled.proposer.personId, ...many]);
});

const death: fc.Arbitrary<Death> = fc.record({
  write: fc.integer({ min: 1, max: 5 }),
  when: fc.constantFrom('before' as const, 'after' as const),
});
/** What happens before a process sweeps and dies: people come and go. */
const life = fc.record({
  comes: fc.tuple(fc.integer({ min: 0, max: 1_300 }), fc.integer({ min: 0, max: 700 })),
  goes: fc.tuple(fc.integer({ min: 0, max: 1_300 }), fc.integer({ min: 0, max: 400 })),
  death,
});

/** Who supports it now, and who ever did. */
class Crowd {
  readonly supporting = new Set<string>();
  readonly ever = new Set<string>();

  async come(office: Office, people: readonly string[]): Promise<void> {
    await endorseAll(office, people);
    for (const each of people) this.supporting.add(each);
    for (const each of people) this.ever.add(each);
  }

  async go(office: Office, people: readonly string[]): Promise<void> {
    const gone = people.filter((each) => this.supporting.delete(each));
    for (const each of gone) await office.support(each, 'none');
  }
}

const isDue = (office: Office): boolean => office.present().publicationDue !== undefined;

test('whenever a release dies and whoever comes and goes meanwhile, nobody is told twice and nobody forgotten', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 4 }), async (lives) => {
      const office = await openReleaseOffice();
      const crowd = new Crowd();
      for (const { comes, goes, death: at } of lives) {
        if (!isDue(office)) break;
        await crowd.come(office, personIds(comes[0], comes[0] + comes[1]));
        await crowd.go(office, personIds(goes[0], goes[0] + goes[1]));
        await office.sweep(at);
      }
      if (isDue(office)) await office.sweep();
      const told = new Set(await toldOf(office));
      expect([...told]).toHaveLength((await toldOf(office)).length);
      const proposer = office.scheduled.proposer.personId;
      expect([proposer, ...crowd.supporting].filter((each) => !told.has(each))).toEqual([]);
      expect([...told].filter((each) => !crowd.ever.has(each))).toEqual([proposer]);
    }),
    runs('a process dies while an audience is frozen', 30),
  );
}, 120_000);

test('a release that dies at any step is finished by the next process with everybody in exactly one place', async () => {
  for (const write of [1, 2, 3, 4]) {
    for (const when of ['before', 'after'] as const) {
      const office = await openReleaseOffice();
      await endorseAll(office, personIds(0, 1_100));
      await office.sweep({ write, when });
      await office.support('late', 'endorsed');
      await office.support('person-3', 'none');
      const isOut = office.present().publicationDue === undefined;
      expect(isOut).toBe(write === 4 && when === 'after');
      await office.sweep();
      const told = await toldOf(office);
      expect(new Set(told).size).toBe(told.length);
      expect(told.includes('late')).toBe(!isOut);
    }
  }
}, 60_000);

test('two processes that release at once tell everybody once', async () => {
  const office = await openReleaseOffice();
  await endorseAll(office, personIds(0, 1_100));
  await Promise.all([office.sweep(), office.sweep(), office.sweep()]);
  const told = await toldOf(office);
  expect(told).toHaveLength(1_101);
  expect(new Set(told).size).toBe(1_101);
  expect(office.present().trail.filter(({ kind }) => kind === 'published')).toHaveLength(1);
});

test('the teller sends to frozen people once each, waits while they cannot be read, and a later process sends nothing again', async () => {
  const office = await openReleaseOffice();
  const many = personIds(0, 620);
  await endorseAll(office, many);
  await office.sweep();
  const world = newWorld();
  world.proposal = office.present();
  world.frozenOf = async () => {
    throw new Error('not visible yet');
  };
  const teller = startProcess(world, 'one');
  await teller.sweep();
  expect(world.sends.map(({ place }) => place)).toEqual([office.scheduled.proposer.personId]);
  expect(teller.balance().pending).toBe(620);
  world.frozenOf = () => chunksOf(office, publishedEntry(office));
  await teller.sweep();
  await teller.sweep();
  await startProcess(world, 'two').sweep();
  const places = world.sends.map(({ place }) => place);
  expect(places.filter((each) => each.startsWith('person-')).sort()).toEqual([...many].sort());
  expect(teller.balance()).toMatchObject({ pending: 0, delivered: places.length });
});
