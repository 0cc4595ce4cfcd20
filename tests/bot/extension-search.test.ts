import type { Proposal } from '../../src/domain/proposal.js';
import { type Asked, inConversation, type Searched, search } from '../support/extension-calls.js';
import { MeasureWorld, rightMeasure, rightRule } from '../support/measure-world.js';
import { type OpenBot, openBot, textsOf } from '../support/open-bot.js';
import { publishedProposal, reviewedProposal } from '../support/sample-proposals.js';

let bot: OpenBot;
beforeEach(async () => {
  bot = await openBot();
});
afterEach(() => bot.close());

const find = (words: string, asked?: Asked): Promise<Searched> => search(bot, words, asked);
const titles = ({ hits }: Searched): string[] => hits.map(({ title }) => title);

function named(n: number, title: string, make = reviewedProposal): Proposal {
  const id = `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const proposal = make({ id, number: `R8-${String(n).padStart(4, '0')}` });
  return { ...proposal, content: { ...proposal.content, title } };
}

async function have(...proposals: readonly Proposal[]): Promise<void> {
  for (const proposal of proposals) await bot.proposals.store.create(proposal);
}

test.each(['ペーパーレス', 'ﾍﾟｰﾊﾟｰﾚｽ', 'ぺーぱーれす', 'Ｒ８－１'.replace('１', '０００１')])(
  'what is looked for as %s is found, whatever its width and kana',
  async (words) => {
    await have(named(1, '審議会のペーパーレス開催'), named(2, '朝礼をやめる'));
    expect(titles(await find(words))).toStrictEqual(['審議会のペーパーレス開催']);
  },
);

test.each(['teams', 'ＴＥＡＭＳ', 'Teams'])('case does not count in %s', async (words) => {
  await have(named(1, '打合せはTeamsで行う'));
  expect(titles(await find(words))).toHaveLength(1);
});

test('the first run, without words, shows the newest', async () => {
  await have(named(1, '先の提案'), named(2, '後の提案'));
  expect(titles(await find(''))).toStrictEqual(['後の提案', '先の提案']);
});

test('pages follow each other, and the one behind the last is empty without a sentence', async () => {
  await have(...[1, 2, 3, 4, 5].map((n) => named(n, `提案${n}`)));
  expect(titles(await find('', { count: 2 }))).toStrictEqual(['提案5', '提案4']);
  expect(titles(await find('', { skip: 2, count: 2 }))).toStrictEqual(['提案3', '提案2']);
  expect(titles(await find('', { skip: 4, count: 2 }))).toStrictEqual(['提案1']);
  const behind = await find('', { skip: 6, count: 2 });
  expect(behind.hits).toStrictEqual([]);
  expect(behind.sentence).toBeUndefined();
});

test.each([
  [0, -3],
  [1_000_000_000, -1],
])(
  'a page has at least one and at most 25 hits, whatever count is asked (%j)',
  async (count, skip) => {
    await have(...Array.from({ length: 27 }, (_, at) => named(at + 1, `提案${at + 1}`)));
    expect((await find('', { count, skip })).hits).toHaveLength(count === 0 ? 1 : 25);
  },
);

test('a status narrows the search, and an unknown one does not', async () => {
  await have(named(1, '検討中の提案'), named(2, '決まった提案', publishedProposal));
  expect(titles(await find('提案', { status: 'decided' }))).toStrictEqual(['決まった提案']);
  expect(titles(await find('提案', { status: 'no-such' }))).toHaveLength(2);
});

test.each([
  [
    'ja-JP',
    '「火星」に当たるものは見つかりませんでした',
    '全職員に公開されている提案は、まだありません',
  ],
  ['en-US', 'Nothing was found for "火星"', 'No proposal is open to all staff yet'],
])('where there is nothing, a sentence says so (%s)', async (locale, none, empty) => {
  expect((await find('', { locale })).sentence).toContain(empty);
  await have(named(1, '地球の提案'));
  expect((await find('火星', { locale })).sentence).toContain(none);
});

test.each([
  ['ja-JP', 'いまの芽吹きにはありません', '読み取れませんでした'],
  ['en-US', 'does not know this command any more', 'could not be read'],
])(
  'a command of another version and a value of no shape are explained (%s)',
  async (locale, gone, broken) => {
    expect((await find('紙', { command: 'toString', locale })).sentence).toContain(gone);
    const activity = { ...inConversation('composeExtension/query', { parameters: 3 }), locale };
    const answer = await bot.post(activity);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(broken);
  },
);

test('a fault is told as a sentence with a reference number, and not what it was', async () => {
  Object.defineProperty(bot, 'campaigns', {
    get: () => {
      throw new Error('inner secret');
    },
  });
  const { sentence } = await find('紙');
  expect(sentence).toMatch(/参照番号をお知らせください（[2-9A-Z]{4}-[2-9A-Z]{4}）/);
  expect(sentence).not.toContain('inner secret');
});

test('the card says what is published, as of the day, and renews itself for nobody', async () => {
  await have(named(1, '押印をやめる', publishedProposal));
  bot.endorsers.set('10000000-0000-4000-8000-000000000001', ['a', 'b']);
  const [hit] = (await find('押印')).hits;
  expect(hit?.text).toBe('R8-0001 · 対応方針決定 · 賛同 2人');
  const shown = textsOf(hit?.card).join('\n');
  for (const text of [
    '押印をやめる',
    '対応方針決定',
    '今年度着手',
    '令和8年12月',
    '2人',
    '10月5日時点',
  ])
    expect(shown).toContain(text);
  expect(hit?.card['refresh']).toBeUndefined();
});

test('what is long is cut where a character ends', async () => {
  const proposal = named(1, '長い提案');
  const content = { ...proposal.content, proposedContent: '𠮷'.repeat(300) };
  await have({ ...proposal, content });
  const [hit] = (await find('長い')).hits;
  expect(textsOf(hit?.card)).toContain(`${'𠮷'.repeat(200)}…`);
});

test('nobody is remembered by a search: the conversation is not the own chat', async () => {
  await have(named(1, '提案'));
  await find('提案');
  expect(bot.conversations).toStrictEqual([]);
});

describe('published measures and rules', () => {
  let world: MeasureWorld;
  beforeEach(() => {
    world = new MeasureWorld();
    bot.campaigns = [world.campaign];
    world.published('m', rightMeasure);
    world.published('r', { ...rightRule, title: '会議は三十分まで' });
    world.create('late', 'secretary', { ...rightMeasure, title: '未公表の取組' });
  });
  const publish = () => bot.measures.push(...world.measures.values());

  test('each is found by its own command, and what is not published by none', async () => {
    publish();
    const measures = await find('', { command: 'searchMeasures' });
    const rules = await find('', { command: 'searchCasebook' });
    expect(titles(measures)).toStrictEqual(['庁内協議の資料を画面で見る']);
    expect(titles(rules)).toStrictEqual(['会議は三十分まで']);
    expect(measures.whole + rules.whole).not.toContain('未公表');
    expect(titles(await find('ｶﾞﾒﾝ', { command: 'searchMeasures' }))).toHaveLength(0);
    expect(titles(await find('画面', { command: 'searchMeasures' }))).toHaveLength(1);
  });

  test('a measure that was withdrawn is found no more', async () => {
    world.act('m', 'secretary', 'withdraw', { reason: '試行が終わりました。' });
    world.act('m', 'secretary', 'publish');
    world.now += 10_000;
    world.release();
    publish();
    const { sentence } = await find('', { command: 'searchMeasures' });
    expect(sentence).toContain('公表された取組は、まだありません');
  });

  test('its card names the proposals behind it that everybody may know of, and no other', async () => {
    world.decided('R8-0001');
    world.decided('R8-0002');
    for (const number of ['R8-0001', 'R8-0002']) {
      world.link(number, 'm', 'whole');
      world.propose(number, 'secretary', 'publish');
    }
    world.now += 10_000;
    world.release();
    const hidden = { hidden: 'yes', reason: '関係者と相談しているため。' };
    expect(world.propose('R8-0002', 'secretary', 'hide', hidden)).toBe('allowed');
    publish();
    await have(...world.proposals.values());
    const [hit] = (await find('', { command: 'searchMeasures' })).hits;
    const shown = textsOf(hit?.card).join('\n');
    expect(shown).toContain('R8-0001');
    expect(shown).not.toContain('R8-0002');
  });
});
