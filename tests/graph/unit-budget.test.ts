import { inBackground } from '../../src/graph/client.js';
import { halfOf, quotaOf, unitsOf } from '../../src/graph/unit-quota.js';
import { openUnitWindow } from '../../src/graph/unit-window.js';
import { receivedProposal } from '../support/sample-proposals.js';
import { clientOf, type GraphOffice, openGraphOffice } from './graph-office.js';
import { done, openQuotaServer } from './quota-server.js';

type Opened = Awaited<ReturnType<typeof openQuotaServer>>;

const list = '/sites/site-1/lists/list-1';
const create = { method: 'POST', path: `${list}/items`, body: {} } as const;
const readItem = { method: 'GET', path: `${list}/items/7` } as const;
/** Ten units a minute; a create costs two. */
const quota = { perMinute: 10, perDay: 1_000 };

let opened: Opened[] = [];

afterEach(() => {
  for (const each of opened) each.close();
  opened = [];
});

async function open(...args: Parameters<typeof openQuotaServer>): Promise<Opened> {
  const server = await openQuotaServer(...args);
  opened.push(server);
  return server;
}

const waitOf = (answer: object) => ('retryAfterMs' in answer ? answer.retryAfterMs : undefined);

test('half of the quota is allowed, of the smallest where none is said', () => {
  expect(halfOf(quotaOf())).toStrictEqual({ perMinute: 625, perDay: 600_000 });
  expect(halfOf(quotaOf(6_250))).toStrictEqual({ perMinute: 3_125, perDay: 3_000_000 });
});

test.each([
  ['GET', `${list}/items/7?$expand=fields`, 1],
  ['GET', `${list}/items?$top=1`, 2],
  ['GET', `${list}/items/delta?$top=1000`, 2],
  ['GET', `${list}/items/delta?token=abc&$expand=fields`, 1],
  ['GET', list, 1],
  ['GET', `${list}/columns`, 2],
  ['GET', '/sites/site-1/lists?$select=id', 2],
  ['GET', '/sites/example.sharepoint.com:/sites/mebuki', 1],
  ['GET', '/sites/site-1/permissions', 5],
  ['POST', `${list}/items`, 2],
  ['PATCH', `${list}/items/7`, 2],
  ['GET', '/appCatalogs/teamsApps', 0],
])('%s %s costs %d units', (method, path, units) => {
  expect(unitsOf({ method, path })).toBe(units);
});

test('what the budget cannot bear is not sent, and says after how long it is worth asking again', async () => {
  const { client, calls, waits, pass } = await open((_req, res) => done(res), { quota });
  for (let n = 0; n < 5; n += 1) await client.exchange(create);
  pass(20_000);
  const refused = await client.exchange(create);
  expect(refused).toMatchObject({ status: 429, body: { error: { code: 'notSent' } } });
  expect(waitOf(refused)).toBeGreaterThan(39_000);
  expect(waitOf(refused)).toBeLessThan(42_000);
  expect(calls).toHaveLength(5);
  expect(waits).toStrictEqual([]);
  pass(42_000);
  expect(await client.exchange(create)).toMatchObject({ status: 200 });
});

test('a wait that a person can bear is waited for', async () => {
  const { client, calls, waits, pass } = await open((_req, res) => done(res), { quota });
  for (let n = 0; n < 5; n += 1) await client.exchange(create);
  pass(57_000);
  expect(await client.exchange(create)).toMatchObject({ status: 200 });
  expect(waits.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(5_000);
  expect(calls).toHaveLength(6);
});

test('reads in the background leave a quarter of the budget to people, and wait for it', async () => {
  const { client, calls, waits } = await open((_req, res) => done(res), { quota });
  const feed = inBackground(client);
  for (let n = 0; n < 7; n += 1) await feed.exchange(readItem);
  expect(waits).toStrictEqual([]);
  await client.exchange(create);
  expect(waits).toStrictEqual([]);
  expect(await feed.exchange(readItem)).toMatchObject({ status: 200 });
  expect(waits.length).toBeGreaterThan(0);
  expect(calls).toHaveLength(9);
});

test('while a person waits, nothing in the background goes first', async () => {
  const { client, calls, pass } = await open((_req, res) => done(res), { quota });
  const feed = inBackground(client);
  for (let n = 0; n < 5; n += 1) await client.exchange(create);
  pass(57_000);
  await Promise.all([feed.exchange(readItem), client.exchange(create)]);
  expect(calls.slice(5)).toStrictEqual([`POST ${list}/items`, `GET ${list}/items/7`]);
});

test('many who come at once are served as far as it can be borne, and the rest is told at once', async () => {
  const { client, calls } = await open((_req, res) => done(res), { quota });
  const answers = await Promise.all(Array.from({ length: 50 }, () => client.exchange(create)));
  const sent = answers.filter((answer) => answer.kind === 'answered' && answer.status === 200);
  expect(sent).toHaveLength(5);
  expect(calls).toHaveLength(5);
});

test('repetitions of a call are counted', async () => {
  const { client, calls } = await open((_req, res) => res.writeHead(503).end('{}'), { quota });
  // Each read is sent three times; ten units are spent after the fourth of them.
  for (let n = 0; n < 4; n += 1) await client.exchange(readItem);
  expect(calls).toHaveLength(12);
  expect(await client.exchange(create)).toMatchObject({ body: { error: { code: 'notSent' } } });
});

test('a day has a budget of its own', async () => {
  const { client, calls, pass } = await open((_req, res) => done(res), {
    quota: { perMinute: 10, perDay: 12 },
  });
  for (let n = 0; n < 5; n += 1) await client.exchange(create);
  pass(120_000);
  await client.exchange(create);
  const refused = await client.exchange(create);
  expect(waitOf(refused)).toBeGreaterThan(23 * 3_600_000);
  expect(calls).toHaveLength(6);
});

test('once the service says that its quota comes to an end, only half of what is left is used, by people', async () => {
  const announced = {
    'RateLimit-Limit': '1250',
    'RateLimit-Remaining': '8',
    'RateLimit-Reset': '30',
  };
  let isFirst = true;
  const { client, calls, waits } = await open(
    (_req, res) => {
      done(res, isFirst ? announced : {});
      isFirst = false;
    },
    { quota: { perMinute: 625, perDay: 600_000 } },
  );
  for (let n = 0; n < 3; n += 1) await client.exchange(create);
  expect(waitOf(await client.exchange(create))).toBe(30_000);
  expect(calls).toHaveLength(3);
  expect(await inBackground(client).exchange(readItem)).toMatchObject({ status: 200 });
  expect(waits).toStrictEqual([30_000]);
  expect(await client.exchange(create)).toMatchObject({ status: 200 });
});

/** A service that announces something once, in its first answer. */
async function openAnnouncing(announced: Record<string, string>) {
  let isFirst = true;
  return open(
    (_req, res) => {
      done(res, isFirst ? announced : {});
      isFirst = false;
    },
    { quota: { perMinute: 100, perDay: 600_000 } },
  );
}

test('a limit that is announced holds until its window ends, and not for ever', async () => {
  const { client, calls, pass } = await openAnnouncing({
    'RateLimit-Limit': '60',
    'RateLimit-Remaining': '1000',
    'RateLimit-Reset': '120',
  });
  const sendMany = () => Promise.all(Array.from({ length: 60 }, () => client.exchange(create)));
  await client.exchange(create);
  await sendMany();
  expect(calls).toHaveLength(15);
  pass(61_000);
  await sendMany();
  expect(calls).toHaveLength(30);
  pass(61_000);
  await sendMany();
  expect(calls).toHaveLength(80);
});

test.each(['0', '1', '3'])('a limit of %s units does not silence anyone', async (limit) => {
  const { client, calls } = await openAnnouncing({
    'RateLimit-Limit': limit,
    'RateLimit-Remaining': '1000',
    'RateLimit-Reset': '120',
  });
  await client.exchange(create);
  await Promise.all(Array.from({ length: 20 }, () => client.exchange(create)));
  expect(calls).toHaveLength(10);
});

test('a reset in a day holds people for two minutes, and the administrator is told', async () => {
  const { client, calls, pass } = await openAnnouncing({
    'RateLimit-Remaining': '0',
    'RateLimit-Reset': '86400',
  });
  expect(client.troubles().busySince).toBeUndefined();
  await client.exchange(create);
  expect(waitOf(await client.exchange(create))).toBe(120_000);
  pass(119_000);
  expect(client.troubles().busySince).toBe(1_790_000_000_000);
  pass(1_000);
  expect(client.troubles().busySince).toBeUndefined();
  expect(await client.exchange(create)).toMatchObject({ status: 200 });
  expect(calls).toHaveLength(2);
});

test('a refusal whose reset is in a day closes the gate for two minutes; a Retry-After is believed', async () => {
  let headers: Record<string, string> = { 'RateLimit-Reset': '86400' };
  const { client, pass } = await open((_req, res) => res.writeHead(429, headers).end('{}'));
  await client.exchange(create);
  expect(waitOf(await client.exchange(create))).toBe(120_000);
  expect(client.troubles().busySince).toBe(1_790_000_000_000);
  pass(120_000);
  headers = { ...headers, 'Retry-After': '900' };
  await client.exchange(create);
  expect(waitOf(await client.exchange(create))).toBe(900_000);
  pass(899_000);
  expect(client.troubles().busySince).toBe(1_790_000_120_000);
});

/** A service that announces with each answer what is left of so many units, and always the same reset. */
async function openCountingDown(remaining: number) {
  let left = remaining;
  return open(
    (req, res) => {
      left -= unitsOf({ method: req.method ?? '', path: (req.url ?? '').replace('/v1.0', '') });
      done(res, { 'RateLimit-Remaining': String(left), 'RateLimit-Reset': '60' });
    },
    { quota: { perMinute: 625, perDay: 600_000 } },
  );
}

test('while little is left, feeds go on within their part of it and leave the rest to people', async () => {
  const { client, calls, waits } = await openCountingDown(42);
  const feed = inBackground(client);
  await client.exchange(create);
  let sent = 0;
  while (waits.length === 0 && sent < 100) {
    await feed.exchange(readItem);
    sent += 1;
  }
  // Half of 40 units is for this process, three quarters of it for feeds; the one that waited came after the reset.
  expect(sent - 1).toBe(15);
  expect(waits).toStrictEqual([60_000]);
  expect(calls).toHaveLength(17);
});

test('people are served while a feed has used up its part', async () => {
  const { client, calls, waits } = await openCountingDown(42);
  const feed = inBackground(client);
  await client.exchange(create);
  for (let n = 0; n < 15; n += 1) await feed.exchange(readItem);
  for (let n = 0; n < 4; n += 1) {
    expect(await client.exchange(create)).toMatchObject({ status: 200 });
  }
  expect(waits).toStrictEqual([]);
  expect(calls).toHaveLength(20);
});

test('a service that announces a low remainder for ever does not end the feeds', async () => {
  const { client, pass } = await open(
    (_req, res) => done(res, { 'RateLimit-Remaining': '8', 'RateLimit-Reset': '60' }),
    { quota: { perMinute: 625, perDay: 600_000 } },
  );
  const feed = inBackground(client);
  let sent = 0;
  for (let second = 0; second < 600; second += 10) {
    pass(10_000);
    await client.exchange(readItem);
    const answer = await feed.exchange(readItem);
    if (answer.kind === 'answered' && answer.status === 200) sent += 1;
  }
  expect(sent).toBeGreaterThanOrEqual(10);
});

test('of Retry-After and RateLimit-Reset the larger is waited for', async () => {
  const headers = { 'Retry-After': '2', 'RateLimit-Remaining': '0', 'RateLimit-Reset': '40' };
  const { client, calls } = await open((_req, res) => res.writeHead(429, headers).end('{}'));
  await client.exchange(create);
  expect(waitOf(await client.exchange(create))).toBe(40_000);
  expect(calls).toHaveLength(1);
});

test('a clock that is set back neither frees units nor holds them for longer', () => {
  let now = 10_000_000;
  const window = openUnitWindow({ now: () => now }, 60_000, 1_000);
  window.add(10);
  now -= 3_600_000;
  expect(window.waitUntilAtMost(5)).toBeLessThanOrEqual(61_000);
  expect(window.waitUntilAtMost(5)).toBeGreaterThan(59_000);
  now += 61_000;
  expect(window.waitUntilAtMost(5)).toBe(0);
});

describe('against the stand-in', () => {
  let office: GraphOffice;
  beforeAll(async () => {
    office = await openGraphOffice();
  });
  afterAll(() => office.close());

  test('the units that are counted are those that the service charges', async () => {
    const counted: number[] = [];
    const client = clientOf(office.standIn, 'app');
    const path = await office.listPath('MebukiProposals');
    office.standIn.deps.usage.reset();
    for (const call of [
      { method: 'GET', path: `${path}/items/delta?$top=5` },
      { method: 'GET', path: `${path}/items/delta?token=latest` },
      { method: 'GET', path: `${path}/items?$top=1` },
      { method: 'GET', path: `${path}/columns` },
      { method: 'GET', path: path.split('/lists/')[0] ?? '' },
      { method: 'GET', path: `${path.split('/lists/')[0]}/lists` },
      { method: 'GET', path },
    ] as const) {
      counted.push(unitsOf(call));
      expect(await client.exchange(call)).toMatchObject({ status: 200 });
    }
    const sum = counted.reduce((all, each) => all + each, 0);
    expect(sum).toBe(office.standIn.deps.usage.report().units);
  });

  test('a process at half of what the service allows never meets a refusal', async () => {
    const { graph } = await office.connect({ quota: halfOf({ perMinute: 40, perDay: 38_400 }) });
    office.standIn.deps.profile.set('gentle', { deltaLagMs: [0, 0], unitsPerMinute: 40 });
    office.standIn.deps.usage.reset();
    const outcomes: string[] = [];
    for (let n = 1; n <= 15; n += 1) {
      const proposal = receivedProposal({
        id: `10000000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`,
        number: `R8-${String(n).padStart(4, '0')}`,
      });
      await graph.stores.proposals.create(proposal).then(
        ({ kind }) => outcomes.push(kind),
        (fault) => outcomes.push(`${fault.kind} ${/notSent/.test(fault.message)}`),
      );
    }
    // What connecting had cost is part of the same minute.
    const stored = outcomes.filter((outcome) => outcome === 'stored').length;
    expect(stored).toBeGreaterThanOrEqual(5);
    expect(outcomes.slice(stored)).toStrictEqual(Array(15 - stored).fill('unavailable true'));
    const { byOperation } = office.standIn.deps.usage.report();
    expect(byOperation['POST items']?.calls).toBe(stored);
  });
});
