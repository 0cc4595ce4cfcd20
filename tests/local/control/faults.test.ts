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

test('a connection is reset in the middle of an answer after the call was carried out', async () => {
  await setFault({ method: 'POST', times: 1 }, { kind: 'reset-mid-body' });
  await expect(create()).rejects.toThrow();
  expect(await stored()).toBe(1);
});

const post = () =>
  fetch(`${standIn.origin}/graph/v1.0${items}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${graph.runtime}`, 'Content-Type': 'application/json' },
    body: '{"fields":{"Title":"x"}}',
  });

test('an answer whose JSON stops in the middle is complete HTTP', async () => {
  await setFault({ method: 'POST', times: 1 }, { kind: 'cut-json' });
  const answer = await post();
  const text = await answer.text();
  expect([answer.status, answer.headers.get('content-length')]).toEqual([201, `${text.length}`]);
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
  expect(await stored()).toBe(1);
});

test('a call that was carried out is answered 200 with nothing in it', async () => {
  await setFault({ method: 'POST', times: 1 }, { kind: 'empty' });
  const answer = await post();
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, null]);
  expect(await answer.text()).toBe('');
  expect(await stored()).toBe(1);
});

test('an answer drips until its caller gives up, or until it is whole', async () => {
  await setFault({ method: 'POST', times: 1 }, { kind: 'drip', bytesPerSecond: 10 });
  const slow = await post();
  const reader = slow.body?.getReader();
  const first = await reader?.read();
  expect([slow.status, first?.value?.length]).toEqual([201, 1]);
  await reader?.cancel();
  expect(await stored()).toBe(1);
  await setFault({ method: 'POST', times: 1 }, { kind: 'drip', bytesPerSecond: 5_000 });
  expect((await create()).body.fields['Title']).toBe('x');
});

test('the time to wait can come as an HTTP date', async () => {
  await setFault({ times: 1 }, { kind: 'status', status: 429, retryDateIn: 120 });
  const { status, headers } = await create();
  expect([status, headers.get('retry-after')]).toEqual([429, expect.stringMatching(/ GMT$/)]);
  expect(Date.parse(headers.get('retry-after') ?? '')).toBeGreaterThan(Date.now() + 60_000);
});

test('members of a batch can fail one by one, also after they were carried out', async () => {
  await control('PUT', '/faults', {
    rules: [
      {
        match: { family: 'graph-member', path: '/items', nth: 2, times: 1 },
        action: { kind: 'status', status: 429, headers: { 'Retry-After': '3' } },
      },
      {
        match: { family: 'graph-member', method: 'POST', nth: 2, times: 1 },
        action: { kind: 'after-commit-status', status: 504 },
      },
    ],
  });
  const requests = ['1', '2', '3'].map((id) => ({
    id,
    method: 'POST',
    url: items,
    headers: { 'Content-Type': 'application/json' },
    body: { fields: { Title: id } },
  }));
  const { status, body } = await graph.send('POST', '/$batch', { body: { requests } });
  expect(status).toBe(200);
  expect(body.responses.map((member) => member.status)).toEqual([201, 429, 504]);
  expect(body.responses[1]?.headers['Retry-After']).toBe('3');
  expect(body.responses[1]?.body.error.code).toBe('activityLimitReached');
  expect(await stored()).toBe(2);
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
  [{ rules: [{ match: { family: 'graph-member' }, action: { kind: 'reset' } }] }],
  [{ rules: [{ match: { family: 'graph' }, action: { kind: 'drip', bytesPerSecond: 0 } }] }],
])('rules that could not work are refused: %j', async (body) => {
  const answer = await control('PUT', '/faults', body);
  expect(answer.status).toBe(400);
  expect(answer.body.faults.length).toBeGreaterThan(0);
});
