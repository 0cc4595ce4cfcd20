import { MeasureWorld, rightMeasure, rightRule } from '../support/measure-world.js';
import {
  findNode,
  type OpenBot,
  openBot,
  personId,
  sentCards,
  textsOf,
} from '../support/open-bot.js';
import { demoCampaign } from '../support/sample-cards.js';
import {
  after,
  decidedProposal,
  publishedProposal,
  receivedProposal,
  reviewedProposal,
} from '../support/sample-proposals.js';

let bot: OpenBot;
beforeEach(async () => {
  bot = await openBot();
});
afterEach(() => bot.close());

const stranger = '00000000-0000-4000-8000-0000000000cc';

async function said(changes: Record<string, unknown>): Promise<Record<string, unknown>> {
  const before = sentCards(bot).length;
  const answer = await bot.post(changes);
  expect(answer.status).toBe(200);
  const [card] = sentCards(bot).slice(before);
  if (!card) throw new Error('nothing was answered');
  return card;
}
const say = (text: string, locale = 'ja-JP') => said({ text, locale });
const press = (value: Record<string, unknown>, locale = 'ja-JP') => said({ value, locale });
const shown = async (card: Promise<Record<string, unknown>>) => textsOf(await card).join('\n');

/** The data of every button and line that can be pressed. */
function presses(node: unknown): Record<string, unknown>[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = node as Record<string, unknown>;
  const mine = own['type'] === 'Action.Submit' ? [own['data'] as Record<string, unknown>] : [];
  return [...mine, ...Object.values(own).flatMap(presses)];
}

const withId = (n: number) => ({
  id: `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  number: `R8-${String(n).padStart(4, '0')}`,
});

describe('さがす', () => {
  test('shows what was found, and each line opens its proposal', async () => {
    await bot.proposals.store.create(publishedProposal());
    const card = await say('さがす おういん');
    expect(textsOf(card).join()).toContain('見つかりませんでした');
    const found = await say('さがす 押印');
    expect(textsOf(found).join('\n')).toContain('「押印」 1件');
    expect(textsOf(found)).toContain('押印を求める庁内様式の全廃');
    const line = presses(found).find(({ command }) => command === 'status');
    expect(line).toStrictEqual({ command: 'status', number: 'R8-0001' });
    expect(await shown(press(line ?? {}))).toContain('対応方針が決まりました');
  });

  test('shows the own ones whatever their state, and nothing that others keep to themselves', async () => {
    const foreign = receivedProposal(withId(2));
    await bot.proposals.store.create(receivedProposal(withId(1)));
    await bot.proposals.store.create({
      ...foreign,
      proposer: { ...foreign.proposer, personId: stranger },
    });
    const found = await shown(say('さがす 押印'));
    expect(found).toContain('R8-0001　受付済　自分の提案');
    expect(found).not.toContain('R8-0002');
    const hidden = after(reviewedProposal(withId(3)), 'hide', {
      hidden: 'yes',
      reason: '関係者と相談しているため。',
    });
    await bot.proposals.store.create({
      ...hidden,
      proposer: { ...hidden.proposer, personId: stranger },
    });
    expect(await shown(say('さがす 押印'))).not.toContain('R8-0003');
  });

  test('goes on page by page, measures and rules behind the proposals', async () => {
    const world = new MeasureWorld();
    world.published('m', { ...rightMeasure, title: '押印をやめる取組' });
    world.published('r', { ...rightRule, title: '押印を求めない' });
    bot.measures.push(...world.measures.values());
    for (let n = 1; n <= 7; n += 1) await bot.proposals.store.create(reviewedProposal(withId(n)));
    const first = await say('さがす 押印');
    expect(textsOf(first).join()).toContain('「押印」 9件');
    const next = presses(first).find(({ from }) => from !== undefined);
    expect(next).toStrictEqual({ command: 'search', words: '押印', from: 6 });
    const second = await press(next ?? {});
    expect(textsOf(second)).toContain('押印をやめる取組');
    expect(textsOf(second)).toContain('押印を求めない');
    expect(presses(second).filter(({ from }) => from !== undefined)).toStrictEqual([]);
    const line = presses(second).find(({ command }) => command === 'measure');
    expect(await shown(press(line ?? {}))).toContain('公表中');
    expect(await shown(press({ command: 'search', words: '押印', from: 99 }))).toContain('9件');
  });

  test.each([
    ['ja-JP', '何をさがしますか'],
    ['en-US', 'What are you looking for?'],
  ])('without words asks for them, and takes them from the card (%s)', async (locale, question) => {
    expect(await shown(say('search', locale))).toContain(question);
    expect(await shown(press({ command: 'search', words: '　' }, locale))).toContain(question);
    expect(await shown(press({ command: 'search', words: '紙' }, locale))).toContain('紙');
  });

  test.each([
    ['ja-JP', '「火星」は見つかりませんでした'],
    ['en-US', '"火星" was not found'],
  ])(
    'what is found nowhere can be proposed at once, with the words kept (%s)',
    async (locale, none) => {
      const card = await say('search 火星', locale);
      expect(textsOf(card).join()).toContain(none);
      const propose = presses(card).find(({ command }) => command === 'propose');
      const form = await press(propose ?? {}, locale);
      expect(findNode(form, ({ id }) => id === 'proposedContent')).toMatchObject({ value: '火星' });
    },
  );

  test.each([
    [{ command: 'measure', measure: 'none' }, 'いまは公表されていません', 'not published any more'],
    [{ command: 'measure' }, 'いまは公表されていません', 'not published any more'],
    [{ command: 'status' }, '見つかりませんでした', 'No proposal with that number'],
    [{ command: 'status', number: 'toString' }, '見つかりませんでした', 'No proposal with'],
  ])('what is gone is said to be gone (%j)', async (value, ja, en) => {
    expect(await shown(press(value))).toContain(ja);
    expect(await shown(press(value, 'en-US'))).toContain(en);
  });

  test.each([
    [{ command: 7 }],
    [{ command: 'search', words: 3 }],
    [{ command: 'search', words: '紙', from: -1 }],
    [{ command: 'settings' }],
  ])('what no card of ours sends is answered with the menu (%j)', async (value) => {
    expect(await shown(press(value))).toContain('できることを選んでください');
  });
});

describe('実現状況', () => {
  test('shows the figures of the published state', async () => {
    await bot.proposals.store.create(publishedProposal(withId(1)));
    await bot.proposals.store.create(reviewedProposal(withId(2)));
    await bot.proposals.store.create(decidedProposal(withId(3)));
    const by = { by: { id: personId, name: '若葉 みのり' }, at: bot.now };
    await bot.proposals.store.create(after(receivedProposal(withId(4)), 'withdraw', {}, by));
    bot.endorsers.set(withId(1).id, ['a', 'b']);
    const card = await shown(say('実現状況'));
    for (const text of [
      '受け付けた提案 3件',
      'ほか取下げ 1件・ほか賛同 2人',
      '実現 0件',
      '10月5日時点',
    ])
      expect(card).toContain(text);
    expect(card).toMatch(/検討中\n(?:.*\n)?2件/);
    expect(card).toMatch(/対応方針決定\n(?:.*\n)?1件/);
  });

  test('shows the campaign that is open, and leads to the others that have begun', async () => {
    const { closesAt: _, ...past } = demoCampaign;
    bot.campaigns = [
      { ...past, id: 'past', title: '前の募集', opensAt: 1, closesAt: 2 },
      demoCampaign,
      { ...past, id: 'next', title: '次の募集', opensAt: bot.now + 1 },
    ];
    const card = await say('progress', 'en-US');
    expect(textsOf(card)).toContain('アイデア募集');
    expect(presses(card)).toStrictEqual([{ command: 'progress', campaign: 'past' }]);
    expect(await shown(press({ command: 'progress', campaign: 'past' }))).toContain('前の募集');
    expect(await shown(press({ command: 'progress', campaign: 'next' }))).not.toContain('次の募集');
  });

  test.each([
    ['ja-JP', '募集はまだ始まっていません'],
    ['en-US', 'No call for proposals has begun yet'],
  ])('before the first campaign says so (%s)', async (locale, sentence) => {
    bot.campaigns = [];
    expect(await shown(say('progress', locale))).toContain(sentence);
  });
});

test.each([
  ['下書き', 'ja-JP', '見られるのは本人だけ'],
  ['drafts', 'en-US', 'Only you can see them'],
])('%s (%s) says what can be done instead of what there is not', async (text, locale, sentence) => {
  const card = await say(text, locale);
  expect(textsOf(card).join()).toContain(sentence);
  expect(presses(card)).toContainEqual({ command: 'propose' });
});

describe('ヘルプ', () => {
  test.each([
    ['ja-JP', 'あなたの役割', '仕分け'],
    ['en-US', 'Your roles', 'Triage'],
  ])(
    'names no role to who has none, and to others their own with what it allows (%s)',
    async (locale, roles, triage) => {
      expect(await shown(say('help', locale))).not.toContain(roles);
      bot.members.push({ personId, name: '若葉 みのり', role: 'owner', departmentId: 'soumu' });
      const owner = await shown(say('help', locale));
      expect(owner).toContain(roles);
      expect(owner).toMatch(/所管（総務部）|Owner \(soumu\)/);
      expect(owner).not.toContain(triage);
      bot.members.push({ personId, name: '若葉 みのり', role: 'secretariat' });
      expect(await shown(say('help', locale))).toContain(triage);
    },
  );

  test.each([
    ['ja-JP', 'いまは募集していません'],
    ['en-US', 'No call is open now'],
  ])('offers no proposing while no campaign is open (%s)', async (locale, closed) => {
    bot.campaigns = [];
    const card = await say('help', locale);
    expect(textsOf(card).join()).toContain(closed);
    expect(presses(card)).not.toContainEqual({ command: 'propose' });
  });
});

test('every button of the menu does what it says', async () => {
  for (const value of presses(await say('メニュー'))) {
    expect(await shown(press(value))).not.toContain('できることを選んでください');
  }
});
