import type { StandIn } from '../../../src/local/compose.js';
import { startTestStandIn } from '../frame/test-stand-in.js';
import { createRawGraph, createTestList, type GraphBody, type RawGraph } from './raw-graph.js';

let standIn: StandIn;
let graph: RawGraph;
let items: string;
let listId: string;

let lists = 0;
beforeAll(async () => {
  standIn = await startTestStandIn();
  graph = await createRawGraph(standIn);
});
afterAll(() => standIn.close());
beforeEach(async () => {
  standIn.deps.profile.set('gentle', { deltaLagMs: [0, 0] });
  lists += 1;
  const list = await createTestList(graph, `List ${lists}`);
  listId = list.id;
  items = `${list.path}/items`;
});

const create = async (fields: Record<string, unknown>): Promise<string> =>
  (await graph.send('POST', items, { body: { fields } })).body.id;
const patch = (id: string, fields: Record<string, unknown>) =>
  graph.send('PATCH', `${items}/${id}`, { body: { fields } });

/** All pages of a round. */
async function round(start: string) {
  const value: GraphBody[] = [];
  let link = start;
  for (;;) {
    const { status, body } = await graph.send('GET', link);
    expect(status).toBe(200);
    value.push(...body.value);
    if (body['@odata.deltaLink'] !== undefined) {
      return { value, deltaLink: String(body['@odata.deltaLink']) };
    }
    link = body['@odata.nextLink'];
  }
}

const whole = (options = '') => `${items}/delta?$expand=fields($select=Year)${options}`;

test('without a token every item is told in pages, then a deltaLink', async () => {
  for (const year of [1, 2, 3, 4, 5]) await create({ Year: year });
  const first = await graph.send('GET', whole('&$top=2'));
  expect(first.body.value).toHaveLength(2);
  expect(first.body['@odata.nextLink']).toContain(standIn.origin);
  const { value } = await round(whole('&$top=2'));
  expect(value.map((item) => item.fields['Year'])).toEqual([1, 2, 3, 4, 5]);
});

test('a deltaLink tells each changed item once, in its latest state, with the same fields', async () => {
  const id = await create({ Year: 1 });
  await create({ Year: 2 });
  const { deltaLink } = await round(whole());
  await patch(id, { Year: 3 });
  await patch(id, { Year: 4 });
  const next = await round(deltaLink);
  expect(next.value.map((item) => [item.id, item.fields['Year']])).toEqual([[id, 4]]);
  expect((await round(next.deltaLink)).value).toEqual([]);
});

test('a deleted item is told without fields', async () => {
  const id = await create({ Year: 1 });
  const { deltaLink } = await round(whole());
  await graph.send('DELETE', `${items}/${id}`);
  const { value } = await round(deltaLink);
  expect(value).toEqual([
    {
      id,
      parentReference: { siteId: graph.siteId },
      contentType: expect.anything(),
      deleted: { state: 'deleted' },
    },
  ]);
  expect((await round(whole())).value).toEqual([]);
});

test('token=latest starts with nothing and tells what comes after', async () => {
  await create({ Year: 1 });
  const { value, deltaLink } = await round(`${items}/delta?token=latest`);
  expect(value).toEqual([]);
  const id = await create({ Year: 2 });
  expect((await round(deltaLink)).value.map((item) => item.id)).toEqual([id]);
});

test('changes come in pages too', async () => {
  const { deltaLink } = await round(whole('&$top=2'));
  for (const year of [1, 2, 3]) await create({ Year: year });
  const first = await graph.send('GET', deltaLink);
  expect(first.body.value).toHaveLength(2);
  expect((await round(deltaLink)).value).toHaveLength(3);
});

test('a change that lags shows later, and until then the state before it', async () => {
  const id = await create({ Year: 1 });
  const { deltaLink } = await round(whole());
  standIn.deps.profile.set('gentle', { deltaLagMs: [300, 300] });
  await patch(id, { Year: 2 });
  await create({ Year: 9 });
  expect((await round(deltaLink)).value).toEqual([]);
  expect((await round(whole())).value.map((item) => item.fields['Year'])).toEqual([1]);
  let told: unknown[] = [];
  while (told.length < 2) {
    told = (await round(deltaLink)).value.map((item) => item.fields['Year']);
  }
  expect(told).toEqual([2, 9]);
});

test('nothing is lost or stale in the end when changes lag by different times', async () => {
  standIn.deps.profile.set('gentle', { deltaLagMs: [0, 60] });
  const held = new Map<string, unknown>();
  let { deltaLink } = await round(whole());
  const poll = async () => {
    const next = await round(deltaLink);
    deltaLink = next.deltaLink;
    for (const item of next.value) {
      if (item.deleted === undefined) held.set(item.id, item.fields['Year']);
      else held.delete(item.id);
    }
  };
  const ids: string[] = [];
  for (let year = 0; year < 12; year += 1) {
    ids.push(await create({ Year: year }));
    const id = ids[year % 3] ?? '';
    if (year !== 11) await patch(id, { Year: 100 + year });
    await poll();
  }
  await graph.send('DELETE', `${items}/${ids[4]}`);
  const stored = await graph.send('GET', `${items}?$expand=fields($select=Year)`);
  const truth = Object.fromEntries(stored.body.value.map((item) => [item.id, item.fields['Year']]));
  const until = Date.now() + 5_000;
  do await poll();
  while (
    JSON.stringify(Object.fromEntries([...held].sort())) !== JSON.stringify(truth) &&
    Date.now() < until
  );
  expect(Object.fromEntries(held)).toEqual(truth);
});

test('after a reset of the service a token answers 410 with a link to start afresh', async () => {
  const id = await create({ Year: 1 });
  const { deltaLink } = await round(whole());
  await fetch(`${standIn.origin}/control/graph/resync`, {
    method: 'POST',
    body: JSON.stringify({ list: listId }),
  });
  const gone = await graph.send('GET', deltaLink);
  expect(gone.status).toBe(410);
  expect(gone.body.error.code).toMatch(/^resync/);
  const fresh = await round(gone.headers.get('location') ?? '');
  expect(fresh.value.map((item) => [item.id, item.fields['Year']])).toEqual([[id, 1]]);
  expect((await round(fresh.deltaLink)).value).toEqual([]);
});

test('a text that is no token, or one of another list, is refused', async () => {
  const other = await createTestList(graph, 'Other');
  const { deltaLink } = await round(`${other.path}/items/delta?token=latest`);
  const token = new URL(deltaLink).searchParams.get('token') ?? '';
  for (const text of ['nonsense', token]) {
    const { status, body } = await graph.send('GET', `${items}/delta?token=${text}`);
    expect([status, body.error.code]).toEqual([400, 'invalidRequest']);
  }
});

test('the link does not carry the options on when that is switched off', async () => {
  standIn.deps.profile.set('gentle', { deltaLagMs: [0, 0], deltaLinkKeepsOptions: false });
  const { deltaLink } = await round(whole());
  const id = await create({ Year: 1 });
  expect((await round(deltaLink)).value[0]).not.toHaveProperty('fields');
  const again = await round(`${deltaLink}&$expand=fields($select=Year)`);
  expect(again.value.map((item) => [item.id, item.fields['Year']])).toEqual([[id, 1]]);
});

test('unchanged items are repeated when that is switched on', async () => {
  const id = await create({ Year: 1 });
  const { deltaLink } = await round(whole());
  standIn.deps.profile.set('gentle', { deltaLagMs: [0, 0], deltaRepeatChance: 1 });
  expect((await round(deltaLink)).value.map((item) => item.id)).toEqual([id]);
});

test('costs two units without a token and one with it', async () => {
  const { deltaLink } = await round(whole());
  await fetch(`${standIn.origin}/control/usage/reset`, { method: 'POST' });
  await round(whole());
  await round(deltaLink);
  const usage = await (await fetch(`${standIn.origin}/control/usage`)).json();
  expect(usage).toEqual({
    calls: 2,
    units: 3,
    byOperation: { 'GET items/delta': { calls: 2, units: 3 } },
  });
});
