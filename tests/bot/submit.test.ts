import { randomUUID } from 'node:crypto';
import { Failure } from '../../src/usecases/failure.js';
import { findNode, type OpenBot, openBot, personId, textsOf } from '../support/open-bot.js';
import { publishedProposal } from '../support/sample-proposals.js';

let bot: OpenBot;
beforeEach(async () => {
  bot = await openBot();
});
afterEach(() => bot.close());

interface ActionAnswer {
  readonly statusCode: number;
  readonly type: string;
  readonly value: Record<string, unknown>;
}

const soundForm = {
  title: '押印を求める庁内様式の全廃',
  currentProblem: '認印の欄が残った様式がある。',
  proposedContent: '様式を総点検し、押印欄を削る。',
  category: 'paperless',
  isDigital: 'non-digital',
  costNeeded: 'no',
  office: 'doboku/minato',
  jobGrade: 'shunin',
  officeKind: 'branch',
};

const formData = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  token: randomUUID(),
  campaignId: 'demo',
  formOpenedAt: bot.now,
  formVersion: 1,
  ...soundForm,
  ...changes,
});

const invoke = (verb: string, data: unknown, more: Record<string, unknown> = {}) =>
  bot.post({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    ...more,
  });

const submit = async (data: Record<string, unknown>): Promise<ActionAnswer> => {
  const answer = await invoke('submit-proposal', data);
  expect(answer.status).toBe(200);
  const body: ActionAnswer = await answer.json();
  expect(body.type).toBe('application/vnd.microsoft.card.adaptive');
  return body;
};

const eventually = async (isDone: () => boolean): Promise<void> => {
  while (!isDone()) await new Promise((resolve) => setImmediate(resolve));
};

test('a sound form is stored once and answered with its receipt', async () => {
  const { value } = await submit(formData());
  const shown = textsOf(value);
  expect(shown).toEqual(expect.arrayContaining(['提案を受け付けました', 'R8-0001', '受付済']));
  expect(shown).toContain('土木建築部 みなと土木事務所・主任級');
  expect(shown).toContain('ペーパーレス／非デジタル／費用 無');
  expect(value['refresh']).toEqual({
    action: {
      type: 'Action.Execute',
      verb: 'refresh-proposal',
      data: { number: 'R8-0001', as: 'receipt' },
    },
    userIds: ['29:wakaba'],
  });
  expect(bot.proposals.items.size).toBe(1);
  expect(bot.connector.calls).toEqual([]);
});

test('after the receipt the promise on disk is fulfilled, and chat and profile are remembered', async () => {
  await submit(formData());
  await eventually(() => bot.profiles.size === 1);
  expect(bot.kept.size).toBe(0);
  expect(bot.conversations).toHaveLength(1);
  expect(bot.profiles.get(personId)?.value).toMatchObject({
    departmentId: 'doboku',
    sectionId: 'minato',
    gradeId: 'shunin',
    officeKind: 'branch',
    name: '若葉 みのり',
  });
});

test('the same form sent twice at once is one proposal with one number', async () => {
  const data = formData();
  const answers = await Promise.all([submit(data), submit(data), submit(data)]);
  expect(bot.proposals.items.size).toBe(1);
  expect(new Set(answers.map(({ value }) => JSON.stringify(value))).size).toBe(1);
});

test('faults are named beside their fields, and every text is kept', async () => {
  const { value } = await submit(
    formData({
      title: '　　',
      category: '',
      expectedEffect: '郵送がなくなる',
      costNeeded: 'yes',
      costEstimateYen: '五十万',
    }),
  );
  const shown = textsOf(value);
  expect(shown).toContain(
    '3か所を確認してください。まだ受け付けていません。書いた内容は残っています。',
  );
  expect(shown).toContain('件名を入力してください（60文字以内）。');
  expect(shown).toContain('カテゴリを選んでください。');
  expect(shown).toContain('概算額（円）は整数で入力してください（例：120）。');
  const inputValue = (id: string) => findNode(value, (node) => node['id'] === id)?.['value'];
  expect(inputValue('title')).toBe('　　');
  expect(inputValue('currentProblem')).toBe(soundForm.currentProblem);
  expect(inputValue('proposedContent')).toBe(soundForm.proposedContent);
  expect(inputValue('expectedEffect')).toBe('郵送がなくなる');
  expect(inputValue('costEstimateYen')).toBe('五十万');
  expect(inputValue('isDigital')).toBe('non-digital');
  expect(inputValue('office')).toBe('doboku/minato');
  expect(findNode(value, (node) => node['id'] === 'details')?.['isVisible']).toBe(true);
  expect(bot.proposals.items.size).toBe(0);
});

test('a refused form keeps its token, so that sending again is still one proposal', async () => {
  const data = formData({ title: '' });
  const { value } = await submit(data);
  const again = findNode(value, (node) => node['verb'] === 'submit-proposal')?.['data'];
  expect(again).toMatchObject({ token: data['token'], formOpenedAt: bot.now });
});

test('an office that does not exist is named beside the office', async () => {
  const { value } = await submit(formData({ office: 'soumu/minato' }));
  expect(textsOf(value)).toContain('課室を選び直してください。');
  expect(findNode(value, (node) => node['id'] === 'profileInputs')?.['isVisible']).toBe(true);
});

test('after the deadline and its grace the form comes back with every text', async () => {
  const data = formData();
  bot.now = Date.parse('2026-10-28T00:10:00+09:00');
  const { value } = await submit(data);
  expect(textsOf(value).join()).toContain('募集は終わりました（10月27日（火）まで）');
  expect(findNode(value, (node) => node['id'] === 'title')?.['value']).toBe(soundForm.title);
});

test('a form opened in time may be sent within the grace', async () => {
  const data = formData();
  bot.now = Date.parse('2026-10-28T00:09:00+09:00');
  const { value } = await submit({
    ...data,
    formOpenedAt: Date.parse('2026-10-27T23:59:00+09:00'),
  });
  expect(textsOf(value)).toContain('提案を受け付けました');
});

test('a form of another version comes back with its texts', async () => {
  const { value } = await submit(formData({ formVersion: 0 }));
  expect(textsOf(value).join()).toContain('様式が新しくなりました');
  expect(findNode(value, (node) => node['id'] === 'title')?.['value']).toBe(soundForm.title);
});

test('a form for a campaign that does not exist is not taken but kept', async () => {
  bot.campaigns = [];
  const { value } = await submit(formData({ campaignId: 'gone' }));
  expect(textsOf(value).join()).toContain('いまは募集していません');
  expect(findNode(value, (node) => node['id'] === 'title')?.['value']).toBe(soundForm.title);
});

test('when storing fails the person reads that it is safely kept', async () => {
  bot.proposals.onCall = () => {
    throw new Error('unavailable');
  };
  const { value } = await submit(formData());
  expect(textsOf(value).join()).toContain('受付中です。内容は安全に預かりました。');
  const [form] = bot.kept.values();
  expect(form?.conversation).toMatchObject({ personId, conversationId: 'a:chat-1', active: true });
});

test('where the lists have too much to do the person reads that, and that proposals are still taken', async () => {
  bot.proposals.onCall = () => {
    throw new Failure('unavailable', 'throttled', { retryAfterMs: 30_000, isBusy: true });
  };
  const { value } = await submit(formData());
  expect(textsOf(value).join()).toContain('混み合っています。受付は続いています。');
  expect(bot.kept.size).toBe(1);
});

test('when nothing can be kept the form comes back with a reference number', async () => {
  bot.kept.set = () => {
    throw new Error('disk full');
  };
  const { value } = await submit(formData());
  const shown = textsOf(value).join();
  expect(shown).toMatch(/まだ受け付けていません.*参照番号/);
  expect(shown).not.toContain('disk full');
  expect(findNode(value, (node) => node['id'] === 'title')?.['value']).toBe(soundForm.title);
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['a list', [soundForm]],
  ['no token', { ...soundForm, campaignId: 'demo', formOpenedAt: 1, formVersion: 1 }],
  ['a token that is no uuid', { token: "' or 1 eq 1", campaignId: 'demo', formOpenedAt: 1 }],
  [
    'numbers for texts',
    { token: randomUUID(), campaignId: 'demo', formOpenedAt: 1, formVersion: 1, title: 5 },
  ],
])('data that is %s gets the documented error', async (_name, data) => {
  const answer = await invoke('submit-proposal', data);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({
    statusCode: 400,
    type: 'application/vnd.microsoft.error',
    value: { code: 'BadRequest' },
  });
});

test('members a person must not set are ignored', async () => {
  await submit(
    formData({ status: 'realised', number: 'R8-9999', proposerId: 'x', createdAt: 0, role: 'x' }),
  );
  const [stored] = bot.proposals.items.values();
  expect(stored?.value).toMatchObject({ status: 'received', number: 'R8-0001' });
  expect(stored?.value.proposer.personId).toBe(personId);
});

test('an unknown verb and a malformed action get the documented error', async () => {
  expect((await invoke('delete-everything', {})).status).toBe(400);
  expect((await bot.post({ type: 'invoke', name: 'adaptiveCard/action', value: 5 })).status).toBe(
    400,
  );
});

test('a form cannot be sent from a channel', async () => {
  const { tenantId } = await import('../support/open-bot.js');
  const conversation = { id: '19:x', conversationType: 'channel', tenantId };
  const answer = await invoke('submit-proposal', formData(), { conversation });
  expect(answer.status).toBe(400);
  expect(bot.proposals.items.size).toBe(0);
});

test('a receipt renews itself to the published state', async () => {
  await bot.proposals.store.create(publishedProposal());
  const answer = await invoke('refresh-proposal', { number: 'R8-0001', as: 'receipt' });
  const { value }: ActionAnswer = await answer.json();
  expect(textsOf(value)).toContain('対応方針決定');
  expect(textsOf(value).join()).toContain('対応方針が決まりました（10月5日）。');
});

test('a card of another person cannot be renewed into theirs', async () => {
  const foreign = publishedProposal();
  const proposer = { ...foreign.proposer, personId: '00000000-0000-4000-8000-0000000000cc' };
  await bot.proposals.store.create({ ...foreign, proposer });
  const answer = await invoke('refresh-proposal', { number: 'R8-0001', as: 'receipt' });
  const { value }: ActionAnswer = await answer.json();
  expect(textsOf(value)).not.toContain('提案を受け付けました');
  expect(JSON.stringify(value)).not.toContain('若葉');
});

test('refreshing what does not exist is not found', async () => {
  const answer = await invoke('refresh-proposal', { number: 'R8-0009', as: 'status' });
  expect(answer.status).toBe(404);
});
