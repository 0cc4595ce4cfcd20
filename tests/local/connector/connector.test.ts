import type { Activity } from 'botbuilder';
import { ConnectorClient, MicrosoftAppCredentials } from 'botframework-connector';
import { appId, startDesk, type TestDesk, tenantId } from '../teams-host/start-desk.js';

const card = {
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: '札' }] },
};

let desk: TestDesk;
let chat: string;
beforeEach(async () => {
  desk = await startDesk();
  const person = desk.person('staff');
  await desk.host('POST', '/host/installs', { person: person.id });
  chat = (await desk.state(person)).chat.conversationId;
});
afterEach(() => desk.close());

/** The vendor's client with the app's own token from the stand-in. */
async function vendorClient(): Promise<ConnectorClient> {
  const token = await desk.connectorToken();
  const credentials = new MicrosoftAppCredentials(appId, 'unused');
  credentials.getToken = async () => token;
  return new ConnectorClient(credentials, { baseUri: `${desk.standIn.origin}/connector/` });
}

async function teamOf(key: string) {
  const team = desk.teams.find((one) => one.key === key);
  const [general, second] = team?.channels ?? [];
  if (team === undefined || general === undefined || second === undefined) {
    throw new Error(`there is no team ${key} with two channels`);
  }
  const [first] = team.members;
  await desk.host('POST', '/host/installs', { person: first, team: team.id });
  return { team, general, second };
}

const bot = { id: `28:${appId}`, name: '芽吹き' };
// The client's type names every member an activity may have; a bot sends only these.
const sentBy = (activity: object) => ({ type: 'message', from: bot, ...activity }) as Activity;
const message = (text: string) => sentBy({ text });

describe('with the client of the Bot Framework', () => {
  test('a message is sent, changed and deleted', async () => {
    const { conversations } = await vendorClient();
    const sent = await conversations.sendToConversation(chat, message('やあ'));
    await conversations.updateActivity(chat, sent.id, message('おう'));
    await conversations.deleteActivity(chat, sent.id);
    expect(desk.standIn.deps.deliveries.all()).toMatchObject([
      {
        seq: 1,
        method: 'POST',
        conversationId: chat,
        activityId: sent.id,
        activity: { text: 'やあ' },
        recipient: { personId: desk.person('staff').id },
      },
      { seq: 2, method: 'PUT', activityId: sent.id, activity: { text: 'おう' } },
      { seq: 3, method: 'DELETE', activityId: sent.id },
    ]);
    const { messages } = await desk.state(desk.person('staff'));
    expect(messages).toEqual([]);
  });

  test('a reply to an activity nobody knows is taken', async () => {
    const { conversations } = await vendorClient();
    const sent = await conversations.replyToActivity(chat, 'invented-id', message('返事'));
    expect(sent.id).toMatch(/^\d{13}$/);
  });

  test('a post in a channel gives the thread and the id of the post', async () => {
    const { general, second } = await teamOf('all');
    const { conversations } = await vendorClient();
    const activity = sentBy({ attachments: [card] });
    const created = await conversations.createConversation({
      isGroup: true,
      bot,
      tenantId,
      activity,
      channelData: { channel: { id: second.id } },
    });
    expect(created).toMatchObject({
      id: `${second.id};messageid=${created.activityId}`,
      serviceUrl: `${desk.standIn.origin}/connector/`,
    });
    await conversations.sendToConversation(created.id, message('つづき'));
    const { messages } = await desk.state(desk.person('staff'));
    expect(messages).toMatchObject([
      { conversationId: second.id, id: created.activityId, attachments: [card] },
      { conversationId: second.id, rootId: created.activityId, text: 'つづき' },
    ]);
    expect(messages.every((one) => one.conversationId !== general.id)).toBe(true);
  });

  test('a chat with one person is created with the id the person is known by', async () => {
    const { conversations } = await vendorClient();
    const { me } = await desk.state(desk.person('staff'));
    const created = await conversations.createConversation({
      isGroup: false,
      bot,
      members: [{ id: me.mri, name: '' }],
      tenantId,
      channelData: { tenant: { id: tenantId } },
      activity: message('はじめまして'),
    });
    expect(created.id).toBe(chat);
  });

  test('members come in pages of at least fifty and one by one', async () => {
    const { general } = await teamOf('all');
    const { conversations } = await vendorClient();
    const page = await conversations.getConversationPagedMembers(general.id, {
      pageSize: 5,
      continuationToken: '',
    });
    expect(page.members).toHaveLength(desk.people.length);
    expect(page.continuationToken).toBeUndefined();
    const all = await conversations.getConversationMembers(general.id);
    expect(all).toHaveLength(desk.people.length);
    const person = desk.person('staff');
    const { me } = await desk.state(person);
    const one = await conversations.getConversationMember(general.id, me.mri);
    expect(one).toMatchObject({
      id: me.mri,
      name: '若葉 みのり',
      surname: '若葉',
      givenName: 'みのり',
      aadObjectId: person.id,
      userPrincipalName: person.upn,
    });
  });

  test('a team and its channels are described, the general one without a name', async () => {
    const { team, general, second } = await teamOf('soumu');
    const details = await desk.connector('GET', `/teams/${encodeURIComponent(general.id)}`);
    expect(await details.json()).toEqual({
      id: general.id,
      name: '総務部',
      aadGroupId: team.id,
      type: 'standard',
      memberCount: team.members.length,
      channelCount: 2,
    });
    const channels = await desk.connector(
      'GET',
      `/teams/${encodeURIComponent(general.id)}/conversations`,
    );
    expect(await channels.json()).toEqual({
      conversations: [{ id: general.id }, { id: second.id, name: '依頼された提案' }],
    });
  });

  test('the client sees the refusal of a person who removed the app', async () => {
    await desk.host('DELETE', '/host/installs', { person: desk.person('staff').id });
    const { conversations } = await vendorClient();
    const failure = await conversations
      .sendToConversation(chat, message('やあ'))
      .catch(
        (fault: { statusCode: number; details: { errorCode: number; message: string } }) => fault,
      );
    expect(failure).toMatchObject({ statusCode: 403, details: { errorCode: 209 } });
    const { details } = failure as { details: { message: string } };
    expect(JSON.parse(details.message)).toMatchObject({ subCode: 'MessageWritesBlocked' });
  });
});

describe('refusals', () => {
  const path = () => `/conversations/${encodeURIComponent(chat)}/activities`;

  test('a call without the token of the app is refused with 401', async () => {
    const { entra } = desk.standIn.deps;
    const audience = 'https://api.botframework.com';
    const tokens = [
      undefined,
      'Bearer nonsense',
      `Basic ${await desk.connectorToken()}`,
      `Bearer ${await entra.mintAppToken({ appId, audience: 'https://graph.microsoft.com' })}`,
      `Bearer ${await entra.mintAppToken({ appId: tenantId, audience })}`,
      `Bearer ${await entra.mintUserToken(desk.person('staff'))}`,
      `Bearer ${await entra.mintAppToken({ appId, audience, lifetimeSeconds: -600 })}`,
    ];
    for (const authorization of tokens) {
      const answer = await fetch(`${desk.standIn.origin}/connector/v3${path()}`, {
        method: 'POST',
        headers: { ...(authorization !== undefined && { authorization }) },
        body: JSON.stringify(message('やあ')),
      });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toEqual({
        message: 'Authorization has been denied for this request.',
      });
    }
    expect(desk.standIn.deps.deliveries.all()).toEqual([]);
  });

  test.each([
    [
      'a conversation nobody knows',
      'POST',
      '/conversations/a:gone/activities',
      404,
      'ConversationNotFound',
    ],
    [
      'a message nobody knows',
      'PUT',
      '/conversations/CHAT/activities/1',
      404,
      'ActivityNotFoundInConversation',
    ],
    [
      'deleting a message nobody knows',
      'DELETE',
      '/conversations/CHAT/activities/1',
      404,
      'ActivityNotFoundInConversation',
    ],
    [
      'a member nobody knows',
      'GET',
      '/conversations/CHAT/members/29:x',
      404,
      'MemberNotFoundInConversation',
    ],
    ['a team nobody knows', 'GET', '/teams/19:x', 404, 'ConversationNotFound'],
    ['an address the connector does not have', 'GET', '/conversations', 404, 'NotFound'],
    [
      'history, which Teams does not have',
      'POST',
      '/conversations/CHAT/activities/history/x',
      404,
      'NotFound',
    ],
  ])('%s is refused', async (_name, method, address, status, code) => {
    const body = method === 'GET' ? undefined : message('やあ');
    const answer = await desk.connector(method, address.replace('CHAT', chat), body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: { code } });
  });

  test.each([
    ['an unknown kind', { type: 'trace' }, 400, 'BadArgument'],
    ['a message that says nothing', { type: 'message' }, 400, 'BadSyntax'],
    ['a list', [], 400, 'BadSyntax'],
    [
      'a message past 100 KB in UTF-16',
      { type: 'message', text: 'あ'.repeat(51_200) },
      413,
      'MessageSizeTooBig',
    ],
  ])('%s is refused', async (_name, activity, status, code) => {
    const answer = await desk.connector('POST', path(), activity);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: { code } });
  });

  test('a message just below 100 KB in UTF-16 is taken', async () => {
    const answer = await desk.connector('POST', path(), {
      type: 'message',
      text: 'あ'.repeat(51_160),
    });
    expect(answer.status).toBe(201);
  });

  test('a body that is not JSON is refused', async () => {
    const answer = await fetch(`${desk.standIn.origin}/connector/v3${path()}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await desk.connectorToken()}` },
      body: '{"type":',
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 'BadSyntax' } });
  });

  test('a team without the app refuses posts and rosters', async () => {
    const team = desk.teams.find((one) => one.key === 'doboku');
    const id = team?.channels[0]?.id ?? '';
    const post = await desk.connector('POST', '/conversations', {
      isGroup: true,
      activity: message('やあ'),
      channelData: { channel: { id } },
    });
    const roster = await desk.connector('GET', `/conversations/${id}/pagedmembers`);
    for (const answer of [post, roster]) {
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ error: { code: 'BotNotInConversationRoster' } });
    }
  });

  test.each([
    ['an e-mail address', { members: [{ id: 'wakaba.minori@mebuki.example' }] }, 400],
    ['two people', { members: [{ id: '29:a' }, { id: '29:b' }] }, 400],
    ['another tenant', { members: [{ id: '29:a' }], tenantId: appId }, 403],
    ['nobody', {}, 400],
  ])('a chat with %s is not created', async (_name, asked, status) => {
    const answer = await desk.connector('POST', '/conversations', { isGroup: false, ...asked });
    expect(answer.status).toBe(status);
  });

  test('a person who never had the app cannot be written to', async () => {
    const { me, chat: other } = await desk.state(desk.person('owner'));
    const created = await desk.connector('POST', '/conversations', { members: [{ id: me.mri }] });
    const sent = await desk.connector(
      'POST',
      `/conversations/${other.conversationId}/activities`,
      message('やあ'),
    );
    expect([created.status, sent.status]).toEqual([403, 403]);
  });

  test('of many messages at once to one conversation some are refused with 429', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => desk.connector('POST', path(), message(`${at}`))),
    );
    const refused = answers.filter((answer) => answer.status === 429);
    const taken = answers.filter((answer) => answer.status === 201);
    expect(refused.length).toBeGreaterThan(0);
    expect(taken).toHaveLength(answers.length - refused.length);
    expect(await refused[0]?.json()).toMatchObject({ error: { code: 'TooManyRequests' } });
    expect(desk.standIn.deps.deliveries.all()).toHaveLength(taken.length);
  });
});

test('conversations, installations and deliveries outlive the process', async () => {
  const { mkdtempSync, rmSync } = await import('node:fs');
  const stateDir = mkdtempSync('/tmp/stand-in-');
  const first = await startDesk({ stateDir });
  const person = first.person('staff');
  await first.host('POST', '/host/installs', { person: person.id });
  await first.connector('POST', `/conversations/${chat}/activities`, message('のこる'));
  await first.close();
  const second = await startDesk({ stateDir });
  const state = await second.state(person);
  expect(state.chat.install).toBe('installed');
  expect(state.messages.map((one) => one.text)).toEqual(['のこる']);
  await second.connector('POST', `/conversations/${chat}/activities`, message('つづく'));
  const { messages } = await second.state(person);
  expect(messages.map((one) => one.seq)).toEqual([1, 2]);
  expect(second.standIn.deps.deliveries.all().map((one) => one.seq)).toEqual([1, 2]);
  await second.close();
  rmSync(stateDir, { recursive: true });
});
