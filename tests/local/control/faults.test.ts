import type { StandIn } from '../../../src/local/compose.js';
import { askForToken } from '../entra/raw-token.js';
import { startTestStandIn, testSettings } from '../frame/test-stand-in.js';
import { createRawGraph, createTestList, type RawGraph } from '../graph/raw-graph.js';

let standIn: StandIn;
let graph: RawGraph;
let items: string;
let lists = 0;

beforeAll(async () => {
  standIn = await startTestStandIn();
  graph = await createRawGraph(standIn);
});
afterAll(() => standIn.close());
beforeEach(async () => {
  lists += 1;
  items = `${(await createTestList(graph, `List ${lists}`)).path}/items`;
});
afterEach(() => control('DELETE', '/faults'));

async function control(method: string, path: string, body?: unknown) {
  const response = await fetch(`${standIn.origin}/control${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
}

const setFault = (match: object, action: object) =>
  control('PUT', '/faults', { rules: [{ match: { family: 'graph', ...match }, action }] });
const create = (title = 'x') => graph.send('POST', items, { body: { fields: { Title: title } } });
const stored = async () => (await graph.send('GET', items)).body.value.length;

async function untilHeld(name: string): Promise<void> {
  for (;;) {
    const { body } = await control('GET', '/faults');
    if (body.held.some((call: { name: string }) => call.name === name)) return;
  }
}

test('a status is answered instead of carrying the call out, as often as told', async () => {
  await setFault(
    { method: 'POST', times: 2 },
    { kind: 'status', status: 503, headers: { 'Retry-After': '7' } },
  );
  const first = await create();
  expect([first.status, first.headers.get('retry-after')]).toEqual([503, '7']);
  expect(first.body.error.code).toBe('serviceNotAvailable');
  expect((await create()).status).toBe(503);
  expect((await create()).status).toBe(201);
  expect(await stored()).toBe(1);
  const { body } = await control('GET', '/faults');
  expect(body.rules[0]).toMatchObject({ matched: 3, applied: 2 });
});

test('a rule can begin with the nth call and look at the path', async () => {
  await setFault({ path: '/items\\?\\$top', nth: 2, times: 1 }, { kind: 'status', status: 429 });
  const ask = async () => (await graph.send('GET', `${items}?$top=1`)).status;
  expect([await ask(), await stored(), await ask(), await ask()]).toEqual([200, 0, 429, 200]);
});

test('a status after the commit hides that the call was carried out', async () => {
  await setFault({ method: 'POST', times: 1 }, { kind: 'after-commit-status', status: 504 });
  expect((await create()).status).toBe(504);
  expect(await stored()).toBe(1);
});

test('a call held before is carried out when released', async () => {
  await setFault({ method: 'POST' }, { kind: 'hold', name: 'gate', when: 'before' });
  const answer = create();
  await untilHeld('gate');
  expect(await stored()).toBe(0);
  expect((await control('POST', '/faults/release', { name: 'gate' })).body).toEqual({
    released: 1,
  });
  expect((await answer).status).toBe(201);
});

test('a call held before is never carried out when its caller goes away', async () => {
  await setFault({ method: 'POST' }, { kind: 'hold', name: 'gate', when: 'before' });
  const caller = new AbortController();
  const answer = fetch(`${standIn.origin}/graph/v1.0${items}`, {
    method: 'POST',
    signal: caller.signal,
    headers: { Authorization: `Bearer ${graph.runtime}`, 'Content-Type': 'application/json' },
    body: '{"fields":{}}',
  });
  await untilHeld('gate');
  caller.abort();
  await expect(answer).rejects.toThrow();
  while ((await control('GET', '/faults')).body.held.length > 0);
  await control('DELETE', '/faults');
  expect(await stored()).toBe(0);
});

test('a call held after is carried out and its answer withheld', async () => {
  await setFault({ method: 'POST' }, { kind: 'hold', name: 'gate', when: 'after' });
  const answer = create();
  await untilHeld('gate');
  expect(await stored()).toBe(1);
  await control('DELETE', '/faults');
  expect((await answer).status).toBe(201);
});

test('a connection is reset without carrying the call out', async () => {
  await setFault({ method: 'POST', times: 1 }, { kind: 'reset' });
  await expect(create()).rejects.toThrow();
  expect(await stored()).toBe(0);
});

test('an answer is cut in the middle after the call was carried out', async () => {
  await setFault({ method: 'POST', times: 1 }, { kind: 'truncate' });
  await expect(create()).rejects.toThrow();
  expect(await stored()).toBe(1);
});

test('a page of HTML comes where JSON is expected', async () => {
  await setFault({ times: 1 }, { kind: 'html' });
  const answer = await fetch(`${standIn.origin}/graph/v1.0/sites/root`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    503,
    'text/html; charset=utf-8',
  ]);
});

test('a delayed call is carried out afterwards', async () => {
  await setFault({ method: 'POST', times: 1 }, { kind: 'delay', ms: 20 });
  expect((await create()).status).toBe(201);
});

test('key sets and tokens are families of their own', async () => {
  const status = { kind: 'status', status: 503 };
  await control('PUT', '/faults', {
    rules: [
      { match: { family: 'jwks' }, action: status },
      { match: { family: 'entra', times: 1 }, action: status },
    ],
  });
  const keys = `${standIn.origin}/entra/${testSettings.tenantId}/discovery/v2.0/keys`;
  expect((await fetch(keys)).status).toBe(503);
  expect((await fetch(`${standIn.origin}/botframework/v1/.well-known/keys`)).status).toBe(503);
  const refused = await askForToken(standIn);
  expect([refused.status, refused.body.error_codes]).toEqual([503, [90033]]);
  expect((await askForToken(standIn)).status).toBe(200);
});

test.each([
  [{}],
  [{ rules: [{ match: { family: 'mail' }, action: { kind: 'reset' } }] }],
  [{ rules: [{ match: { family: 'graph' }, action: { kind: 'explode' } }] }],
  [{ rules: [{ match: { family: 'graph' }, action: { kind: 'hold', name: 'x' } }] }],
  [{ rules: [{ match: { family: 'graph', verb: 'GET' }, action: { kind: 'reset' } }] }],
  [{ rules: [{ match: { family: 'graph', times: 0 }, action: { kind: 'reset' } }] }],
])('rules that could not work are refused: %j', async (body) => {
  const answer = await control('PUT', '/faults', body);
  expect(answer.status).toBe(400);
  expect(answer.body.faults.length).toBeGreaterThan(0);
});
