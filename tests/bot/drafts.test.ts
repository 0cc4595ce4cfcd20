import { randomUUID } from 'node:crypto';
import type { OwnDrafts } from '../../src/domain/drafts/draft.js';
import { Failure } from '../../src/usecases/failure.js';
import { inConversation } from '../support/extension-calls.js';
import {
  findNode,
  type OpenBot,
  openBot,
  personId,
  sentCards,
  textsOf,
} from '../support/open-bot.js';
import { demoCampaign } from '../support/sample-cards.js';
import { receivedProposal } from '../support/sample-proposals.js';

let bot: OpenBot;
beforeEach(async () => {
  bot = await openBot();
});
afterEach(() => bot.close());

type Node = Record<string, unknown>;

const other = '00000000-0000-4000-8000-0000000000cc';
const dayMs = 24 * 60 * 60 * 1000;
const unfinished = { title: '会議資料を紙で配らない', proposedContent: '画面で見る。' };
const finished = {
  ...unfinished,
  currentProblem: '毎週、紙を刷っている。',
  category: 'paperless',
  isDigital: 'digital',
  costNeeded: 'no',
  office: 'doboku/minato',
  jobGrade: 'shunin',
  officeKind: 'branch',
};

const formData = (changes: Node = {}): Node => ({
  token: randomUUID(),
  campaignId: 'demo',
  formOpenedAt: bot.now,
  formVersion: 1,
  ...unfinished,
  ...changes,
});

async function press(data: Node, changes: Node = {}): Promise<Node> {
  const verb = data['draft'] ? 'keep-draft' : 'submit-proposal';
  const action = { type: 'Action.Execute', verb, data };
  const value = { action, trigger: 'manual' };
  const answer = await bot.post({ type: 'invoke', name: 'adaptiveCard/action', value, ...changes });
  expect(answer.status).toBe(200);
  const body = (await answer.json()) as { value: Node };
  return body.value;
}

async function say(activity: Node): Promise<Node> {
  const before = sentCards(bot).length;
  await bot.post(activity);
  const card = sentCards(bot).slice(before)[0];
  if (!card) throw new Error('the bot said nothing');
  return card;
}

const fromOther = { from: { id: '29:o', name: '別人 はるか', aadObjectId: other } };
const dataOf = (card: Node, title: string): Node =>
  findNode(card, (node) => node['title'] === title && 'data' in node)?.['data'] as Node;
const inputValue = (card: Node, id: string) =>
  findNode(card, (node) => node['id'] === id)?.['value'];
const said = (card: Node): string => textsOf(card).join('\n');
const stored = (): readonly OwnDrafts[] => [...bot.drafts.items.values()].map(({ value }) => value);
const save = (data: Node, changes: Node = {}) => press({ ...data, draft: 'save' }, changes);

test('an unfinished form is put aside and found again, by nobody else, and is gone once it is sent', async () => {
  const opened = await say({ text: '提案' });
  expect(findNode(opened, (node) => 'isRequired' in node)).toBeUndefined();
  const saved = await press({ ...dataOf(opened, '下書き保存'), ...unfinished });
  expect(said(saved)).toContain('下書きを保存しました（');
  const wide = findNode(saved, (node) => node['title'] === '広い画面で書く');
  const { token } = dataOf(opened, '下書き保存');
  expect(wide).toMatchObject({
    url: expect.stringContaining(encodeURIComponent(`"draft/${String(token)}"`)),
  });
  expect(findNode(opened, (node) => node['title'] === '広い画面で書く')).toBeUndefined();
  expect(inputValue(saved, 'proposedContent')).toBe('画面で見る。');
  expect(bot.proposals.items.size).toBe(0);
  expect(stored()).toMatchObject([{ personId, drafts: [{ form: unfinished, seq: 1 }] }]);

  expect(said(await say({ text: '下書き', ...fromOther }))).toContain('下書きはありません。');
  const list = await say({ text: 'drafts', locale: 'en-US' });
  expect(said(list)).toContain('1 unfinished proposal');
  const line = findNode(list, (node) => node['type'] === 'Action.Submit' && 'title' in node);
  expect(line).toMatchObject({ title: '会議資料を紙で配らない' });
  expect(said(await say({ value: line?.['data'], ...fromOther }))).toContain('もうありません');
  const again = await say({ value: line?.['data'] });
  expect(inputValue(again, 'title')).toBe(unfinished.title);

  const receipt = await press({ ...dataOf(again, '提案として出す'), ...finished });
  expect(textsOf(receipt)).toContain('R8-0001');
  expect(said(await say({ text: '下書き' }))).toContain('下書きはありません。');
  expect(stored()).toEqual([{ personId, drafts: [] }]);
  const late = await press({ ...dataOf(again, '下書き保存'), ...unfinished });
  expect(said(late)).toContain('この提案は受付済みです（R8-0001）。');
});

test('five drafts are kept for 180 days, what says the same is not written again, and each can be erased', async () => {
  const first = formData();
  const card = await save(first);
  let writes = 0;
  bot.drafts.onCall = (call) => {
    if (call === 'create' || call === 'replace') writes += 1;
  };
  await save({ ...first, ...dataOf(card, '下書き保存') });
  expect(writes).toBe(0);
  expect(said(await save(formData({ proposedContent: '長'.repeat(12_000) })))).toContain(
    '長すぎて',
  );
  for (const count of [2, 3, 4, 5]) await save(formData({ title: `${count}つ目` }));
  const sixth = await save(formData({ title: '6つ目' }));
  expect(said(sixth)).toContain('下書きは5件まで預かれます。');
  expect(inputValue(sixth, 'title')).toBe('6つ目');
  const erased = await press({ ...first, ...dataOf(card, '下書きを消す') });
  expect(said(erased)).toContain('下書きを消しました。');
  expect(dataOf(erased, '下書きを消す')).toBeUndefined();
  expect(said(await save(formData({ title: '6つ目' })))).toContain('下書きを保存しました');
  bot.now += 180 * dayMs;
  expect(said(await say({ text: '下書き' }))).toContain('下書きはありません。');
  await save(formData());
  expect(stored()[0]?.drafts).toHaveLength(1);
});

test('what another device has saved since is not written over: both are kept', async () => {
  const data = formData();
  const here = dataOf(await save(data), '下書き保存');
  const there = await press({ ...here, ...unfinished, title: '別の端末で直した件名' });
  expect(said(there)).toContain('下書きを保存しました');
  const apart = await press({ ...here, ...unfinished, title: 'この端末で直した件名' });
  expect(said(apart)).toContain('別の下書きとして保存しました');
  expect(dataOf(apart, '提案として出す')['token']).not.toBe(data['token']);
  const titles = stored()[0]?.drafts.map(({ form }) => form.title);
  expect(titles).toEqual(['別の端末で直した件名', 'この端末で直した件名']);
});

test('a stale form says why it is not taken, and what was typed is kept as a draft', async () => {
  const old = await press(formData({ formVersion: 0 }));
  expect(said(old)).toMatch(/様式が新しくなりました。[\s\S]*下書きにも残しました。/);
  bot.campaigns = [{ ...demoCampaign, closesAt: bot.now - dayMs }];
  const closed = await press(formData({ ...finished, title: '間に合わなかった' }));
  expect(said(closed)).toMatch(/募集は終わりました[\s\S]*下書きにも残しました。/);
  expect(inputValue(closed, 'title')).toBe('間に合わなかった');
  expect(stored()[0]?.drafts).toHaveLength(2);
  expect(bot.proposals.items.size).toBe(0);

  bot.campaigns = [...bot.campaigns, { ...demoCampaign, id: 'next', title: '次の募集' }];
  const list = await say({ text: '下書き' });
  const line = findNode(list, (node) => node['title'] === '間に合わなかった' && 'data' in node);
  const moved = await say({ value: line?.['data'] });
  expect(said(moved)).toContain('いまの募集の様式に書き写しました');
  const receipt = await press({ ...dataOf(moved, '提案として出す'), ...finished });
  expect(textsOf(receipt)).toContain('R8-0001');
  expect([...bot.proposals.items.values()][0]?.value.campaignId).toBe('next');
});

test("a forwarded form of somebody else's goes on as one of the sender's own", async () => {
  const theirs = receivedProposal();
  await bot.proposals.store.create({
    ...theirs,
    proposer: { ...theirs.proposer, personId: other },
  });
  const card = await press(formData({ ...finished, token: theirs.id }));
  expect(said(card)).toMatch(/この様式からは送れません。[\s\S]*下書きにも残しました。/);
  const receipt = await press({ ...dataOf(card, '提案として出す'), ...finished });
  expect(textsOf(receipt)).toContain('R8-0002');
  expect(stored()[0]?.drafts).toEqual([]);
});

test('a draft that could not be stored is never claimed to be, and every text stays', async () => {
  bot.drafts.onCall = () => {
    throw new Failure('unavailable', 'away');
  };
  const failed = await save(formData());
  expect(said(failed)).toContain('下書きを保存できませんでした。');
  expect(inputValue(failed, 'title')).toBe(unfinished.title);
  bot.campaigns = [{ ...demoCampaign, closesAt: bot.now - dayMs }];
  const closed = await press(formData(finished));
  expect(said(closed)).toContain('下書きには残せませんでした。');
  expect(said(closed)).not.toContain('下書きにも残しました');
});

test('in a dialog too a form is put aside and not sent', async () => {
  const value = { commandId: 'propose', data: { ...formData(), draft: 'save', rest: '残り' } };
  const answer = await bot.post(inConversation('composeExtension/submitAction', value));
  const text = await answer.text();
  expect(text).toContain('下書きを保存しました');
  expect(text).toContain('残り');
  expect(bot.proposals.items.size).toBe(0);
  expect(stored()[0]?.drafts).toHaveLength(1);
});
