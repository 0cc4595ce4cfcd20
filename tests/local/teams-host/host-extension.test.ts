import type { HostExtensionAnswer, HostMessage } from '../../../src/local/teams-host/wire.js';
import { eachTestOnHostPage, type HostPage } from './open-host-page.js';
import { eventually } from './start-desk.js';

const cardType = 'application/vnd.microsoft.card.adaptive';
const card = (text: string, more: object = {}) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text, wrap: true }],
  ...more,
});
const hit = (title: string) => ({
  contentType: cardType,
  content: card(`${title}のカード`),
  preview: {
    contentType: 'application/vnd.microsoft.card.thumbnail',
    content: { title, text: 'R8-0001' },
  },
});
const hits = (...titles: string[]) => ({
  status: 200,
  body: {
    composeExtension: { type: 'result', attachmentLayout: 'list', attachments: titles.map(hit) },
  },
});
const dialog = (content: object) => ({
  status: 200,
  body: {
    task: { type: 'continue', value: { title: '題', card: { contentType: cardType, content } } },
  },
});

let host: HostPage;
eachTestOnHostPage((opened) => {
  host = opened;
});

/** The value of the last invoke of this name that came to the bot. */
function lastValue(name: string): unknown {
  return host.desk.bot.arrived.findLast(({ activity }) => activity['name'] === name)?.activity
    .value;
}

async function channelOf(persona: string): Promise<string> {
  const { teams } = await host.desk.state(host.desk.person(persona));
  const [channel] = teams.flatMap((team) => team.channels);
  if (!channel) throw new Error('there is no channel');
  return channel.id;
}

async function query(more: object = {}) {
  const person = host.desk.person('staff').id;
  const asked = { person, conversation: await channelOf('staff'), command: 'find', parameters: [] };
  return host.desk.host<HostExtensionAnswer>('POST', '/host/extension/query', {
    ...asked,
    ...more,
  });
}

test('a search comes to the bot as Teams sends it, the first one without words', async () => {
  host.desk.bot.answer = () => hits('会議室');
  expect((await query()).body).toMatchObject({ kind: 'hits', hits: [{ title: '会議室' }] });
  expect(lastValue('composeExtension/query')).toStrictEqual({
    commandId: 'find',
    parameters: [{ name: 'initialRun', value: 'true' }],
    queryOptions: { skip: 0, count: 25 },
  });
  await query({ parameters: [{ name: 'words', value: '紙' }], skip: 25 });
  expect(lastValue('composeExtension/query')).toMatchObject({
    parameters: [{ name: 'words', value: '紙' }],
    queryOptions: { skip: 25 },
  });
});

test.each([
  [{ status: 200, body: { composeExtension: { type: 'message', text: 'ありません' } } }, 'message'],
  [{ status: 200, body: { composeExtension: { type: 'result', attachments: 'x' } } }, 'failed'],
  [{ status: 200, body: { statusCode: 200 } }, 'failed'],
  [{ status: 501 }, 'failed'],
  [{ status: 200 }, 'closed'],
])(
  'an answer is shown as what it is, and one of no documented shape as a failure (%j)',
  async (answer, kind) => {
    host.desk.bot.answer = () => answer;
    expect((await query()).body).toMatchObject({ kind });
  },
);

test('what the package does not offer at that place is refused', async () => {
  expect((await query({ command: 'make' })).status).toBe(404);
  expect((await query({ command: 'other' })).status).toBe(404);
  expect((await query({ conversation: 'nowhere' })).status).toBe(404);
});

test('who searches in a channel posts the card of the chosen hit into it', async () => {
  host.desk.bot.answer = ({ name }) =>
    name === 'composeExtension/query' ? hits('会議室', '押印') : { status: 200 };
  await host.open('staff');
  const { page } = host;
  await page.getByRole('button', { name: 'アプリからさがして投稿する' }).click();
  await page.getByRole('searchbox', { name: 'ことば' }).fill('紙');
  await page.getByRole('combobox', { name: '状況' }).selectOption({ label: '検討中' });
  await page.getByRole('button', { name: '押印' }).click();
  await page.getByText('押印のカード').waitFor();
  expect(lastValue('composeExtension/query')).toMatchObject({
    parameters: [
      { name: 'words', value: '紙' },
      { name: 'status', value: 'reviewing' },
    ],
  });
});

test('a message becomes a dialog, and what is filled in there comes back with the message', async () => {
  const form = card('様式', {
    body: [{ type: 'Input.Text', id: 'title', label: '件名' }],
    actions: [{ type: 'Action.Submit', title: '出す', data: { token: 't' } }],
  });
  host.desk.bot.answer = ({ name }) => {
    if (name === 'composeExtension/fetchTask') return dialog(form);
    return name === 'composeExtension/submitAction' ? dialog(card('控え')) : { status: 200 };
  };
  await host.open('staff');
  const { page } = host;
  await host.botChat().getByRole('textbox', { name: 'メッセージを入力' }).fill('<b>紙</b>\n多い');
  await page.keyboard.press('Enter');
  const written = host.botChat().getByRole('article').filter({ hasText: '多い' });
  await written.getByRole('button', { name: 'メッセージの操作' }).click();
  await page.getByRole('menuitem', { name: '提案にする' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: '件名' }).fill('紙');
  expect(lastValue('composeExtension/fetchTask')).toMatchObject({
    commandContext: 'message',
    messagePayload: {
      body: { contentType: 'html', content: '<p>&lt;b&gt;紙&lt;/b&gt;<br>多い</p>' },
    },
  });
  await page.getByRole('dialog').getByRole('button', { name: '出す' }).click();
  await page.getByRole('dialog').getByText('控え').waitFor();
  expect(lastValue('composeExtension/submitAction')).toMatchObject({
    commandId: 'make',
    data: { token: 't', title: '紙' },
  });
});

test('a card is put into a channel alone, in the person’s name', async () => {
  const staff = host.desk.person('staff');
  const { chat } = await host.desk.state(staff);
  const insert = (conversation: string) =>
    host.desk.host<HostMessage>('POST', '/host/extension/insert', {
      person: staff.id,
      conversation,
      card: card('カード'),
    });
  expect((await insert(chat.conversationId)).status).toBe(400);
  const { body } = await insert(await channelOf('staff'));
  expect(body.author).toMatchObject({ kind: 'person', personId: staff.id });
  const seen = await eventually(async () => {
    const { messages } = await host.desk.state(staff);
    return messages.find(({ id }) => id === body.id);
  });
  expect(seen.attachments[0]?.contentType).toBe(cardType);
});
