import { randomUUID } from 'node:crypto';
import type { Proposal } from '../../src/domain/proposal.js';
import { Failure } from '../../src/usecases/failure.js';
import { inConversation } from '../support/extension-calls.js';
import { findNode, type OpenBot, openBot, personId, textsOf } from '../support/open-bot.js';
import { sampleKeptForm } from '../support/sample-forms.js';
import { publishedProposal, receivedProposal } from '../support/sample-proposals.js';

let bot: OpenBot;
beforeEach(async () => {
  bot = await openBot();
});
afterEach(() => bot.close());

type Node = Record<string, unknown>;

const other = '00000000-0000-4000-8000-0000000000cc';
const texts = {
  title: '押印を求める庁内の様式をなくす',
  currentProblem: '認印の欄が残った様式がある。',
  proposedContent: '様式を総点検し、押印欄を削る。',
  expectedEffect: '郵送が減る。',
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

/** Somebody else's（架空）. */
const ofAnother = (proposal: Proposal): Proposal => ({
  ...proposal,
  proposer: { ...proposal.proposer, personId: other },
});

async function hold(proposal: Proposal): Promise<void> {
  await bot.proposals.store.create(proposal);
}

const formData = (changes: Node = {}): Node => ({
  token: randomUUID(),
  campaignId: 'demo',
  formOpenedAt: bot.now,
  formVersion: 1,
  ...fields,
  ...changes,
});

async function press(data: Node): Promise<Node> {
  const action = { type: 'Action.Execute', verb: 'submit-proposal', data };
  const value = { action, trigger: 'manual' };
  const answer = await bot.post({ type: 'invoke', name: 'adaptiveCard/action', value });
  expect(answer.status).toBe(200);
  const body = (await answer.json()) as { value: Node };
  return body.value;
}

const buttonOf = (card: Node, title: string) =>
  findNode(card, (node) => node['title'] === title && 'data' in node)?.['data'] as Node;
const inputValue = (card: Node, id: string) =>
  findNode(card, (node) => node['id'] === id)?.['value'];
const expectAsked = (card: Node): void => {
  expect(textsOf(card).join()).toContain('似たものが1件あります');
};

test('what others have proposed is shown with why, before anything is stored, and every text stays', async () => {
  await hold(ofAnother(publishedProposal()));
  const card = await press(formData());
  expectAsked(card);
  const shown = textsOf(card);
  expect(shown.join()).toContain('まだ受け付けていません。');
  expect(shown).toContain('押印を求める庁内様式の全廃');
  expect(shown.some((text) => text.startsWith('R8-0001　'))).toBe(true);
  expect(shown.some((text) => /^共通のことば：.*押印/.test(text))).toBe(true);
  for (const [id, text] of Object.entries(texts)) expect(inputValue(card, id)).toBe(text);
  expect(bot.proposals.items.size).toBe(1);
  expect(bot.kept.size).toBe(0);
  expect(JSON.stringify(card)).not.toContain(other);
});

test('提案として出す stores it, pressed twice and on an old card too, once', async () => {
  await hold(ofAnother(publishedProposal()));
  const first = formData();
  const card = await press(first);
  const data = { ...buttonOf(card, '提案として出す'), ...fields };
  const answers = await Promise.all([press(data), press(data)]);
  answers.push(await press(first));
  for (const answer of answers) expect(textsOf(answer)).toContain('R8-0002');
  expect(bot.proposals.items.size).toBe(2);
});

test('賛同だけする endorses, once, and leaves what was typed in the card', async () => {
  await hold(ofAnother(publishedProposal()));
  const card = await press(formData());
  const typed = { ...fields, proposedContent: '書き足した様式の話。押印欄を削る。' };
  const data = { ...buttonOf(card, '賛同だけする'), ...typed };
  const [again] = await Promise.all([press(data), press(data)]);
  expect(textsOf(again).join()).toContain('R8-0001に賛同しました。書いた内容は下に残っています。');
  expect(inputValue(again, 'proposedContent')).toBe(typed.proposedContent);
  expect(buttonOf(again, '賛同だけする')).toBeUndefined();
  expect(textsOf(again).join()).toContain('賛同しています');
  expect([...bot.supports.items.values()].map(({ value }) => value)).toMatchObject([
    { personId, state: 'endorsed' },
  ]);
  expect(bot.proposals.items.size).toBe(1);
  const receipt = await press({ ...buttonOf(again, '提案として出す'), ...typed });
  expect(textsOf(receipt)).toContain('R8-0002');
});

test('while Graph is away an endorsement is not claimed, and every text stays', async () => {
  await hold(ofAnother(publishedProposal()));
  const card = await press(formData());
  bot.supports.onCall = () => {
    throw new Failure('unavailable', 'away');
  };
  const again = await press({ ...buttonOf(card, '賛同だけする'), ...fields });
  expect(textsOf(again).join()).toMatch(/賛同を保存できませんでした。.*参照番号/);
  expect(textsOf(again).join()).not.toContain('away');
  expect(inputValue(again, 'title')).toBe(texts.title);
  expect(buttonOf(again, '賛同だけする')).toBeDefined();
});

test.each<[string, () => Proposal]>([
  ['an own one', () => publishedProposal()],
  ['one whose review has not begun', () => ofAnother(receivedProposal())],
  ['a hidden one', () => ({ ...ofAnother(publishedProposal()), hidden: { reason: '個別の事情' } })],
  [
    'one about something else',
    () => {
      const proposal = ofAnother(publishedProposal());
      const content = { title: '会議室の空き', currentProblem: '遠い', proposedContent: '一覧' };
      return { ...proposal, content: { ...proposal.content, ...content } };
    },
  ],
])('nothing is asked because of %s', async (_name, proposal) => {
  await hold(proposal());
  expect(textsOf(await press(formData()))).toContain('R8-0002');
});

test.each(['R8-0001', 'R8-9999', ''])(
  'what may not be read is endorsed by nobody, and answered as what does not exist (%p)',
  async (endorse) => {
    await hold(ofAnother(receivedProposal()));
    const card = await press(formData({ endorse }));
    expect(textsOf(card)).toContain(
      'その番号の提案は見つかりませんでした。番号を確かめてください。',
    );
    expect(inputValue(card, 'title')).toBe(texts.title);
    expect(bot.supports.items.size).toBe(0);
  },
);

test('a comparison that fails keeps nobody from submitting', async () => {
  bot.failComparing = true;
  expect(textsOf(await press(formData()))).toContain('R8-0001');
  expect(bot.logged.join()).toContain('looking for what is like a proposal');
});

test('personal data is asked about first, and what was confirmed is still recorded after the second question', async () => {
  await hold(ofAnother(publishedProposal()));
  const typed = { ...fields, currentProblem: '認印の欄が残った様式がある。090-1234-5678' };
  const warned = await press(formData(typed));
  expect(textsOf(warned).join()).not.toContain('似たもの');
  const asked = await press({ ...buttonOf(warned, 'そのまま出す'), ...typed });
  expectAsked(asked);
  const receipt = await press({ ...buttonOf(asked, '提案として出す'), ...typed });
  expect(textsOf(receipt)).toContain('R8-0002');
  const stored = [...bot.proposals.items.values()].at(-1)?.value;
  expect(stored?.trail).toMatchObject([{ personalData: ['phone'] }]);
});

test('in the dialog of 提案にする the same is asked, by buttons that a dialog takes', async () => {
  await hold(ofAnother(publishedProposal()));
  bot.knownChats.set(personId, sampleKeptForm(randomUUID()).conversation);
  const send = async (data: Node): Promise<Node> => {
    const value = { commandId: 'proposeFromMessage', commandContext: 'message', data };
    const answer = await bot.post(inConversation('composeExtension/submitAction', value));
    const { task } = (await answer.json()) as { task: { value: { card: { content: Node } } } };
    return task.value.card.content;
  };
  const card = await send(formData({ rest: '続き' }));
  expectAsked(card);
  expect(JSON.stringify(card)).not.toContain('Action.Execute');
  const data = buttonOf(card, '賛同だけする');
  expect(data).toMatchObject({ rest: '続き', endorse: 'R8-0001' });
  const again = await send({ ...data, ...fields });
  expect(textsOf(again).join()).toContain('R8-0001に賛同しました。');
  expect(textsOf(again)).toContain('続き');
  const receipt = await send({ ...buttonOf(again, '提案として出す'), ...fields });
  expect(textsOf(receipt)).toContain('R8-0002');
});
