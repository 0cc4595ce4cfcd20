import type { ServerResponse } from 'node:http';
import { inBackground } from '../../src/graph/client.js';
import { findingText } from '../../src/text/health-texts.js';
import { Failure } from '../../src/usecases/failure.js';
import { until } from '../support/local-office.js';
import { receivedProposal } from '../support/sample-proposals.js';
import { type GraphOffice, openGraphOffice } from './graph-office.js';
import { done, openQuotaServer } from './quota-server.js';

type Opened = Awaited<ReturnType<typeof openQuotaServer>>;

const list = '/sites/site-1/lists/list-1';
const readItem = { method: 'GET', path: `${list}/items/7` } as const;
const readList = { method: 'GET', path: `${list}/items?$top=1` } as const;
const create = { method: 'POST', path: `${list}/items`, body: {} } as const;

let opened: Opened[] = [];

afterEach(() => {
  for (const each of opened) each.close();
  opened = [];
});

/** A service that gives one kind of answer until another is said. */
async function open(
  first: (res: ServerResponse) => void,
  token?: (refused?: string) => Promise<string>,
) {
  let answer = first;
  const server = await openQuotaServer((_req, res) => answer(res), {
    retry: { mostRetries: 0 },
    ...(token && { token }),
  });
  opened.push(server);
  return {
    ...server,
    answerWith: (next: (res: ServerResponse) => void) => {
      answer = next;
    },
  };
}

const refuse = (status: number) => (res: ServerResponse) => void res.writeHead(status).end('{}');
const html = (res: ServerResponse) =>
  void res.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>');
const reset = (res: ServerResponse) => void res.socket?.destroy();
const fine = (res: ServerResponse) => done(res);

test.each([
  ['503', refuse(503)],
  ['a page of HTML', html],
  ['an empty 200', (res: ServerResponse) => void res.writeHead(200).end()],
  ['a connection that breaks', reset],
  ['401 after a new token', refuse(401)],
])('after five times %s in a row nothing is sent any more', async (_name, answer) => {
  const { client, calls } = await open(answer);
  for (let n = 0; n < 5; n += 1) await client.exchange(readList);
  expect(await client.exchange(readList)).toMatchObject({
    status: 429,
    body: { error: { code: 'notSent' } },
    retryAfterMs: 5_000,
  });
  expect(calls).toHaveLength(5);
  expect(client.troubles().awaySince).toBe(1_790_000_000_000);
});

test('a token that cannot be had five times counts the same, and Entra ID is left alone too', async () => {
  let asked = 0;
  const failure = new Failure('misconfigured', 'the secret has ended');
  const { client, calls } = await open(fine, async () => {
    asked += 1;
    throw failure;
  });
  for (let n = 0; n < 5; n += 1) await expect(client.exchange(readList)).rejects.toBe(failure);
  expect(await client.exchange(readList)).toMatchObject({ retryAfterMs: 5_000 });
  expect(asked).toBe(5);
  expect(calls).toStrictEqual([]);
  expect(client.troubles().tokenRefused).toBe('the secret has ended');
});

test('a refused credential is told until a call gets through, not while the token at hand is merely held', async () => {
  let isEnded = true;
  const { client } = await open(
    (res) => (isEnded ? refuse(401)(res) : fine(res)),
    async (refused?: string) => {
      if (refused !== undefined) throw new Failure('misconfigured', 'AADSTS7000222');
      return 'a-token';
    },
  );
  await client.exchange(readList).catch(() => undefined);
  expect(client.troubles().tokenRefused).toBe('AADSTS7000222');
  isEnded = false;
  await client.exchange(readList);
  expect(client.troubles().tokenRefused).toBeUndefined();
});

test('a call that began before the refusal and gets through after it says nothing about it', async () => {
  const held: ServerResponse[] = [];
  let count = 0;
  const { client } = await open(
    (res) => {
      count += 1;
      if (count === 1) held.push(res);
      else refuse(401)(res);
    },
    async (refused?: string) => {
      if (refused !== undefined) throw new Failure('misconfigured', 'AADSTS7000222');
      return 'a-token';
    },
  );
  const early = client.exchange(readList);
  await until('the early call', async () => held.length > 0);
  await expect(client.exchange(readList)).rejects.toThrow('AADSTS7000222');
  for (const res of held) fine(res);
  expect(await early).toMatchObject({ status: 200 });
  expect(client.troubles().tokenRefused).toBe('AADSTS7000222');
});

test.each([
  ['items that are not there', readItem, 404],
  ['conflicts', create, 409],
  ['duplicates refused with 400', create, 400],
  ['duplicates refused with 500', create, 500],
  ['a delta link that has ended', readList, 410],
])('%s never stop anything', async (_name, call, status) => {
  const { client, calls } = await open(refuse(status));
  for (let n = 0; n < 12; n += 1) await client.exchange(call);
  expect(calls).toHaveLength(12);
  expect(client.troubles()).toStrictEqual({
    awaySince: undefined,
    busySince: undefined,
    tokenRefused: undefined,
    places: [],
  });
});

test.each([
  ['denied', 403],
  ['gone', 404],
  ['locked', 423],
  ['full', 507],
] as const)(
  'a list that is %s stops nothing at another list, and is named',
  async (kind, status) => {
    const { client, calls, answerWith } = await open(refuse(status));
    for (let n = 0; n < 12; n += 1) await client.exchange(readList);
    expect(calls).toHaveLength(12);
    const since = 1_790_000_000_000;
    const places = [{ kind, place: list, since }];
    expect(client.troubles()).toMatchObject({ awaySince: undefined, busySince: undefined, places });
    answerWith(fine);
    const elsewhere = { method: 'GET', path: '/sites/site-1/lists/list-2/items?$top=1' } as const;
    expect(await client.exchange(elsewhere)).toMatchObject({ status: 200 });
    expect(client.troubles().places).toStrictEqual(places);
  },
);

test('one answer between failures begins the count anew', async () => {
  const { client, calls, answerWith } = await open(refuse(503));
  for (let round = 0; round < 3; round += 1) {
    answerWith(refuse(503));
    for (let n = 0; n < 4; n += 1) await client.exchange(readList);
    answerWith(fine);
    await client.exchange(readList);
  }
  expect(calls).toHaveLength(15);
});

test('one trial is let through, each that fails makes the rest longer, one that succeeds ends it', async () => {
  const { client, calls, pass, answerWith } = await open(refuse(503));
  for (let n = 0; n < 5; n += 1) await client.exchange(readList);
  const rests: number[] = [];
  for (let n = 0; n < 6; n += 1) {
    const closed = await client.exchange(readList);
    const wait = closed.kind === 'answered' ? (closed.retryAfterMs ?? 0) : 0;
    rests.push(wait);
    pass(wait);
    await client.exchange(readList);
  }
  expect(rests).toStrictEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
  expect(calls).toHaveLength(11);
  pass(60_000);
  answerWith(fine);
  const answers = await Promise.all([1, 2, 3].map(() => client.exchange(readList)));
  expect(answers.map((each) => each.kind === 'answered' && each.status)).toStrictEqual([
    200, 429, 429,
  ]);
  expect(client.troubles().awaySince).toBeUndefined();
  expect(await client.exchange(readList)).toMatchObject({ status: 200 });
});

test('a read in the background that waits for units does not take the trial from people', async () => {
  let answer: (res: ServerResponse) => void = refuse(503);
  let goOn = (): void => {};
  const { client, calls, pass, ...server } = await openQuotaServer((_req, res) => answer(res), {
    quota: { perMinute: 10, perDay: 1_000 },
    breaker: { mostFailures: 4 },
    retry: {
      mostRetries: 0,
      pause: () =>
        new Promise<void>((resolve) => {
          goOn = resolve;
        }),
    },
  });
  opened.push({ client, calls, pass, ...server });
  for (let n = 0; n < 4; n += 1) await client.exchange(create);
  pass(5_000);
  answer = fine;
  const feed = inBackground(client).exchange(readItem);
  expect(await client.exchange(create)).toMatchObject({ status: 200 });
  pass(60_000);
  goOn();
  expect(await feed).toMatchObject({ status: 200 });
  expect(calls).toHaveLength(6);
});

test('who was admitted while the rest began gives the units back', async () => {
  let answer: (res: ServerResponse) => void = fine;
  const waiting: (() => void)[] = [];
  const { client, calls, pass, ...server } = await openQuotaServer((_req, res) => answer(res), {
    quota: { perMinute: 10, perDay: 1_000 },
    breaker: { mostFailures: 1 },
    retry: { mostRetries: 0, pause: () => new Promise<void>((resolve) => waiting.push(resolve)) },
  });
  opened.push({ client, calls, pass, ...server });
  for (let n = 0; n < 4; n += 1) await client.exchange(create);
  const feed = inBackground(client).exchange(create);
  pass(61_000);
  answer = refuse(503);
  await client.exchange(create);
  for (const goOn of waiting) goOn();
  expect(await feed).toMatchObject({ body: { error: { code: 'notSent' } } });
  pass(10_000);
  answer = fine;
  for (let n = 0; n < 4; n += 1) {
    expect(await client.exchange(create)).toMatchObject({ status: 200 });
  }
});

test('calls under way when the rest begins do not make it longer', async () => {
  const { client, calls } = await open(refuse(503));
  await Promise.all(Array.from({ length: 20 }, () => client.exchange(readList)));
  expect(calls).toHaveLength(20);
  expect(await client.exchange(readList)).toMatchObject({ retryAfterMs: 5_000 });
});

test('a clock that is set back does not make the rest longer', async () => {
  const { client, calls, pass } = await open(refuse(503));
  for (let n = 0; n < 5; n += 1) await client.exchange(readList);
  pass(-3_600_000);
  await client.exchange(readList);
  expect(calls).toHaveLength(6);
});

describe('against the stand-in', () => {
  let office: GraphOffice;
  beforeAll(async () => {
    office = await openGraphOffice();
  });
  afterEach(() => office.clear());
  afterAll(() => office.close());

  const proposal = receivedProposal({
    id: '10000000-0000-4000-8000-000000000001',
    number: 'R8-0001',
  });

  test.each([
    [403, 'place-denied', /Sites\.Selected/],
    [404, 'place-gone', /ごみ箱/],
    [423, 'place-locked', /ロック/],
    [507, 'place-full', /記憶域/],
  ] as const)(
    '%d on a list is told at once as %s, named, until a write gets through',
    async (status, code, remedy) => {
      const { graph } = await office.connect();
      office.faults({
        match: { family: 'graph', method: 'POST', path: '/items' },
        action: { kind: 'status', status },
      });
      // Whether that is a failure or leaves open what became of it is the store's own matter.
      await graph.stores.proposals.create(proposal).catch(() => undefined);
      const [finding, ...others] = graph.standingFindings();
      expect(others).toStrictEqual([]);
      expect(finding).toMatchObject({ code, place: '芽吹き 提案' });
      if (finding) expect(findingText(finding, 'ja')).toMatch(remedy);
      office.faults();
      expect((await graph.stores.proposals.create(proposal)).kind).toBe('stored');
      expect(graph.standingFindings()).toStrictEqual([]);
    },
  );

  test('a feed of a site that is away is told as such, and reading goes on by itself afterwards', async () => {
    const { graph } = await office.connect({
      breaker: { mostFailures: 2, firstRestMs: 1, longestRestMs: 1 },
    });
    const [feed] = graph.feeds;
    if (!feed) throw new Error('there are feeds');
    office.faults({ match: { family: 'graph' }, action: { kind: 'reset' } });
    expect([await feed.pollNow(), await feed.pollNow()]).toStrictEqual([false, false]);
    expect(graph.standingFindings()).toMatchObject([{ code: 'graph-away' }]);
    office.faults();
    while (!(await feed.pollNow())) await new Promise((resolve) => setImmediate(resolve));
    expect(graph.standingFindings()).toStrictEqual([]);
  });

  test('a token that Graph refuses is renewed once, and the call is repeated once', async () => {
    const { graph } = await office.connect();
    const refuseTwice = (times: number) =>
      office.faults({
        match: { family: 'graph', method: 'POST', path: '/items', times },
        action: { kind: 'status', status: 401 },
      });
    refuseTwice(1);
    expect((await graph.stores.proposals.create(proposal)).kind).toBe('stored');
    const next = { ...proposal, id: '10000000-0000-4000-8000-000000000002', number: 'R8-0002' };
    office.standIn.deps.usage.reset();
    refuseTwice(100);
    await expect(
      (await office.connect()).graph.stores.proposals.create(next as typeof proposal),
    ).rejects.toMatchObject({ kind: 'misconfigured', message: expect.stringMatching(/401/) });
    expect(office.standIn.deps.faults.standing().map(({ applied }) => applied)).toStrictEqual([2]);
  });
});
