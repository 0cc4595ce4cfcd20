import type { StandIn } from '../../../src/local/compose.js';
import { startTestStandIn, testPerson, testSettings } from '../frame/test-stand-in.js';
import { startListeningPost } from './listening-post.js';
import { createRawGraph, createTestList, type RawGraph } from './raw-graph.js';

let standIn: StandIn;
let graph: RawGraph;
let list: { path: string; id: string };
let post: Awaited<ReturnType<typeof startListeningPost>>;

const quick = {
  deltaLagMs: [0, 0],
  notificationDelayMs: [0, 0],
  notificationRetryMs: 1,
};

let made = 0;

beforeAll(async () => {
  standIn = await startTestStandIn();
  graph = await createRawGraph(standIn);
});
afterAll(() => standIn.close());
beforeEach(async () => {
  standIn.deps.profile.set('gentle', quick);
  standIn.deps.clock.setOffset(0);
  made += 1;
  list = await createTestList(graph, `List ${made}`);
  post = await startListeningPost();
});
afterEach(async () => {
  for (const { id } of standIn.deps.state
    .collection<{ id: string }>('graph-subscriptions')
    .values()) {
    standIn.deps.state.collection('graph-subscriptions').delete(id);
  }
  await post.close();
});

const inMinutes = (minutes: number) =>
  new Date(standIn.deps.clock.now() + minutes * 60_000).toISOString();
const wish = (more: object = {}) => ({
  changeType: 'updated',
  notificationUrl: post.url,
  lifecycleNotificationUrl: post.lifecycleUrl,
  resource: list.path.slice(1),
  expirationDateTime: inMinutes(42_000),
  clientState: 'a secret of the subscriber',
  ...more,
});
const subscribe = (more: object = {}, token = graph.runtime) =>
  graph.send('POST', '/subscriptions', { body: wish(more), token });
const change = () => graph.send('POST', `${list.path}/items`, { body: { fields: { Title: 'x' } } });
const lifecycle = (event: string) =>
  fetch(`${standIn.origin}/control/graph/lifecycle`, {
    method: 'POST',
    body: JSON.stringify({ event }),
  });
async function until(isReached: () => boolean): Promise<void> {
  while (!isReached()) await new Promise((resolve) => setTimeout(resolve, 5));
}

test('a list is subscribed to after both addresses gave the token back', async () => {
  const { status, body } = await subscribe();
  expect(status).toBe(201);
  expect(body).toMatchObject({
    resource: list.path.slice(1),
    applicationId: testSettings.appId,
    changeType: 'updated',
    clientState: 'a secret of the subscriber',
    notificationUrl: post.url,
    latestSupportedTlsVersion: 'v1_2',
  });
  expect(post.received).toStrictEqual([
    { path: '/notices', type: 'text/plain; charset=utf-8', body: '' },
    { path: '/lifecycle', type: 'text/plain; charset=utf-8', body: '' },
  ]);
});

describe('a handshake fails, and the subscription with it, when the answer', () => {
  test.each([
    ['is not 200', () => ({ status: 202, type: 'text/plain', body: 'x' }), '200 OK'],
    ['is another text', () => ({ status: 200, type: 'text/plain', body: 'x' }), 'exactly match'],
    [
      'is the token as it stood in the address',
      ({ token }: { token: string | null }) => ({
        status: 200,
        type: 'text/plain',
        body: encodeURIComponent(token ?? ''),
      }),
      'exactly match',
    ],
    [
      'is not plain text',
      ({ token }: { token: string | null }) => ({
        status: 200,
        type: 'text/html',
        body: token ?? '',
      }),
      'exactly match',
    ],
    ['does not come in time', () => undefined, 'timed out'],
  ])('%s', async (_name, reaction, message) => {
    standIn.deps.profile.set('gentle', { handshakeMs: 200 });
    post.setReaction(reaction);
    const { status, body } = await subscribe();
    expect([status, body.error.code]).toEqual([400, 'ValidationError']);
    expect(body.error.message).toContain(message);
    expect((await graph.send('GET', '/subscriptions')).body.value).toEqual([]);
  });

  test('cannot come, because nobody listens', async () => {
    await post.close();
    expect((await subscribe()).status).toBe(400);
    post = await startListeningPost();
  });
});

describe('a subscription is refused', () => {
  test.each<[string, () => object, number, string]>([
    ['for creations', () => ({ changeType: 'created' }), 400, 'invalidRequest'],
    ['for two kinds', () => ({ changeType: 'updated,deleted' }), 400, 'invalidRequest'],
    ['for an absolute resource', () => ({ resource: `https://x${list.path}` }), 400, 'BadRequest'],
    ['for messages', () => ({ resource: 'users/x/messages' }), 501, 'notSupported'],
    ['for no such list', () => ({ resource: `${graph.site}/lists/none` }), 404, 'ExtensionError'],
    ['for too long', () => ({ expirationDateTime: inMinutes(42_301) }), 400, 'invalidRequest'],
    ['for the past', () => ({ expirationDateTime: inMinutes(-1) }), 400, 'invalidRequest'],
    ['for no time', () => ({ expirationDateTime: undefined }), 400, 'invalidRequest'],
    ['without https', () => ({ notificationUrl: 'http://x.example/' }), 400, 'invalidRequest'],
    ['with a long state', () => ({ clientState: 'x'.repeat(129) }), 400, 'invalidRequest'],
    ['with what nobody knows', () => ({ includeResourceData: true }), 400, 'invalidRequest'],
  ])('%s', async (_name, more, status, code) => {
    const answer = await subscribe(more());
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(post.received).toEqual([]);
  });

  test('without a grant, and even with one where only the documented role does', async () => {
    const stranger = await graph.mint({ roles: ['Sites.Selected'], appId: testPerson.id });
    expect((await subscribe({}, stranger)).status).toBe(403);
    standIn.deps.profile.set('gentle', { ...quick, subscriptionsByGrant: false });
    const { status, body } = await subscribe();
    expect([status, body.error.code]).toEqual([403, 'ExtensionError']);
    expect(body.error.message).toContain('Status Code: Forbidden');
    const documented = await graph.mint({ roles: ['Sites.ReadWrite.All'] });
    expect((await subscribe({}, documented)).status).toBe(201);
  });
});

describe('a change', () => {
  test('of an item is told without saying which', async () => {
    const { body } = await subscribe();
    await change();
    await until(() => post.told().length > 0);
    expect(JSON.parse(post.told()[0]?.body ?? '')).toStrictEqual({
      value: [
        {
          subscriptionId: body.id,
          subscriptionExpirationDateTime: body.expirationDateTime,
          clientState: 'a secret of the subscriber',
          resource: list.path.slice(1),
          tenantId: testSettings.tenantId,
          changeType: 'updated',
          resourceData: { '@odata.type': '#Microsoft.Graph.ListItem' },
        },
      ],
    });
  });

  test('is told again until it is taken', async () => {
    await subscribe();
    post.setReaction(() => ({ status: post.told().length < 4 ? 500 : 202 }));
    await change();
    await until(() => post.told().length === 4);
    expect(new Set(post.told().map(({ body }) => body)).size).toBe(1);
  });

  test('is told again when nobody answers in time', async () => {
    standIn.deps.profile.set('gentle', { ...quick, notificationAnswerMs: 20 });
    await subscribe();
    post.setReaction(() => (post.told().length < 2 ? undefined : { status: 202 }));
    await change();
    await until(() => post.told().length === 2);
  });

  test('may be told twice, and several changes at once', async () => {
    await subscribe();
    standIn.deps.profile.set('gentle', { ...quick, notificationDelayMs: [50, 50] });
    await Promise.all([change(), change(), change()]);
    await until(() => post.told().length > 0);
    standIn.deps.profile.set('gentle', { ...quick, notificationRepeatChance: 1 });
    const before = post.told().length;
    await change();
    await until(() => post.told().length >= before + 2);
    expect(before).toBe(1);
  });

  test('may be told to nobody', async () => {
    await subscribe();
    standIn.deps.profile.set('gentle', { ...quick, notificationLossChance: 1 });
    await change();
    await new Promise((resolve) => setTimeout(resolve, 20));
    standIn.deps.profile.set('gentle', quick);
    await change();
    await until(() => post.told().length > 0);
    expect(post.told()).toHaveLength(1);
  });

  test('of another list, or after the end, is not told', async () => {
    const other = await createTestList(graph, 'Other');
    const first = await subscribe();
    await subscribe({ resource: other.path.slice(1), expirationDateTime: inMinutes(50) });
    await graph.send('DELETE', `/subscriptions/${first.body.id}`);
    standIn.deps.clock.setOffset(51 * 60_000);
    await change();
    await graph.send('POST', `${other.path}/items`, { body: { fields: {} } });
    expect((await graph.send('GET', '/subscriptions')).body.value).toEqual([]);
    await subscribe();
    await change();
    await until(() => post.told().length === 1);
  });
});

describe('a subscription', () => {
  test('is read, renewed and deleted by the application that made it', async () => {
    const { body } = await subscribe();
    const own = `/subscriptions/${body.id}`;
    expect((await graph.send('GET', own)).body.id).toBe(body.id);
    const expirationDateTime = inMinutes(42_200);
    const renewed = await graph.send('PATCH', own, { body: { expirationDateTime } });
    expect([renewed.status, renewed.body.expirationDateTime]).toEqual([200, expirationDateTime]);
    expect(post.received).toHaveLength(4);
    const beyond = { expirationDateTime: inMinutes(50_000) };
    expect((await graph.send('PATCH', own, { body: beyond })).status).toBe(400);
    const moved = { notificationUrl: post.url };
    expect((await graph.send('PATCH', own, { body: moved })).status).toBe(400);
    const other = await graph.mint({ roles: ['Sites.ReadWrite.All'], appId: testPerson.id });
    expect((await graph.send('DELETE', own, { token: other })).status).toBe(404);
    expect((await graph.send('DELETE', own)).status).toBe(204);
    expect((await graph.send('GET', own)).status).toBe(404);
  });

  test('is listed without its secret', async () => {
    const { body } = await subscribe();
    expect((await graph.send('GET', '/subscriptions')).body.value).toStrictEqual([
      expect.objectContaining({ id: body.id, notificationUrl: post.url, clientState: null }),
    ]);
  });

  test('lasts three quarters of an hour at least', async () => {
    const asked = Date.parse(inMinutes(10));
    const { body } = await subscribe({ expirationDateTime: new Date(asked).toISOString() });
    expect(Date.parse(body.expirationDateTime)).toBeGreaterThanOrEqual(asked + 35 * 60_000);
  });

  test('that must be authorised again is silent until it is', async () => {
    const { body } = await subscribe();
    await lifecycle('reauthorizationRequired');
    await until(() => post.told().length === 1);
    // Of the list it says nothing, as documented.
    expect(JSON.parse(post.told()[0]?.body ?? '').value[0]).toStrictEqual({
      lifecycleEvent: 'reauthorizationRequired',
      subscriptionId: body.id,
      subscriptionExpirationDateTime: body.expirationDateTime,
      clientState: 'a secret of the subscriber',
      tenantId: testSettings.tenantId,
    });
    expect(post.told()[0]?.path).toBe('/lifecycle');
    await change();
    const again = await graph.send('POST', `/subscriptions/${body.id}/reauthorize`);
    expect(again.status).toBe(204);
    await change();
    await until(() => post.told().length === 2);
    expect(post.told().map(({ path }) => path)).toEqual(['/lifecycle', '/notices']);
  });

  test('that was removed says so, and is gone', async () => {
    await subscribe();
    await lifecycle('subscriptionRemoved');
    await until(() => post.told().length === 1);
    expect((await graph.send('GET', '/subscriptions')).body.value).toEqual([]);
    expect((await lifecycle('exploded')).status).toBe(400);
  });
});
