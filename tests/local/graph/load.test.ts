import type { StandIn } from '../../../src/local/compose.js';
import { startTestStandIn } from '../frame/test-stand-in.js';
import { createRawGraph, createTestList, type RawGraph } from './raw-graph.js';

let standIn: StandIn;
let graph: RawGraph;
let path: string;

beforeEach(async () => {
  standIn = await startTestStandIn();
  graph = await createRawGraph(standIn);
  ({ path } = await createTestList(graph));
});
afterEach(() => standIn.close());

const json = { 'Content-Type': 'application/json' };
const limit = (unitsPerMinute: number, more = {}) =>
  standIn.deps.profile.set('gentle', { deltaLagMs: [0, 0], unitsPerMinute, ...more });

describe('an application over its units', () => {
  test('is told when it comes near, then throttled with the time to wait', async () => {
    limit(20);
    const seen: [number, string | null][] = [];
    for (let call = 0; call < 10; call += 1) {
      const { status, headers } = await graph.send('GET', `${path}/items`);
      seen.push([status, headers.get('ratelimit-remaining')]);
    }
    expect(seen).toContainEqual([200, '3']);
    const { status, body, headers } = await graph.send('GET', `${path}/items`);
    expect([status, body.error.code]).toEqual([429, 'activityLimitReached']);
    expect(body.error.innerError.code).toBe('throttledRequest');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(headers.get('ratelimit-limit')).toBe('20');
    const other = await graph.send('GET', path, { token: graph.provision });
    expect(other.status).toBe(200);
  });

  test('is told the end of the minute as a date when that is switched on', async () => {
    limit(1, { retryAfterAsDate: true });
    const { status, headers } = await graph.send('GET', `${path}/items`);
    expect(status).toBe(429);
    expect(Date.parse(headers.get('retry-after') ?? '')).toBeGreaterThan(Date.now());
    expect(Number(headers.get('ratelimit-reset'))).toBeGreaterThan(0);
  });

  test('is throttled without a time to wait when that is switched on', async () => {
    limit(1, { retryAfter: false });
    const { status, headers } = await graph.send('GET', `${path}/items`);
    expect([status, headers.get('retry-after')]).toEqual([429, null]);
  });
});

test('usage counts calls and units by operation', async () => {
  await fetch(`${standIn.origin}/control/usage/reset`, { method: 'POST' });
  await graph.send('POST', `${path}/items`, { body: { fields: { Title: 'x' } } });
  await graph.send('GET', `${path}/items/1`);
  await graph.send('PATCH', `${path}/items/1`, { body: { fields: { Title: 'y' } } });
  await graph.send('GET', `${path}/items`);
  const usage = await (await fetch(`${standIn.origin}/control/usage`)).json();
  expect(usage).toEqual({
    calls: 4,
    units: 7,
    byOperation: {
      'POST items': { calls: 1, units: 2 },
      'GET item': { calls: 1, units: 1 },
      'PATCH item': { calls: 1, units: 2 },
      'GET items': { calls: 1, units: 2 },
    },
  });
});

describe('a batch', () => {
  const batch = (requests: unknown) => graph.send('POST', '/$batch', { body: { requests } });
  const create = (id: string, fields: object, more: object = {}) => ({
    id,
    method: 'POST',
    url: `${path}/items`,
    headers: json,
    body: { fields },
    ...more,
  });

  test('answers each member by its own status', async () => {
    const { status, body } = await batch([
      create('1', { Token: 'a' }),
      create('2', { Token: 'a' }),
      { id: '3', method: 'GET', url: `${path.slice(1)}/items/1?$expand=fields($select=Token)` },
    ]);
    expect(status).toBe(200);
    const seen = Object.fromEntries(body.responses.map((entry) => [entry.id, entry.status]));
    expect(seen).toEqual({ 1: 201, 2: 409, 3: 200 });
    expect(body.responses[2]?.body.fields['Token']).toBe('a');
  });

  test('may answer its members in another order', async () => {
    standIn.deps.profile.set('gentle', { batchShuffleChance: 1 });
    const { body } = await batch([create('1', {}), create('2', {})]);
    expect(body.responses.map((entry) => entry.id)).toEqual(['2', '1']);
  });

  test('leaves out what depends on a failed member', async () => {
    const { body } = await batch([
      create('1', { Nope: 'a' }),
      create('2', { Token: 'a' }, { dependsOn: ['1'] }),
      create('3', { Token: 'b' }, { dependsOn: ['2'] }),
      create('4', { Token: 'c' }),
    ]);
    expect(body.responses.map((entry) => entry.status)).toEqual([400, 424, 424, 201]);
  });

  test('throttles its members one by one', async () => {
    limit(5);
    const { status, body } = await batch([1, 2, 3].map((id) => create(String(id), {})));
    expect(status).toBe(200);
    const last = body.responses[2];
    expect(last?.status).toBe(429);
    expect(Number(last?.headers['Retry-After'])).toBeGreaterThan(0);
  });

  test.each<[string, () => unknown]>([
    ['more than 20 members', () => Array.from({ length: 21 }, (_, id) => create(String(id), {}))],
    ['the same id twice', () => [create('a', {}), create('A', {})]],
    ['a body without its type', () => [{ ...create('1', {}), headers: {} }]],
    ['an unknown dependency', () => [create('1', {}, { dependsOn: ['2'] })]],
    ['an absolute address', () => [{ id: '1', method: 'GET', url: 'https://x.example/' }]],
    ['no list of members', () => 'nothing'],
  ])('with %s is refused whole', async (_name, requests) => {
    const { status, body } = await batch(requests());
    expect([status, body.error.code]).toEqual([400, 'BadRequest']);
    expect((await graph.send('GET', `${path}/items`)).body.value).toEqual([]);
  });
});
