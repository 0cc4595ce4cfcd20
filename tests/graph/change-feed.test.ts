import { createChangeFeed } from '../../src/graph/change-feed.js';
import type { GraphClient } from '../../src/graph/client.js';
import { createDeltaReader } from '../../src/graph/delta-reader.js';
import { proposals } from '../../src/graph/lists/proposals.js';
import { Failure } from '../../src/usecases/failure.js';
import { publishedProposal } from '../support/sample-proposals.js';
import { silentLog } from './graph-office.js';
import { proposalFeed, token } from './proposal-feed.js';

const { office, follow, stored, itemPath } = proposalFeed();

test('the first poll brings the whole list, the next ones what changed', async () => {
  const first = await stored(1);
  const { feed, register, numbers } = await follow();
  expect(feed.caughtUpAt()).toBeUndefined();
  expect(await feed.pollNow()).toBe(true);
  expect(feed.caughtUpAt()).toBeDefined();
  expect(register.proposal(token(1))).toEqual(first);
  await stored(2);
  await office().graph.stores.proposals.replace(
    first,
    publishedProposal({ id: token(1), number: 'R8-0001' }),
  );
  await feed.pollNow();
  expect(numbers()).toEqual(['R8-0001', 'R8-0002']);
  expect(register.proposal(token(1))?.value.status).toBe('decided');
});

test('a list of many pages is read whole, and goes on after trouble on a page', async () => {
  for (let n = 1; n <= 7; n += 1) await stored(n);
  const smallPages: GraphClient = {
    ...office().client,
    exchange: (call) =>
      office().client.exchange({ ...call, path: call.path.replace('$top=1000', '$top=2') }),
  };
  const found: string[] = [];
  const path = await office().listPath('MebukiProposals');
  const { readNew } = createDeltaReader(
    proposals,
    () => path,
    smallPages,
    (change) => {
      if (change.kind === 'stored') found.push(change.stored.value.number);
    },
    { ids: () => [], versionOf: () => undefined },
  );
  office().faults({
    match: { family: 'graph', path: '/items/delta', nth: 3, times: 3 },
    action: { kind: 'status', status: 503 },
  });
  await expect(readNew()).rejects.toMatchObject({ kind: 'unavailable' });
  await readNew();
  expect(found).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `R8-000${n}`));
});

test('a deleted item leaves', async () => {
  const first = await stored(1);
  const { feed, numbers } = await follow();
  await feed.pollNow();
  await office().raw.send('DELETE', await itemPath(first.itemId));
  await feed.pollNow();
  expect(numbers()).toEqual([]);
});

test('a tombstone of an item that is still there is not believed', async () => {
  const first = await stored(1);
  const { feed, numbers } = await follow();
  await feed.pollNow();
  office().faults({
    match: { family: 'graph', method: 'GET', path: '/items/delta', times: 1 },
    action: {
      kind: 'status',
      status: 200,
      body: {
        value: [{ id: first.itemId, deleted: { state: 'deleted' } }],
        '@odata.deltaLink': `${office().standIn.origin}/graph/v1.0${await office().listPath('MebukiProposals')}/items/delta?token=latest`,
      },
    },
  });
  await feed.pollNow();
  expect(numbers()).toEqual(['R8-0001']);
});

test.each<[string, object]>([
  ['an etag of a form nobody knows', { '@odata.etag': 'W/"other"', fields: {} }],
  ['no etag', { fields: {} }],
  ['no fields', { '@odata.etag': '"583c2f11-0000-4000-8000-0000000003ff,999"' }],
])('a record with %s is fetched by its id', async (_name, record) => {
  const first = await stored(1);
  const { feed, register } = await follow();
  const path = await office().listPath('MebukiProposals');
  const deltaLink = `${office().standIn.origin}/graph/v1.0${path}/items/delta?token=latest`;
  office().faults({
    match: { family: 'graph', method: 'GET', path: '/items/delta', times: 1 },
    action: {
      kind: 'status',
      status: 200,
      body: { value: [{ id: first.itemId, ...record }], '@odata.deltaLink': deltaLink },
    },
  });
  expect(await feed.pollNow()).toBe(true);
  expect(register.proposal(token(1))).toEqual(first);
});

test('a late record does not undo an own write', async () => {
  const first = await stored(1);
  const { feed, register, store } = await follow();
  office().standIn.deps.profile.set('gentle', { deltaLagMs: [60_000, 60_000] });
  const next = publishedProposal({ id: token(1), number: 'R8-0001' });
  const outcome = await store.replace(first, next);
  if (outcome.kind === 'stored') register.tookProposal(outcome.stored);
  await feed.pollNow();
  expect(register.proposal(token(1))?.value).toEqual(next);
});

test('a rise of the etag alone is taken, so that the next write succeeds', async () => {
  await stored(1);
  const { feed, register, store } = await follow();
  await feed.pollNow();
  await fetch(`${office().standIn.origin}/control/graph/bump`, { method: 'POST' });
  await feed.pollNow();
  const held = register.proposal(token(1));
  if (!held) throw new Error('it is held');
  expect((await store.replace(held, { ...held.value })).kind).toBe('stored');
});

test('links that lose their options and repeated records are harmless', async () => {
  await stored(1);
  const { feed, register, numbers } = await follow();
  const switches = { deltaLagMs: [0, 0], deltaLinkKeepsOptions: false, deltaRepeatChance: 1 };
  expect(office().standIn.deps.profile.set('gentle', switches)).toEqual([]);
  await feed.pollNow();
  await stored(2);
  await feed.pollNow();
  await feed.pollNow();
  expect(numbers()).toEqual(['R8-0001', 'R8-0002']);
  expect(register.itemFaults()).toEqual([]);
});

test('an item that cannot be read is named, the others are not concerned, a repair is seen', async () => {
  const first = await stored(1);
  await stored(2);
  const path = await itemPath(first.itemId);
  await office().raw.send('PATCH', path, { body: { fields: { TrailJson: '[]' } } });
  const { feed, register, numbers } = await follow();
  await feed.pollNow();
  expect(numbers()).toEqual(['R8-0002']);
  expect(register.itemFaults()).toEqual([
    {
      list: 'proposals',
      itemId: first.itemId,
      problem: {
        code: 'unreadable',
        column: 'TrailJson',
        problem: { code: 'other-form', where: expect.any(String) },
      },
    },
  ]);
  const trail = JSON.stringify(first.value.trail);
  await office().raw.send('PATCH', path, { body: { fields: { TrailJson: trail } } });
  await feed.pollNow();
  expect(register.itemFaults()).toEqual([]);
  expect(numbers()).toEqual(['R8-0001', 'R8-0002']);
});

test('a failed poll keeps what is known and the time of the last good one; the next goes on', async () => {
  await stored(1);
  const { feed, numbers } = await follow();
  await feed.pollNow();
  const caughtUpAt = feed.caughtUpAt();
  await stored(2);
  office().faults({
    match: { family: 'graph', method: 'GET', path: '/items/delta' },
    action: { kind: 'status', status: 503 },
  });
  expect(await feed.pollNow()).toBe(false);
  expect(feed.caughtUpAt()).toBe(caughtUpAt);
  expect(numbers()).toEqual(['R8-0001']);
  office().faults();
  expect(await feed.pollNow()).toBe(true);
  expect(numbers()).toEqual(['R8-0001', 'R8-0002']);
});

test('a link to another address is not followed', async () => {
  const { feed } = await follow();
  office().faults({
    match: { family: 'graph', method: 'GET', path: '/items/delta' },
    action: {
      kind: 'status',
      status: 200,
      body: { value: [], '@odata.nextLink': 'https://graph.evil.example/v1.0/steal' },
    },
  });
  expect(await feed.pollNow()).toBe(false);
});

test('masters, members, channels and campaigns written by hand reach the register', async () => {
  const { graph, register } = await office().connect();
  const add = async (list: string, fields: object) =>
    office().raw.send('POST', `${await office().listPath(list)}/items`, { body: { fields } });
  await add('MebukiDepartments', { Title: '土木建築部', DepartmentId: 'doboku', SortOrder: 2 });
  await add('MebukiDepartments', {
    Title: '総務部',
    DepartmentId: 'soumu',
    LabelEn: 'General Affairs',
    SortOrder: 1,
    ValidTo: '2027-03-31',
  });
  await add('MebukiMembers', {
    Title: '木洩日 あおい',
    PersonId: ' A3C1C2E4-8E41-4FAB-A088-B5A63108AE3D ',
    Role: 'secretariat',
  });
  await add('MebukiCampaigns', {
    Title: '働き方改革',
    CampaignId: 'demo',
    OpensAt: '2026-10-01T00:00:00Z',
    Visibility: 'at-once',
  });
  await add('MebukiChannels', {
    Title: 'お知らせ',
    MappingId: 'all',
    Purpose: 'staff-updates',
    TeamId: 't',
    ChannelId: '19:a@thread.tacv2',
  });
  await Promise.all(graph.feeds.map((feed) => feed.pollNow()));
  expect(register.masters().departments).toEqual([
    { id: 'soumu', label: '総務部', labelEn: 'General Affairs', order: 1, validTo: '2027-03-31' },
    { id: 'doboku', label: '土木建築部', labelEn: '土木建築部', order: 2 },
  ]);
  expect(register.members()).toEqual([
    {
      personId: 'a3c1c2e4-8e41-4fab-a088-b5a63108ae3d',
      name: '木洩日 あおい',
      role: 'secretariat',
    },
  ]);
  expect(register.campaigns()).toMatchObject([
    { id: 'demo', opensAt: Date.parse('2026-10-01T00:00:00Z'), isSample: false },
  ]);
  expect(register.channelMap()).toMatchObject([{ id: 'all', label: 'お知らせ' }]);
});

test('a started feed polls by itself, waits longer after failures, and goes on', async () => {
  let polls = 0;
  let broken = true;
  const feed = createChangeFeed({
    list: 'Test',
    reader: {
      readNew: async () => {
        polls += 1;
        if (broken) throw new Failure('unavailable', 'away');
        return 0;
      },
      position: () => undefined,
    },
    plan: { activeMs: 5, idleMs: 10 },
    isActive: () => true,
    clock: { now: () => 42 },
    log: silentLog,
  });
  feed.start();
  while (polls < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(feed.caughtUpAt()).toBeUndefined();
  broken = false;
  while (feed.caughtUpAt() === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(feed.caughtUpAt()).toBe(42);
  feed.stop();
});

test.each([
  ['nothing', undefined, 20_000],
  ['half a minute', 30_000, 30_000],
  ['an hour', 3_600_000, 300_000],
])(
  'a feed that is asked to wait %s comes again after that time, five minutes at most',
  async (_name, retryAfterMs, waitMs) => {
    const waits: unknown[] = [];
    const feed = createChangeFeed({
      list: 'Test',
      reader: {
        readNew: () => Promise.reject(new Failure('unavailable', 'later', { retryAfterMs })),
        position: () => undefined,
      },
      plan: { activeMs: 10_000, idleMs: 60_000 },
      isActive: () => true,
      clock: { now: () => 42 },
      log: { ...silentLog, warn: (seen: { waitMs: number }) => void waits.push(seen.waitMs) },
    });
    expect(await feed.pollNow()).toBe(false);
    expect(waits).toStrictEqual([waitMs]);
  },
);
