import { mkdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LedgerRow } from '../../src/domain/notice-ledger.js';
import { receivedProposal } from '../support/sample-proposals.js';
import { openWarmOffice, type WarmOffice } from '../support/warm-office.js';

let office: WarmOffice;
beforeAll(async () => {
  office = await openWarmOffice();
});
afterEach(() => office.clear());
afterAll(() => office.close());

const named = (n: number) => ({
  id: `10000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`,
  number: `R8-${String(n).padStart(4, '0')}`,
});

async function have(n: number): Promise<void> {
  const outcome = await office.graph.stores.proposals.create(receivedProposal(named(n)));
  if (outcome.kind !== 'stored') throw new Error(`it was ${outcome.kind}`);
}

const ledgerRow: LedgerRow = {
  key: 'event|people|0',
  proposalId: named(1).id,
  seq: 1,
  state: 'due',
  by: 'one',
  epoch: 1,
  until: 0,
  recipients: [],
};

/** A process that knows a row of the ledger, and where that row lies. */
async function startWithRow() {
  const made = await office.graph.stores.ledger.create(ledgerRow);
  if (made.kind !== 'stored') throw new Error(`it was ${made.kind}`);
  const books = await office.start();
  return { books, keeper: books.openKeeper(() => undefined), itemId: made.stored.itemId };
}

const snapshots = async () =>
  (await office.files()).filter((name) => name.startsWith('snapshot-')).length;

test('nothing is written down while only this process knows of the loss of a row', async () => {
  const { books, keeper, itemId } = await startWithRow();
  books.register.changes.notices({ kind: 'gone', itemId });
  await keeper.end();
  expect(await snapshots()).toBe(0);
  for (const row of books.register.lostLedgerRows()) books.register.settledLostLedgerRow(row);
  await keeper.end();
  expect(await snapshots()).toBe(1);
});

test('what is being written down while a row is found lost is left', async () => {
  const { books, itemId } = await startWithRow();
  // Asked when the writing has begun.
  const toldThrough = () => {
    books.register.changes.notices({ kind: 'gone', itemId });
    return undefined;
  };
  await expect(books.openKeeper(toldThrough).end()).rejects.toThrow('rows of the ledger were lost');
  expect(await snapshots()).toBe(0);
});

test('where the disk takes no snapshot, it is tried less and less often, and an administrator is told', async () => {
  await have(1);
  let now = Date.now();
  const books = await office.start({ clock: { now: () => now } });
  const keeper = books.openKeeper(() => undefined);
  await keeper.round();
  expect(keeper.findings()).toEqual([]);
  const [name = ''] = (await office.files()).filter((each) => each.startsWith('snapshot-'));
  const inTheWay = join(office.dataDir, 'register', `${name}.part`);
  await mkdir(inTheWay);
  await have(2);
  for (const feed of books.graph.feeds) await feed.pollNow();
  const minuteMs = 60_000;
  now += 20 * minuteMs;
  const since = now;
  await expect(keeper.round()).rejects.toThrow('EISDIR');
  now += minuteMs;
  await keeper.round();
  now += minuteMs;
  await expect(keeper.round()).rejects.toThrow('EISDIR');
  now += 3 * minuteMs;
  await keeper.round();
  expect(keeper.findings()).toMatchObject([{ code: 'snapshot-fails', since }]);
  await rm(inTheWay, { recursive: true });
  now += minuteMs;
  await keeper.round();
  expect(keeper.findings()).toEqual([]);
  office.cut(books);
  expect((await office.start()).register.proposals()).toHaveLength(2);
});

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const folderOf = (name: string): string => join(office.dataDir, 'register', name);

/** A process whose clock and whose disk the test decides on. */
async function startOnDisk() {
  const disk = { now: Date.now(), free: Number.POSITIVE_INFINITY };
  const clock = { now: () => disk.now };
  const books = await office.start({ instance: 'own', clock, freeIn: async () => disk.free });
  const keeper = books.openKeeper(() => undefined);
  const takeIn = async (n: number) => {
    await have(n);
    for (const feed of books.graph.feeds) await feed.pollNow();
  };
  return { disk, books, keeper, takeIn };
}

test('the end waits for no second writing of what took long and was written just now, and nothing of it is lost', async () => {
  let writingMs = 5_000;
  const { disk, books, takeIn } = await startOnDisk();
  const keeper = books.openKeeper(() => {
    // Asked when the writing has begun.
    disk.now += writingMs;
    return undefined;
  });
  const writtenAt = async () => {
    const name = (await office.files()).find((each) => each.startsWith('snapshot-')) ?? '';
    return (await stat(folderOf(name))).ino;
  };
  await takeIn(1);
  await keeper.round();
  const first = await writtenAt();
  await takeIn(2);
  disk.now += 40_000;
  await keeper.end();
  expect(await writtenAt()).toBe(first);
  writingMs = 0;
  disk.now += 20_000;
  await keeper.end();
  const second = await writtenAt();
  expect(second).not.toBe(first);
  await takeIn(3);
  await keeper.end();
  expect(await writtenAt()).not.toBe(second);
  await have(4);
  office.cut(books);
  expect((await office.start()).register.proposals()).toHaveLength(4);
});

const trailFiles = async () => (await office.files()).filter((name) => name.startsWith('trails-'));

test('without room for putting trails together they stay where they lie, the snapshot is written, and it is made up for', async () => {
  await have(1);
  const { disk, books, keeper, takeIn } = await startOnDisk();
  await keeper.round();
  await takeIn(2);
  disk.now += 8 * dayMs;
  disk.free = 16 * 1024 * 1024;
  const since = disk.now;
  await expect(keeper.round()).rejects.toThrow('putting the trails together needs 16.0 MB');
  expect(keeper.findings()).toMatchObject([
    { code: 'snapshot-fails', since, said: expect.stringContaining('MB are free') },
  ]);
  expect(await trailFiles()).toStrictEqual(['trails-own-0']);
  disk.now += minuteMs;
  await keeper.round();
  expect(keeper.findings()).toHaveLength(1);
  disk.free = 17 * 1024 * 1024;
  disk.now += minuteMs;
  await keeper.round();
  expect(keeper.findings()).toStrictEqual([]);
  expect(await trailFiles()).toContain('trails-own-1');
  office.cut(books);
  expect((await office.start()).register.proposals()).toHaveLength(2);
});

test('what was written without room is what the next start goes on from', async () => {
  await have(1);
  const { disk, books, keeper, takeIn } = await startOnDisk();
  await keeper.round();
  await takeIn(2);
  disk.now += 8 * dayMs;
  disk.free = 0;
  await expect(keeper.round()).rejects.toThrow('0.0 MB are free');
  office.cut(books);
  const next = await office.start();
  const held = next.register.proposals().map(({ value }) => [value.number, value.trail.length]);
  expect(held.toSorted()).toStrictEqual([
    [named(1).number, 1],
    [named(2).number, 1],
  ]);
});

test('where a file of trails is gone and there is no room for another, no snapshot refers to it', async () => {
  await have(1);
  const { disk, books, keeper, takeIn } = await startOnDisk();
  await keeper.round();
  await rm(folderOf('trails-own-0'));
  await takeIn(2);
  disk.now += hourMs;
  disk.free = 0;
  await expect(keeper.round()).rejects.toThrow('putting the trails together');
  expect(await trailFiles()).toStrictEqual([]);
  disk.free = Number.POSITIVE_INFINITY;
  disk.now += hourMs;
  await keeper.round();
  expect(await trailFiles()).toStrictEqual(['trails-own-1']);
  office.cut(books);
  expect((await office.start()).register.proposals()).toHaveLength(2);
});

/** Lets a file be as old as given. */
async function makeOld(name: string, ageMs: number): Promise<void> {
  const at = new Date(Date.now() - ageMs);
  await utimes(folderOf(name), at, at);
}

test('what is old makes room before a snapshot is written; what is read, and the newest, stays', async () => {
  await have(1);
  await office.end(await office.start({ instance: 'before' }));
  for (const name of ['snapshot-gone', 'trails-gone', 'rows-gone', 'snapshot-newer']) {
    await writeFile(folderOf(name), 'of a process that is gone');
  }
  await makeOld('snapshot-before', 3 * hourMs);
  await makeOld('snapshot-gone', 4 * hourMs);
  for (const name of ['trails-gone', 'rows-gone', 'trails-before']) {
    const [full = name] = (await office.files()).filter((each) => each.startsWith(name));
    await makeOld(full, 2 * dayMs);
  }
  const { disk, keeper, takeIn } = await startOnDisk();
  // It began with the older one: the newer one cannot be read.
  expect(office.logged.map(({ what }) => what)).toContain(
    'a snapshot that cannot be read is left alone',
  );
  await mkdir(folderOf('snapshot-own.part'));
  await takeIn(2);
  disk.now += hourMs;
  await expect(keeper.round()).rejects.toThrow('EISDIR');
  const kept = (await office.files()).filter((name) => !name.startsWith('rows-own'));
  expect(kept).toStrictEqual([
    'snapshot-before',
    'snapshot-newer',
    'snapshot-own.part',
    'trails-before-0',
  ]);
});
