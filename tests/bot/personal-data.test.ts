import { randomUUID } from 'node:crypto';
import { inConversation } from '../support/extension-calls.js';
import { findNode, type OpenBot, openBot, personId, textsOf } from '../support/open-bot.js';
import { sampleKeptForm } from '../support/sample-forms.js';

let bot: OpenBot;
beforeEach(async () => {
  bot = await openBot();
});
afterEach(() => bot.close());

type Node = Record<string, unknown>;

/** Invented（架空）, with its check digit. */
const myNumber = '１２３４ー５６７８ー９０１８';
const texts = {
  title: '窓口の様式を一枚にする',
  currentProblem: '住民の090-1234-5678へ電話し直している。',
  proposedContent: `様式に${myNumber}を書かせない。`,
  expectedEffect: '照会が減る。',
};
const fields = {
  ...texts,
  category: 'paperless',
  isDigital: 'non-digital',
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
  ...fields,
  ...changes,
});

async function press(data: Node, locale = 'ja-JP'): Promise<Node> {
  const action = { type: 'Action.Execute', verb: 'submit-proposal', data };
  const value = { action, trigger: 'manual' };
  const answer = await bot.post({ type: 'invoke', name: 'adaptiveCard/action', value, locale });
  expect(answer.status).toBe(200);
  const body = (await answer.json()) as { value: Node };
  return body.value;
}

const actionsOf = (card: Node) => card['actions'] as Node[];
const dataOf = (card: Node, title: string) =>
  actionsOf(card).find((action) => action['title'] === title)?.['data'] as Node;
const inputValue = (card: Node, id: string) =>
  findNode(card, (node) => node['id'] === id)?.['value'];
const storedTrails = () => [...bot.proposals.items.values()].map(({ value }) => value.trail);

test('a form that looks to hold personal data is not stored: it says what and where, and keeps every text', async () => {
  const card = await press(formData());
  const shown = textsOf(card);
  expect(shown.join()).toContain('個人情報と思われるところがあります。まだ受け付けていません。');
  expect(shown).toEqual(
    expect.arrayContaining([
      '現状・課題：電話番号',
      '090-1234-5678',
      '提案内容：マイナンバー',
      myNumber,
    ]),
  );
  for (const [id, text] of Object.entries(texts)) expect(inputValue(card, id)).toBe(text);
  expect(actionsOf(card).map(({ title }) => title)).toStrictEqual(['直して出す', 'そのまま出す']);
  expect(bot.proposals.items.size).toBe(0);
  expect(bot.kept.size).toBe(0);
});

test('the warning is said in English too', async () => {
  const card = await press(formData(), 'en-US');
  expect(textsOf(card).join()).toContain('This looks like personal data.');
  expect(actionsOf(card).map(({ title }) => title)).toContain('Send as is');
});

test('そのまま出す stores it, and who did so, when and which kinds stand in the trail, never the text', async () => {
  const card = await press(formData());
  const receipt = await press({ ...dataOf(card, 'そのまま出す'), ...fields });
  expect(textsOf(receipt)).toContain('R8-0001');
  const [received] = storedTrails().flat();
  expect(received).toMatchObject({
    kind: 'received',
    by: { id: personId },
    occurredAt: bot.now,
    personalData: ['my-number', 'phone'],
  });
  const { form: _form, ...recorded } = received as unknown as Node;
  expect(JSON.stringify(recorded)).not.toMatch(/1234|１２３４/);
});

test('直して出す stores what was mended, and records no warning', async () => {
  const card = await press(formData());
  const mended = {
    ...fields,
    currentProblem: '住民へ電話し直している。',
    proposedContent: '様式に番号を書かせない。',
  };
  const receipt = await press({ ...dataOf(card, '直して出す'), ...mended });
  expect(textsOf(receipt)).toContain('R8-0001');
  const [received] = storedTrails().flat();
  expect(received).not.toHaveProperty('personalData');
});

test('直して出す with nothing mended warns again', async () => {
  const card = await press(formData());
  const again = await press({ ...dataOf(card, '直して出す'), ...fields });
  expect(actionsOf(again).map(({ title }) => title)).toContain('そのまま出す');
  expect(bot.proposals.items.size).toBe(0);
});

test('a kind that the card did not warn of is warned of, and what was mended meanwhile is not recorded', async () => {
  const card = await press(formData({ proposedContent: '様式を一枚にする。' }));
  const data = dataOf(card, 'そのまま出す');
  const changed = { currentProblem: '住民へtaro@pref.lg.jpで送り直している。' };
  const again = await press({ ...data, ...fields, proposedContent: '一枚に。', ...changed });
  expect(textsOf(again)).toContain('現状・課題：メールアドレス');
  const receipt = await press({
    ...dataOf(again, 'そのまま出す'),
    ...fields,
    proposedContent: '一枚に。',
    ...changed,
  });
  expect(textsOf(receipt)).toContain('R8-0001');
  expect(storedTrails()).toMatchObject([[{ personalData: ['mail'] }]]);
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['a number', 5],
  ['unknown kinds', 'everything,__proto__'],
  ['a list', ['my-number', 'phone']],
])('a confirmation that is %s confirms nothing', async (_name, confirmed) => {
  const card = await press(formData({ confirmed }));
  expect(textsOf(card)).toContain('提案内容：マイナンバー');
});

test('そのまま出す twice at once, and once more from the old card, is one proposal', async () => {
  const card = await press(formData());
  const data = { ...dataOf(card, 'そのまま出す'), ...fields };
  const answers = await Promise.all([press(data), press(data)]);
  answers.push(await press({ ...dataOf(card, '直して出す'), ...fields }));
  for (const answer of answers) expect(textsOf(answer)).toContain('R8-0001');
  expect(bot.proposals.items.size).toBe(1);
});

test('a form that was taken from another device is not warned of: its receipt follows', async () => {
  const data = formData();
  bot.kept.set(String(data['token']), sampleKeptForm(String(data['token']), { personId }));
  const card = await press(data);
  expect(textsOf(card).join()).toContain('受付中です。内容は安全に預かりました。');
});

test('faults are named before anything is warned of', async () => {
  const card = await press(formData({ title: '' }));
  expect(textsOf(card).join()).not.toContain('個人情報と思われる');
  expect(textsOf(card).join()).toContain('件名を入力してください');
});

test('what was found stands where no Markdown is read', async () => {
  const card = await press(formData({ title: '**[a](https://x.example)** 090-1234-5678' }));
  const run = findNode(card, (node) => node['text'] === '090-1234-5678');
  expect(run).toMatchObject({ type: 'TextRun' });
});

test('in the dialog of 提案にする the same is asked, and the rest of the message is kept', async () => {
  bot.knownChats.set(personId, sampleKeptForm(randomUUID()).conversation);
  const send = async (data: Node): Promise<Node> => {
    const value = { commandId: 'proposeFromMessage', commandContext: 'message', data };
    const answer = await bot.post(inConversation('composeExtension/submitAction', value));
    const { task } = (await answer.json()) as {
      task: { value: { card: { content: Node } } };
    };
    return task.value.card.content;
  };
  const card = await send(formData({ rest: '入らなかった続き' }));
  expect(textsOf(card)).toEqual(
    expect.arrayContaining(['提案内容：マイナンバー', '入らなかった続き']),
  );
  expect(inputValue(card, 'proposedContent')).toBe(texts.proposedContent);
  const data = dataOf(card, 'そのまま出す');
  expect(data).toMatchObject({ rest: '入らなかった続き', confirmed: 'my-number,phone' });
  const receipt = await send({ ...data, ...fields });
  expect(textsOf(receipt)).toContain('R8-0001');
  expect(storedTrails()).toMatchObject([[{ personalData: ['my-number', 'phone'] }]]);
});
