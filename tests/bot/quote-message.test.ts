import { inConversation } from '../support/extension-calls.js';
import { findNode, type OpenBot, openBot, personId, textsOf } from '../support/open-bot.js';
import { sampleKeptForm } from '../support/sample-forms.js';

const { conversation: chat } = sampleKeptForm('10000000-0000-4000-8000-000000000001');

let bot: OpenBot;
beforeEach(async () => {
  bot = await openBot();
  bot.knownChats.set(personId, chat);
});
afterEach(() => bot.close());

interface Task {
  readonly type: string;
  readonly value: { readonly title: string; readonly card: { readonly content: Node } };
}
type Node = Record<string, unknown>;

async function invoke(name: string, value: unknown, locale = 'ja-JP'): Promise<Node> {
  const answer = await bot.post({ ...inConversation(name, value), locale });
  expect(answer.status).toBe(200);
  const { task } = (await answer.json()) as { task: Task };
  expect(task.type).toBe('continue');
  return task.value.card.content;
}

const message = (content: string, more: Node = {}) => ({
  commandId: 'proposeFromMessage',
  commandContext: 'message',
  messagePayload: {
    id: '1',
    from: { user: { id: 'x', displayName: '秘密 の名' } },
    body: { contentType: 'html', content },
    ...more,
  },
});
const quote = (content: string, more?: Node, locale?: string) =>
  invoke('composeExtension/fetchTask', message(content, more), locale);

const input = (card: Node, id: string) => findNode(card, (node) => node['id'] === id);
const submitOf = (card: Node) => {
  const actions = card['actions'] as Node[];
  return actions.find(({ type }) => type === 'Action.Submit')?.['data'] as Node;
};

const filled = {
  title: '押印の廃止',
  currentProblem: '郵送している。',
  category: 'paperless',
  isDigital: 'non-digital',
  costNeeded: 'no',
  office: 'doboku/minato',
  jobGrade: 'shunin',
};

/** Sends the dialog, with what the person filled in. */
function send(card: Node, changes: Node = {}, locale?: string): Promise<Node> {
  const proposedContent = input(card, 'proposedContent')?.['value'];
  const data = { ...submitOf(card), ...filled, proposedContent, ...changes };
  const value = { commandId: 'proposeFromMessage', commandContext: 'message', data };
  return invoke('composeExtension/submitAction', value, locale);
}

test('the text of the message stands in 提案内容, without who wrote it', async () => {
  const card = await quote('<p>押印だけの<b>郵送</b>を<br>やめたい</p>');
  expect(input(card, 'proposedContent')).toMatchObject({ value: '押印だけの郵送を\nやめたい' });
  expect(JSON.stringify(card)).not.toContain('秘密');
  expect(textsOf(card).join()).toContain('書いた人の名前は写していません');
  expect(JSON.stringify(card)).not.toContain('Action.Execute');
});

test('a short subject is the title, a long one stands before the text', async () => {
  const short = await quote('<p>本文</p>', { subject: '押印の廃止' });
  expect(input(short, 'title')).toMatchObject({ value: '押印の廃止' });
  const long = await quote('<p>本文</p>', { subject: '題'.repeat(61) });
  expect(input(long, 'title')).toMatchObject({ value: '' });
  expect(input(long, 'proposedContent')).toMatchObject({ value: `${'題'.repeat(61)}\n本文` });
});

test('of a plain text nothing is read as markup', async () => {
  const card = await quote('', { body: { contentType: 'text', content: '1 <b>2</b> &amp;' } });
  expect(input(card, 'proposedContent')).toMatchObject({ value: '1 <b>2</b> &amp;' });
});

test.each([
  ['ja-JP', '2,000字まで', '入らなかった文'],
  ['en-US', 'up to 2,000 characters', 'What did not fit'],
])(
  'what does not fit is said and kept, also when the form comes back (%s)',
  async (locale, most, label) => {
    const long = `${'案'.repeat(1999)}👨‍👩‍👧‍👦${'続'.repeat(500)}`;
    const card = await quote(`<p>${long}</p>`, {}, locale);
    expect(input(card, 'proposedContent')?.['value']).toBe(`${'案'.repeat(1999)}👨‍👩‍👧‍👦`);
    expect(textsOf(card).join()).toContain(most);
    expect(textsOf(card)).toContain('続'.repeat(500));
    const again = await send(card, { title: '' }, locale);
    expect(textsOf(again)).toContain(label);
    expect(textsOf(again)).toContain('続'.repeat(500));
  },
);

test('of a message of the longest kind the end is left to the message, and that is said', async () => {
  const card = await quote(`<p>${'長'.repeat(30_000)}</p>`);
  expect(textsOf(card).join()).toContain('終わりのほうは元のメッセージ');
});

test.each([
  [
    '<p><img src="https://x.example/a.png" alt=""></p>',
    {},
    '画像、ファイル、カードは写していません',
  ],
  [
    '<attachment id="1"></attachment>',
    { attachments: [{ contentType: 'reference' }] },
    '写せる文がありません',
  ],
])('what is no text is not copied, and that is said: %s', async (html, more, sentence) => {
  expect(textsOf(await quote(html, more)).join()).toContain(sentence);
});

test('it is sent to the same desk: the receipt stands in the dialog, and comes to the chat', async () => {
  const receipt = await send(await quote('<p>やめたい</p>'));
  expect(textsOf(receipt)).toContain('R8-0001');
  expect(textsOf(receipt)).toContain('やめたい');
  expect(receipt['refresh']).toBeUndefined();
  const [stored] = bot.proposals.items.values();
  expect(stored?.value.content).toMatchObject({ title: '押印の廃止', proposedContent: 'やめたい' });
  const kept = [...bot.kept.values()];
  expect(kept).toMatchObject([{ conversation: chat, token: stored?.value.id }]);
  expect(bot.released).toStrictEqual([stored?.value.id]);
  expect(bot.conversations).toStrictEqual([]);
  expect(bot.profiles.get(personId)?.value).toMatchObject({ departmentId: 'doboku' });
});

test('the same dialog sent three times, as Teams does, is one proposal', async () => {
  const card = await quote('<p>やめたい</p>');
  const answers = await Promise.all([send(card), send(card), send(card)]);
  expect(bot.proposals.items.size).toBe(1);
  for (const answer of answers) expect(textsOf(answer)).toContain('R8-0001');
});

test('two dialogs of one message are two proposals', async () => {
  await send(await quote('<p>やめたい</p>'));
  await send(await quote('<p>やめたい</p>'));
  expect(bot.proposals.items.size).toBe(2);
});

test('what takes longer than Teams waits is 受付中, and its receipt comes to the chat', async () => {
  await bot.close();
  const soon = (ms: number) => (ms === 4_000 ? Promise.resolve() : new Promise<void>(() => {}));
  bot = await openBot({ pause: soon });
  bot.knownChats.set(personId, chat);
  const shown = await send(await quote('<p>やめたい</p>'));
  expect(textsOf(shown).join()).toContain('受付中です');
  while (bot.released.length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(bot.proposals.items.size).toBe(1);
});

test.each([
  ['ja-JP', '件名を入力してください'],
  ['en-US', 'title'],
])('what is wrong is said in the dialog, with every text kept (%s)', async (locale, fault) => {
  const again = await send(await quote('<p>やめたい</p>'), { title: '　' }, locale);
  expect(textsOf(again).join().toLowerCase()).toContain(fault);
  expect(input(again, 'proposedContent')).toMatchObject({ value: 'やめたい' });
  expect(textsOf(await send(again, {}, locale))).toContain('R8-0001');
});

test('a form of another version comes back with its texts', async () => {
  const again = await send(await quote('<p>やめたい</p>'), { formVersion: 0 });
  expect(textsOf(again).join()).toContain('様式が新しくなりました');
  expect(bot.proposals.items.size).toBe(0);
});

test.each([
  ['ja-JP', 'チャットがまだありません', 'いまは募集していません'],
  ['en-US', 'There is no chat yet', 'No call'],
])(
  'without a chat, or an open campaign, no form is opened (%s)',
  async (locale, chatless, closed) => {
    bot.knownChats.set(personId, { ...chat, active: false });
    expect(textsOf(await quote('<p>a</p>', {}, locale)).join()).toContain(chatless);
    bot.knownChats.clear();
    expect(textsOf(await quote('<p>a</p>', {}, locale)).join()).toContain(chatless);
    bot.knownChats.set(personId, chat);
    bot.campaigns = [];
    const told = await quote('<p>a</p>', {}, locale);
    expect(textsOf(told).join()).toContain(closed);
    expect(input(told, 'title')).toBeUndefined();
  },
);

test('a chat that is gone when the form is sent leaves the form as it is', async () => {
  const card = await quote('<p>やめたい</p>');
  bot.knownChats.clear();
  const again = await send(card);
  expect(textsOf(again).join()).toContain('チャットがまだありません');
  expect(input(again, 'proposedContent')).toMatchObject({ value: 'やめたい' });
});

test.each([
  ['ja-JP', 'いまの芽吹きにはありません', '読み取れませんでした'],
  ['en-US', 'does not know this command any more', 'could not be read'],
])(
  'a command of another version and values of no shape are explained (%s)',
  async (locale, gone, broken) => {
    const other = { ...message('a'), commandId: 'other' };
    const told = await invoke('composeExtension/fetchTask', other, locale);
    expect(textsOf(told).join()).toContain(gone);
    const activity = { ...inConversation('composeExtension/fetchTask', 'x'), locale };
    const answer = await bot.post(activity);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(broken);
  },
);

test.each([undefined, {}, { data: { token: 'x' } }, { data: [] }])(
  'what comes from no form of ours is refused (%j)',
  async (value) => {
    const told = await invoke('composeExtension/submitAction', value);
    expect(input(told, 'title')).toBeUndefined();
    expect(bot.proposals.items.size).toBe(0);
  },
);

test('a fault is told in the dialog, with a reference number', async () => {
  Object.defineProperty(bot, 'campaigns', {
    get: () => {
      throw new Error('inner secret');
    },
  });
  const told = textsOf(await quote('<p>a</p>')).join();
  expect(told).toMatch(/参照番号をお知らせください（[2-9A-Z]{4}-[2-9A-Z]{4}）/);
  expect(told).not.toContain('inner secret');
});

test('a form that could not be kept stays in the dialog', async () => {
  const card = await quote('<p>やめたい</p>');
  bot.failKeeping = true;
  const again = await send(card);
  expect(textsOf(again).join()).toContain('まだ受け付けていません');
  expect(input(again, 'proposedContent')).toMatchObject({ value: 'やめたい' });
});
