import {
  findNode,
  type OpenBot,
  openBot,
  personId,
  sentCards,
  textsOf,
} from '../support/open-bot.js';
import { demoCampaign } from '../support/sample-cards.js';
import { publishedProposal, receivedProposal } from '../support/sample-proposals.js';

let bot: OpenBot;
beforeEach(async () => {
  bot = await openBot();
});
afterEach(() => bot.close());

const otherPerson = '00000000-0000-4000-8000-0000000000cc';

const say = async (text: string, changes: Record<string, unknown> = {}): Promise<string> => {
  const before = sentCards(bot).length;
  const answer = await bot.post({ text, ...changes });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('');
  return textsOf(sentCards(bot).slice(before)).join('\n');
};

test.each(['こんにちは', 'Hello', 'ＨＩ！', '「こんにちは。」'])(
  '%s is answered with the welcome and its three buttons',
  async (text) => {
    const shown = await say(text);
    expect(shown).toContain('10月27日（火）まで');
    expect(shown).toContain('提案する');
    expect(shown).toContain('自分の提案');
  },
);

test.each(['提案', '提案。', 'ＰＲＯＰＯＳＥ', '<at>芽吹き</at> 提案'])(
  '%s opens an empty form',
  async (text) => {
    await say(text);
    const [card] = sentCards(bot);
    const title = findNode(card, (node) => node['id'] === 'title');
    const content = findNode(card, (node) => node['id'] === 'proposedContent');
    expect(title).toMatchObject({ label: '件名（必須）', value: '' });
    expect(content).toMatchObject({ value: '' });
    const submit = findNode(card, (node) => node['verb'] === 'submit-proposal');
    expect(submit).toMatchObject({
      type: 'Action.Execute',
      title: '提案として出す',
      data: { campaignId: 'demo', formVersion: 1, formOpenedAt: bot.now },
    });
  },
);

test('free text opens the form with the text already in it', async () => {
  await say('押印だけのために\n郵送するのをやめたい');
  const content = findNode(sentCards(bot), (node) => node['id'] === 'proposedContent');
  expect(content).toMatchObject({ value: '押印だけのために\n郵送するのをやめたい' });
});

test('each form has a token of its own', async () => {
  await say('提案');
  await say('提案');
  const tokens = sentCards(bot).map(
    (card) => findNode(card, (node) => node['verb'] === 'submit-proposal')?.['data'],
  );
  expect(new Set(tokens.map((data) => JSON.stringify(data))).size).toBe(2);
});

test('a sentence that begins with a command is free text', async () => {
  await say('状況が悪い庁舎の空調を直したい');
  expect(findNode(sentCards(bot), (node) => node['verb'] === 'submit-proposal')).toBeDefined();
});

test.each([undefined, '', '　', 'あ', 'ok', '！？', '👍'])(
  'what says nothing (%j) is answered with the menu',
  async (text) => {
    const shown = await say(text ?? '', text === undefined ? { text: undefined } : {});
    expect(shown).toContain('できることを選んでください');
  },
);

test.each(['ありがとうございます！', 'はい', 'Thanks', 'ok!'])(
  'what is said in passing (%s) begins no proposal',
  async (text) => expect(await say(text)).toMatch(/できることを選んでください|Choose what to do/),
);

test('a sentence that holds such a word is still free text', async () => {
  expect(await say('設定を部署ごとに変えられるようにしたい')).toContain('提案を書く');
});

test('the menu button opens the form', async () => {
  await bot.post({ value: { command: 'propose' } });
  expect(findNode(sentCards(bot), (node) => node['verb'] === 'submit-proposal')).toBeDefined();
});

test('an unknown button value is answered with the menu', async () => {
  await bot.post({ value: { command: 'constructor' } });
  expect(textsOf(sentCards(bot))).toContain('できることを選んでください');
});

test('ヘルプ lists every command', async () => {
  const shown = await say('ヘルプ');
  for (const word of ['提案', '自分の提案', '状況 R8-0001', 'さがす 会議室', '実現状況', 'ヘルプ'])
    expect(shown).toContain(word);
});

test('someone who speaks English is answered in English', async () => {
  expect(await say('help', { locale: 'en-US' })).toContain('How to use it');
});

test('without an open campaign nobody is sent into a form', async () => {
  bot.campaigns = [];
  expect(await say('提案')).toContain('いまは募集していません');
  expect(await say('こんにちは')).not.toContain('提案する');
});

test('自分の提案 shows the own ones only, by their published state', async () => {
  const { store } = bot.proposals;
  await store.create(receivedProposal({ id: '10000000-0000-4000-8000-000000000001' }));
  const foreign = receivedProposal({
    id: '10000000-0000-4000-8000-000000000002',
    number: 'R8-0002',
  });
  await store.create({ ...foreign, proposer: { ...foreign.proposer, personId: otherPerson } });
  const shown = await say('自分の提案');
  expect(shown).toContain('R8-0001　受付済');
  expect(shown).not.toContain('R8-0002');
});

test('without proposals the list says what to do', async () => {
  expect(await say('自分の提案')).toContain('まだ提案はありません');
});

test.each(['状況 R8-0001', 'status r8-0001', '状況　Ｒ８−０００１', 'R8-0001'])(
  '%s shows the published state of the own proposal',
  async (text) => {
    await bot.proposals.store.create(publishedProposal());
    const shown = await say(text);
    expect(shown).toContain('対応方針が決まりました');
    expect(shown).toContain('今年度着手');
    expect(shown).toContain('事前調整、ルールづくり');
    expect(shown).toContain('令和8年12月');
  },
);

test('a proposal of another person before its review does not exist', async () => {
  const foreign = receivedProposal();
  await bot.proposals.store.create({
    ...foreign,
    proposer: { ...foreign.proposer, personId: otherPerson },
  });
  const hidden = await say('状況 R8-0001');
  const missing = await say('状況 R8-0999');
  expect(hidden).toContain('見つかりませんでした');
  expect(missing).toBe(hidden);
});

test('a proposal of another person is shown once its review has begun, without its proposer', async () => {
  const foreign = publishedProposal();
  await bot.proposals.store.create({
    ...foreign,
    proposer: { ...foreign.proposer, personId: otherPerson, name: '秘密 の名' },
  });
  const shown = await say('状況 R8-0001');
  expect(shown).toContain('対応方針決定');
  expect(JSON.stringify(sentCards(bot))).not.toMatch(/秘密|土木|minato|doboku/);
});

test('the secretariat may look at any proposal', async () => {
  const foreign = receivedProposal();
  await bot.proposals.store.create({
    ...foreign,
    proposer: { ...foreign.proposer, personId: otherPerson },
  });
  bot.members.push({ personId, name: '木洩日 あおい', role: 'secretariat' });
  expect(await say('状況 R8-0001')).toContain('受付済');
});

test('in a channel the bot only points to the personal chat', async () => {
  const conversation = { id: '19:all@thread.tacv2;messageid=1', conversationType: 'channel' };
  const { tenantId } = await import('../support/open-bot.js');
  const shown = await say('<at>芽吹き</at> 自分の提案', {
    conversation: { ...conversation, tenantId },
  });
  expect(shown).toContain('個人のチャットで受け付けています');
  expect(JSON.stringify(sentCards(bot))).toContain('https://teams.microsoft.com/l/chat/0/0?users=');
  expect(bot.conversations).toEqual([]);
});

test('the welcome comes with the installation and not again with the conversation update', async () => {
  await bot.post({ type: 'installationUpdate', action: 'add' });
  await bot.post({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] });
  expect(sentCards(bot)).toHaveLength(1);
  expect(textsOf(sentCards(bot))).toContain('提案する');
  expect(bot.conversations.map(({ active }) => active)).toEqual([true]);
});

test('after a removal the chat is remembered as inactive', async () => {
  await bot.post({ type: 'installationUpdate', action: 'remove' });
  expect(sentCards(bot)).toEqual([]);
  expect(bot.conversations).toMatchObject([{ active: false, personId, userId: '29:wakaba' }]);
});

test('the chat is remembered after the answer', async () => {
  await say('ヘルプ');
  expect(bot.conversations).toEqual([
    {
      personId,
      conversationId: 'a:chat-1',
      serviceUrl: bot.connector.serviceUrl,
      botId: '28:11111111-2222-4333-8444-555555555555',
      userId: '29:wakaba',
      locale: 'ja',
      active: true,
      updatedAt: bot.now,
    },
  ]);
});

test('a message delivered twice under one id is answered once', async () => {
  await bot.post({ id: 'same', text: '提案' });
  await bot.post({ id: 'same', text: '提案' });
  expect(sentCards(bot)).toHaveLength(1);
});

test('a throttled reply is tried once more', async () => {
  let count = 0;
  bot.connector.reply = () => {
    count += 1;
    return count === 1
      ? { status: 429, headers: { 'retry-after': '0' } }
      : { status: 201, body: { id: 'x' } };
  };
  await say('ヘルプ');
  expect(sentCards(bot)).toHaveLength(2);
});

test('an ambiguous reply is not repeated, and the turn still ends well', async () => {
  bot.connector.reply = () => ({ status: 502 });
  await say('ヘルプ');
  expect(sentCards(bot)).toHaveLength(1);
});

test('a turn whose reply hangs is answered in time, and what follows it is done once it ends', async () => {
  await bot.close();
  const timeUp = (ms: number) => (ms === 12_000 ? Promise.resolve() : new Promise<void>(() => {}));
  bot = await openBot({ pause: timeUp });
  let answer = (): void => {};
  const after = new Promise<void>((resolve) => {
    answer = resolve;
  });
  bot.connector.reply = () => ({ status: 201, body: { id: 'late' }, after });
  expect((await bot.post({ text: 'ヘルプ' })).status).toBe(200);
  expect(bot.logged.join('\n')).toContain('took too long');
  expect(bot.conversations).toHaveLength(0);
  answer();
  while (bot.conversations.length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(sentCards(bot)).toHaveLength(1);
});

test('an unknown invoke is answered with 501 and an unknown activity with silence', async () => {
  expect((await bot.post({ type: 'invoke', name: 'task/fetch', value: {} })).status).toBe(501);
  expect((await bot.post({ type: 'messageReaction' })).status).toBe(200);
  expect(sentCards(bot)).toEqual([]);
});

test('a fault is told with a reference number and without what it was', async () => {
  Object.defineProperty(bot, 'campaigns', {
    get: () => {
      throw new Error('inner secret');
    },
  });
  const shown = await say('提案');
  expect(shown).toMatch(/参照番号をお知らせください（[2-9A-Z]{4}-[2-9A-Z]{4}）/);
  expect(shown).not.toContain('inner secret');
  const reference = /（(\w{4}-\w{4})）/.exec(shown)?.[1] ?? 'none';
  expect(bot.logged.join('\n')).toContain(reference);
});

test('the form of a known person shows office and grade as one line', async () => {
  const profile = {
    personId,
    name: '若葉 みのり',
    departmentId: 'doboku',
    sectionId: 'minato',
    gradeId: 'shunin',
    officeKind: 'branch' as const,
  };
  bot.profiles.set(personId, { value: profile, itemId: '1', revision: '1' });
  expect(await say('提案')).toContain('土木建築部 みなと土木事務所・主任級');
  const [card] = sentCards(bot);
  expect(findNode(card, (node) => node['id'] === 'profileInputs')?.['isVisible']).toBe(false);
  expect(findNode(card, (node) => node['id'] === 'office')?.['value']).toBe('doboku/minato');
});

test('the form of an unknown person asks for office and grade at once', async () => {
  await say('提案');
  const [card] = sentCards(bot);
  expect(findNode(card, (node) => node['id'] === 'profileInputs')?.['isVisible']).toBe(true);
  expect(findNode(card, (node) => node['id'] === 'office')).toMatchObject({
    value: '',
    choices: [
      { title: '総務部／文書課', value: 'soumu/bunsho' },
      { title: '土木建築部／みなと土木事務所', value: 'doboku/minato' },
    ],
  });
});

test('a campaign that closed a second ago opens no form', async () => {
  bot.now = demoCampaign.closesAt ?? 0;
  expect(await say('提案')).toContain('いまは募集していません');
});

test('an answer that takes longer than its pause shows that the bot is typing', async () => {
  const untilTyping = (ms: number) =>
    ms < 5_000 ? Promise.resolve() : new Promise<void>(() => {});
  const slow = await openBot({ pause: untilTyping });
  await slow.post({ text: 'ヘルプ' });
  const types = slow.connector.calls.map(({ body }) => body['type']);
  await slow.close();
  expect(types).toEqual(['typing', 'message']);
});
