import { createRemoteJWKSet, jwtVerify } from 'jose';
import type {
  HostActionAnswer,
  HostMessage,
  HostState,
} from '../../../src/local/teams-host/wire.js';
import { appId, eventually, startDesk, type TestDesk, tenantId } from './start-desk.js';

const card = (text: string, more: object = {}) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }], ...more },
});

let desk: TestDesk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

const arrivedOf = (type: string) =>
  desk.bot.arrived.filter(({ activity }) => activity.type === type);

async function chatWithCard(more: object = {}) {
  const person = desk.person('staff');
  await desk.host('POST', '/host/installs', { person: person.id });
  const { chat } = await desk.state(person);
  const sent = await desk.connector('POST', `/conversations/${chat.conversationId}/activities`, {
    type: 'message',
    attachments: [card('はじめの札', more)],
  });
  const { id }: { id: string } = await sent.json();
  const press = (action: object, trigger = 'manual') =>
    desk.host<HostActionAnswer>('POST', '/host/actions', {
      person: person.id,
      conversation: chat.conversationId,
      activityId: id,
      action,
      trigger,
    });
  return { person, conversation: chat.conversationId, id, press };
}

test('a message reaches the bot as Teams sends it, signed for this bot', async () => {
  const person = desk.person('staff');
  await desk.host('POST', '/host/installs', { person: person.id });
  const { chat } = await desk.state(person);
  const sent = await desk.host<HostMessage>('POST', '/host/messages', {
    person: person.id,
    conversation: chat.conversationId,
    text: '押印だけの<郵送>をやめたい',
  });
  expect(sent.status).toBe(201);
  const [arrived] = await eventually(() => {
    const found = arrivedOf('message');
    return found.length > 0 ? found : undefined;
  });
  const serviceUrl = `${desk.standIn.origin}/connector/`;
  expect(arrived?.activity).toMatchObject({
    id: sent.body.id,
    channelId: 'msteams',
    serviceUrl,
    text: '押印だけの<郵送>をやめたい',
    textFormat: 'plain',
    from: { id: expect.stringMatching(/^29:/), name: person.name, aadObjectId: person.id },
    recipient: { id: `28:${appId}`, name: '芽吹き' },
    conversation: {
      conversationType: 'personal',
      tenantId,
      id: expect.stringMatching(/^a:/),
    },
    attachments: [{ contentType: 'text/html', content: '<p>押印だけの&lt;郵送&gt;をやめたい</p>' }],
    entities: [{ type: 'clientInfo', locale: 'ja-JP', country: 'JP', timezone: 'Asia/Tokyo' }],
    channelData: { tenant: { id: tenantId } },
    locale: 'ja-JP',
    localTimestamp: expect.stringMatching(/\+09:00$/),
    localTimezone: 'Asia/Tokyo',
  });
  const keys = createRemoteJWKSet(
    new URL(`${desk.standIn.origin}/botframework/v1/.well-known/keys`),
  );
  const token = arrived?.authorization.replace('Bearer ', '') ?? '';
  const { payload } = await jwtVerify(token, keys, {
    issuer: 'https://api.botframework.com',
    audience: appId,
  });
  expect(payload['serviceurl']).toBe(serviceUrl);
});

test('the first contact installs the app with both activities, a later one with neither', async () => {
  const person = desk.person('staff');
  await desk.host('POST', '/host/installs', { person: person.id });
  await desk.host('POST', '/host/installs', { person: person.id });
  expect(arrivedOf('installationUpdate')).toHaveLength(1);
  expect(arrivedOf('installationUpdate')[0]?.activity).toMatchObject({ action: 'add' });
  expect(arrivedOf('conversationUpdate')).toHaveLength(1);
  expect(arrivedOf('conversationUpdate')[0]?.activity['membersAdded']).toEqual([
    { id: `28:${appId}` },
  ]);
});

test('after removing the app a person neither writes nor is written to', async () => {
  const person = desk.person('staff');
  await desk.host('POST', '/host/installs', { person: person.id });
  await desk.host('DELETE', '/host/installs', { person: person.id });
  expect(arrivedOf('installationUpdate')[1]?.activity).toMatchObject({ action: 'remove' });
  const { chat } = await desk.state(person);
  expect(chat.install).toBe('removed');
  const { status } = await desk.host('POST', '/host/messages', {
    person: person.id,
    conversation: chat.conversationId,
    text: 'だれかいますか',
  });
  expect(status).toBe(403);
});

test('installing in a team tells the bot which team', async () => {
  const person = desk.person('secretariat');
  const team = desk.teams.find((one) => one.key === 'office');
  await desk.host('POST', '/host/installs', { person: person.id, team: team?.id });
  expect(arrivedOf('installationUpdate')[0]?.activity).toMatchObject({
    action: 'add',
    conversation: { conversationType: 'channel', id: team?.channels[0]?.id },
    channelData: { team: { id: team?.channels[0]?.id, aadGroupId: team?.id, name: '事務局' } },
  });
  const { teams } = await desk.state(person);
  expect(teams.find((one) => one.id === team?.id)?.installed).toBe(true);
});

test('someone outside a team cannot install the app there', async () => {
  const team = desk.teams.find((one) => one.key === 'office');
  const answer = await desk.host('POST', '/host/installs', {
    person: desk.person('staff').id,
    team: team?.id,
  });
  expect(answer.status).toBe(403);
});

test('the card an Action.Execute answers with replaces the card for this person', async () => {
  const { person, conversation, id, press } = await chatWithCard();
  desk.bot.answer = () => ({
    status: 200,
    body: {
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: card('受付控え').content,
    },
  });
  const answer = await press({
    type: 'Action.Execute',
    verb: 'submit',
    id: 'go',
    data: { title: '押印' },
  });
  expect(answer.body).toMatchObject({ kind: 'card', message: { id } });
  expect(arrivedOf('invoke')[0]?.activity).toMatchObject({
    name: 'adaptiveCard/action',
    replyToId: id,
    conversation: { id: conversation },
    value: {
      action: { type: 'Action.Execute', verb: 'submit', id: 'go', data: { title: '押印' } },
      trigger: 'manual',
    },
  });
  const { messages } = await desk.state(person);
  expect(messages.find((one) => one.id === id)?.attachments[0]).toEqual(card('受付控え'));
});

test('the bot editing its message replaces what a person saw of the card', async () => {
  const { person, conversation, id, press } = await chatWithCard();
  desk.bot.answer = () => ({
    status: 200,
    body: {
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: card('自分の札').content,
    },
  });
  await press({ type: 'Action.Execute', verb: 'x' });
  const before = (await desk.state(person)).messages.find((one) => one.id === id);
  await desk.connector('PUT', `/conversations/${conversation}/activities/${id}`, {
    type: 'message',
    attachments: [card('新しい札')],
  });
  const after = (await desk.state(person)).messages.find((one) => one.id === id);
  expect(after?.attachments).toEqual([card('新しい札')]);
  expect(after?.version).toBeGreaterThan(before?.version ?? 0);
});

test.each([
  [
    'a message is shown as text',
    {
      status: 200,
      body: {
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: '受け付けました',
      },
    },
    { kind: 'message', text: '受け付けました' },
  ],
  [
    'an error of the bot is an error',
    {
      status: 400,
      body: {
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { code: 'BadRequest', message: 'no' },
      },
    },
    { kind: 'error', code: 'BadRequest', text: 'no' },
  ],
  ['an empty answer is an error', { status: 200 }, { kind: 'error', text: '' }],
  ['a fault of the app is an error', { status: 500, body: 'boom' }, { kind: 'error', text: '' }],
])('answers to an action: %s', async (_name, reply, shown) => {
  const { press } = await chatWithCard();
  desk.bot.answer = () => reply;
  expect((await press({ type: 'Action.Execute', verb: 'x' })).body).toEqual(shown);
});

test('Action.Submit becomes a message with a value and no text', async () => {
  const { id, press } = await chatWithCard();
  const answer = await press({ type: 'Action.Submit', data: { choice: 'はい' } });
  expect(answer.body).toEqual({ kind: 'sent' });
  const [arrived] = arrivedOf('message');
  expect(arrived?.activity).toMatchObject({ value: { choice: 'はい' }, replyToId: id });
  expect(arrived?.activity.text).toBeUndefined();
});

test('a card refreshes by itself only for those it names', async () => {
  const refresh = { action: { type: 'Action.Execute', verb: 'refresh' }, userIds: ['29:other'] };
  const { press } = await chatWithCard({ refresh });
  const answer = await press({ type: 'Action.Execute', verb: 'refresh' }, 'automatic');
  expect(answer.status).toBe(400);
  expect(arrivedOf('invoke')).toHaveLength(0);
});

test('a card that names nobody refreshes by itself with the automatic trigger', async () => {
  const refresh = { action: { type: 'Action.Execute', verb: 'refresh' } };
  const { press } = await chatWithCard({ refresh });
  await press({ type: 'Action.Execute', verb: 'refresh' }, 'automatic');
  expect(arrivedOf('invoke')[0]?.activity.value).toMatchObject({ trigger: 'automatic' });
});

test('the stream tells new, changed and deleted messages and typing to the person only', async () => {
  const person = desk.person('staff');
  await desk.host('POST', '/host/installs', { person: person.id });
  const { chat } = await desk.state(person);
  const stream = await fetch(`${desk.standIn.origin}/host/events?person=${person.id}`);
  const other = await fetch(`${desk.standIn.origin}/host/events?person=${desk.person('owner').id}`);
  const reader = stream.body?.getReader();
  const path = `/conversations/${chat.conversationId}/activities`;
  await desk.connector('POST', path, { type: 'typing' });
  const sent = await desk.connector('POST', path, { type: 'message', text: 'やあ' });
  const { id }: { id: string } = await sent.json();
  await desk.connector('PUT', `${path}/${id}`, { type: 'message', text: 'おう' });
  await desk.connector('DELETE', `${path}/${id}`);
  let read = '';
  while (!read.includes('"delete"')) {
    read += new TextDecoder().decode((await reader?.read())?.value);
  }
  const kinds = [...read.matchAll(/data: \{"type":"(\w+)"/g)].map(([, kind]) => kind);
  expect(kinds).toEqual(['typing', 'message', 'update', 'delete']);
  const silent = new TextDecoder().decode((await other.body?.getReader().read())?.value);
  expect(silent).not.toContain('data:');
});

test('a person who writes while the app is down is told so', async () => {
  const person = desk.person('staff');
  await desk.host('POST', '/host/installs', { person: person.id });
  const { chat } = await desk.state(person);
  await desk.bot.close();
  const text = '届きますか';
  await desk.host('POST', '/host/messages', {
    person: person.id,
    conversation: chat.conversationId,
    text,
  });
  const marked = await eventually(async () =>
    (await desk.state(person)).messages.find((one) => one.undelivered),
  );
  expect(marked.text).toBe(text);
});

test('the app package gives names in the language of the person', async () => {
  const english = desk.people.find((one) => one.locale === 'en-US');
  const ja = await desk.state(desk.person('staff'));
  expect(ja.app?.staticTabs.map((tab) => tab.name)).toEqual(['マイ提案']);
  expect(ja.me.office).toBe('土木建築部 みなと土木事務所・主任級');
  const { body: en } = await desk.host<HostState>('GET', `/host/state?person=${english?.id}`);
  expect(en.app?.name).toBe('Mebuki');
  expect(en.app?.staticTabs.map((tab) => tab.name)).toEqual(['My proposals']);
  expect(en.app?.commands.map((command) => command.title)).toEqual(['Propose']);
});

test('a token for tabs names the person and the app', async () => {
  const person = desk.person('staff');
  const { body } = await desk.host<{ token: string }>('POST', '/host/token', {
    person: person.upn,
  });
  const keys = createRemoteJWKSet(
    new URL(`${desk.standIn.origin}/entra/${tenantId}/discovery/v2.0/keys`),
  );
  const { payload } = await jwtVerify(body.token, keys, { audience: appId });
  expect(payload).toMatchObject({ oid: person.id, tid: tenantId, scp: 'access_as_user' });
});

test.each([
  ['GET', '/host/unknown', undefined, 404],
  ['GET', '/host/state?person=nobody', undefined, 404],
  ['POST', '/host/state', {}, 404],
  ['POST', '/host/token', { person: 'nobody' }, 404],
  ['POST', '/host/messages', { person: 1 }, 400],
  ['POST', '/host/tabs', { person: 'x' }, 400],
  ['GET', '/assets/%2e%2e%2fmain.js', undefined, 404],
])('%s %s with %j is refused with %i', async (method, path, body, status) => {
  const answer = await fetch(desk.standIn.origin + path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  expect(answer.status).toBe(status);
});

test('nobody reads or writes in the chat of someone else', async () => {
  const mine = await desk.state(desk.person('staff'));
  const answer = await desk.host('POST', '/host/messages', {
    person: desk.person('owner').id,
    conversation: mine.chat.conversationId,
    text: 'のぞき見',
  });
  expect(answer.status).toBe(404);
});
