import { openBotSdk } from '../../src/bot/sdk.js';
import type { SendOutcome } from '../../src/usecases/messenger.js';
import { appId, issuer } from '../support/bot-channel.js';
import { type ConnectorServer, openConnectorServer } from '../support/connector-server.js';

const tenantId = '99999999-8888-4777-8666-555555555555';
const card = { type: 'AdaptiveCard', version: '1.5', body: [] };

let connector: ConnectorServer;
let tokenFor: (scope: string) => Promise<string>;

beforeEach(async () => {
  connector = await openConnectorServer();
  tokenFor = async (scope) => `token for ${scope}`;
});
afterEach(() => connector.close());

const open = (serviceUrls = [connector.serviceUrl]) =>
  openBotSdk({
    appId,
    tenantId,
    serviceUrls,
    loginUrl: 'https://login.example/tenant',
    oauthScope: issuer,
    tokenIssuer: issuer,
    openIdMetadataUrl: 'https://login.example/metadata',
    tokenFor: (scope) => tokenFor(scope),
    onTokenFault: () => {},
    clock: { now: () => Date.parse('2026-10-05T01:00:00Z') },
  }).messenger;

const send = (serviceUrl = connector.serviceUrl): Promise<SendOutcome> =>
  open().sendToPerson({ conversationId: 'a:chat/1', serviceUrl }, card, 'R8-0001');

test('a card reaches the chat with token and summary, and nothing else is sent', async () => {
  expect(await send()).toEqual({ kind: 'accepted', activityId: 'sent-1' });
  expect(connector.calls).toHaveLength(1);
  const [call] = connector.calls;
  expect(call?.method).toBe('POST');
  expect(call?.path).toBe('/connector/v3/conversations/a:chat/1/activities');
  expect(call?.authorization).toBe(`Bearer token for ${issuer}/.default`);
  expect(call?.body).toEqual({
    type: 'message',
    summary: 'R8-0001',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  });
});

test('a channel gets a new thread whose message can be updated', async () => {
  connector.reply = () => ({
    status: 201,
    body: { id: '19:all@thread.tacv2;messageid=7', activityId: '7', serviceUrl: 'x' },
  });
  const to = {
    channelId: '19:all@thread.tacv2',
    serviceUrl: connector.serviceUrl,
  };
  expect(await open().sendToChannel(to, card, 'R8-0001')).toEqual({
    kind: 'accepted',
    activityId: '7',
    conversationId: '19:all@thread.tacv2;messageid=7',
  });
  expect(connector.calls).toHaveLength(1);
  expect(connector.calls[0]?.path).toBe('/connector/v3/conversations');
  expect(connector.calls[0]?.body).toMatchObject({
    isGroup: true,
    tenantId,
    bot: { id: `28:${appId}` },
    channelData: { channel: { id: '19:all@thread.tacv2' } },
    activity: { type: 'message', summary: 'R8-0001' },
  });
  // The documented body names the channel and nothing of its team.
  expect(connector.calls[0]?.body).not.toHaveProperty('channelData.team');
});

test('a sent card is updated in place', async () => {
  connector.reply = () => ({ status: 200, body: { id: '7' } });
  const message = { conversationId: 'a:1', activityId: '7', serviceUrl: connector.serviceUrl };
  expect(await open().updateCard(message, card, 's')).toEqual({
    kind: 'accepted',
    activityId: '7',
  });
  expect(connector.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'PUT /connector/v3/conversations/a:1/activities/7',
  ]);
});

test.each<[number, Record<string, string>, unknown, SendOutcome]>([
  [400, {}, {}, { kind: 'refused', why: 'bad-request' }],
  [401, {}, {}, { kind: 'not-sent', why: 'unauthorized' }],
  [
    403,
    {},
    { error: { code: 'BotNotInConversationRoster' } },
    { kind: 'refused', why: 'forbidden' },
  ],
  [
    403,
    {},
    { errorCode: 209, message: '{"subCode":"MessageWritesBlocked"}' },
    { kind: 'refused', why: 'blocked' },
  ],
  [404, {}, {}, { kind: 'refused', why: 'gone' }],
  [408, {}, {}, { kind: 'ambiguous', why: 'timeout' }],
  [412, {}, {}, { kind: 'not-sent', why: 'precondition' }],
  [413, {}, {}, { kind: 'refused', why: 'bad-request' }],
  [429, {}, {}, { kind: 'not-sent', why: 'throttled' }],
  [429, { 'retry-after': '3' }, {}, { kind: 'not-sent', why: 'throttled', retryAfterMs: 3000 }],
  [
    429,
    { 'retry-after': 'Mon, 05 Oct 2026 01:00:07 GMT' },
    {},
    { kind: 'not-sent', why: 'throttled', retryAfterMs: 7000 },
  ],
  [500, {}, {}, { kind: 'ambiguous', why: 'server-error' }],
  [502, {}, {}, { kind: 'ambiguous', why: 'server-error' }],
  [503, { 'retry-after': '1' }, {}, { kind: 'ambiguous', why: 'server-error' }],
  [504, {}, {}, { kind: 'ambiguous', why: 'server-error' }],
  [307, { location: '/elsewhere' }, {}, { kind: 'refused', why: 'bad-request' }],
])(
  'after %i %j exactly one request was made, and its outcome is told',
  async (status, headers, body, outcome) => {
    connector.reply = () => ({ status, headers, body });
    expect(await send()).toEqual(outcome);
    expect(connector.calls).toHaveLength(1);
  },
);

test('a connection cut after the request was read is ambiguous and not repeated', async () => {
  connector.reply = () => ({ status: 0, drop: true });
  expect(await send()).toEqual({ kind: 'ambiguous', why: 'connection-lost' });
  expect(connector.calls).toHaveLength(1);
});

test('where nobody listens nothing was sent', async () => {
  const { serviceUrl } = connector;
  await connector.close();
  expect(
    await open([serviceUrl]).sendToPerson({ conversationId: 'a:1', serviceUrl }, card, 's'),
  ).toEqual({ kind: 'not-sent', why: 'unreachable' });
});

test('without a token nothing is sent', async () => {
  tokenFor = () => Promise.reject(new Error('no token'));
  expect(await send()).toEqual({ kind: 'not-sent', why: 'no-token' });
  expect(connector.calls).toHaveLength(0);
});

test.each([
  'https://evil.example/',
  'https://smba.trafficmanager.net.evil.example/',
  'not an address',
  '',
])(
  'a stored service address that is not on the list (%j) gets no request and no token',
  async (serviceUrl) => {
    let asked = 0;
    tokenFor = async () => {
      asked += 1;
      return 'token';
    };
    expect(await send(serviceUrl)).toEqual({ kind: 'refused', why: 'host-not-allowed' });
    expect(asked).toBe(0);
  },
);
