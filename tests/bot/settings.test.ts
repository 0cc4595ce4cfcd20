import type { LedgerRow } from '../../src/domain/notice-ledger.js';
import {
  findNode,
  type OpenBot,
  openBot,
  personId,
  sentCards,
  textsOf,
} from '../support/open-bot.js';
import { publishedProposal, receivedProposal } from '../support/sample-proposals.js';

let bot: OpenBot;
beforeEach(async () => {
  bot = await openBot();
});
afterEach(() => bot.close());

async function say(text: string): Promise<readonly Record<string, unknown>[]> {
  const before = sentCards(bot).length;
  expect((await bot.post({ id: `${text} ${before}`, text, locale: 'ja-JP' })).status).toBe(200);
  return sentCards(bot).slice(before);
}

const keep = (data: unknown, more: Record<string, unknown> = {}) =>
  bot.post({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: 'keep-settings', data }, trigger: 'manual' },
    ...more,
  });

const chosen = { supported: 'none', language: 'en', inFeed: 'no' };
const shownIn = (card: unknown, id: string) =>
  findNode(card, (node) => node['id'] === id)?.['value'];

/** A row of the ledger in which a person was not reached. */
const missedRow = (until: number, outcome: 'undeliverable' | 'unconfirmed'): LedgerRow => ({
  key: `k${until}`,
  proposalId: receivedProposal().id,
  seq: 2,
  state: 'closed',
  by: 'one',
  epoch: 1,
  until,
  recipients: [{ id: personId, attempts: 1, outcome, why: 'blocked' }],
});

test('設定 shows what holds, 保存 keeps it and answers in the chosen language, and so does every later answer', async () => {
  const [card] = await say('設定');
  expect(['supported', 'language', 'inFeed'].map((id) => shownIn(card, id))).toStrictEqual([
    'each',
    'as-teams',
    'yes',
  ]);
  const answer = await (await keep(chosen)).json();
  expect(textsOf(answer.value)).toContain('Your settings are saved.');
  expect(shownIn(answer.value, 'supported')).toBe('none');
  expect(bot.preferences.get(personId)?.value).toStrictEqual({
    personId,
    supported: 'none',
    language: 'en',
    inFeed: false,
  });
  expect(bot.conversations.at(-1)?.locale).toBe('en');
  expect(textsOf((await say('設定'))[0])).toContain('Settings');
  await keep({ ...chosen, language: 'as-teams' });
  expect(textsOf((await say('設定'))[0])).toContain('設定');
});

test.each([
  ['an unknown wish', { ...chosen, supported: 'all' }],
  ['a missing one', { supported: 'each', language: 'ja' }],
  ['nothing', undefined],
  ['a list', []],
])('%s is refused and changes nothing', async (_name, data) => {
  const answer = await (await keep(data)).json();
  expect(answer).toMatchObject({ statusCode: 400, type: 'application/vnd.microsoft.error' });
  expect(bot.preferences.size).toBe(0);
});

test('in a channel nothing is chosen for anybody', async () => {
  const conversation = { id: '19:c@thread.tacv2', conversationType: 'channel' };
  expect((await (await keep(chosen, { conversation })).json()).statusCode).toBe(400);
  expect(bot.preferences.size).toBe(0);
});

test('who comes back is shown once, behind the answer, what did not arrive, by its present state', async () => {
  await bot.proposals.store.create(publishedProposal());
  bot.undelivered.push(missedRow(1_000, 'undeliverable'), missedRow(2_000, 'unconfirmed'));
  const [help, missed, ...more] = await say('ヘルプ');
  expect(textsOf(help)).not.toContain('届かなかった知らせ');
  expect(textsOf(missed)).toContain('お知らせできていなかった提案が1件あります');
  expect(textsOf(missed).join('\n')).toContain('対応方針決定');
  expect(more).toStrictEqual([]);
  expect(bot.preferences.get(personId)?.value.missedSeenThrough).toBe(2_000);
  expect(await say('ヘルプ')).toHaveLength(1);
  bot.undelivered.push(missedRow(3_000, 'undeliverable'));
  expect(await say('ヘルプ')).toHaveLength(2);
});

test('nothing is shown of what one may not know of any more', async () => {
  const proposal = publishedProposal();
  const { proposer } = proposal;
  await bot.proposals.store.create({ ...proposal, proposer: { ...proposer, personId: 'other' } });
  bot.campaigns = bot.campaigns.map((each) => ({ ...each, visibility: 'secretariat-only' }));
  bot.undelivered.push(missedRow(1_000, 'undeliverable'));
  expect(await say('ヘルプ')).toHaveLength(1);
});
