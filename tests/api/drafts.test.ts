import { randomUUID } from 'node:crypto';
import { people } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

let api: ApiUnderTest;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.close());

const form = { title: '会議資料を紙で配らない', proposedContent: '画面で見る。\n窓口を除く。' };
const asProposer = { as: 'proposer' as const };
const save = (id: string, body: object) =>
  api.call('POST', `/api/my-drafts/${id}`, {
    ...asProposer,
    body: { campaignId: 'demo', form, seen: 0, ...body },
  });
const listed = async (as: 'proposer' | 'secretary' | 'administrator' = 'proposer') =>
  (await api.call('GET', '/api/my-drafts', { as })).body as { drafts: object[] };

test('a draft is saved as it is typed, found again by its writer, and by nobody else whatever the role', async () => {
  const id = randomUUID();
  expect((await save(id, {})).body).toMatchObject({ id, seq: 1 });
  const second = await save(id, { form: { ...form, title: '別の件名' }, seen: 1 });
  expect(second.body).toMatchObject({ id, seq: 2 });
  const { drafts, ...bounds } = await listed();
  expect(drafts).toMatchObject([{ id, campaignId: 'demo', form: { ...form, title: '別の件名' } }]);
  expect(bounds).toEqual({ most: 5, days: 180 });
  for (const as of ['secretary', 'administrator'] as const) {
    expect((await listed(as)).drafts).toEqual([]);
    await api.call('DELETE', `/api/my-drafts/${id}`, { as });
  }
  expect((await listed()).drafts).toHaveLength(1);
  const erased = await api.call('DELETE', `/api/my-drafts/${id}`, asProposer);
  expect(erased.body).toMatchObject({ drafts: [] });
  expect([...api.drafts.items.values()].map(({ value }) => value)).toEqual([
    { personId: people.proposer, drafts: [] },
  ]);
});

test('an older version is refused with what stands there, and nothing is lost', async () => {
  const id = randomUUID();
  await save(id, {});
  await save(id, { form: { title: '新しい' }, seen: 1 });
  const late = await save(id, { form: { title: '古い' }, seen: 1 });
  expect(late.status).toBe(409);
  expect(late.body).toMatchObject({
    code: 'draft-changed',
    message: expect.stringContaining('別の端末で書き直されています'),
    present: { form: { title: '新しい' }, seq: 2 },
  });
  expect((await listed()).drafts).toMatchObject([{ form: { title: '新しい' } }]);
});

test('what is received is no draft any more, a sixth is refused, and so is what no form sends', async () => {
  await api.have(proposalOf('proposer', 'R8-0001'));
  const { id } = proposalOf('proposer', 'R8-0001');
  expect(await save(id, {})).toMatchObject({ status: 409, body: { code: 'already-received' } });
  for (let count = 0; count < 5; count += 1) await save(randomUUID(), {});
  expect(await save(randomUUID(), {})).toMatchObject({
    status: 409,
    body: { code: 'too-many-drafts', message: expect.stringContaining('5件まで') },
  });
  const [first] = (await listed()).drafts as { id: string }[];
  const long = await save(first?.id ?? '', { form: { title: '長'.repeat(12_000) }, seen: 1 });
  expect(long).toMatchObject({ status: 422, body: { code: 'draft-too-long' } });
  for (const body of [
    { form: { title: 1 } },
    { form: { owner: 'x' } },
    { seen: -1 },
    { more: 1 },
  ]) {
    expect((await save(randomUUID(), body)).status).toBe(400);
  }
  expect((await save('not-a-token', {})).status).toBe(400);
});

test('where the list does not take it, nothing is claimed', async () => {
  api.drafts.onCall = () => {
    throw new Error('away');
  };
  expect((await save(randomUUID(), {})).status).toBe(503);
  expect((await listed()).drafts).toEqual([]);
});

const whole = {
  ...form,
  currentProblem: '毎週、紙を刷っている。',
  category: 'paperless',
  isDigital: 'digital',
  costNeeded: 'no',
  department: 'doboku',
  section: 'minato',
  jobGrade: 'shunin',
  officeKind: 'branch',
};

async function submit(id: string, sent: object, more: object = {}) {
  const body = { campaignId: 'demo', formOpenedAt: api.clock.now(), confirmed: [], ...more };
  return api.call('POST', `/api/my-drafts/${id}/submit`, {
    ...asProposer,
    body: { hasSeenAlike: false, ...body, form: sent },
  });
}

test('a form of the tab goes to the desk of the chat: refused by field, asked about, stored once', async () => {
  const base = (await api.call('GET', '/api/proposal-form', asProposer)).body as {
    campaign: { id: string };
  };
  expect(base.campaign.id).toBe('demo');
  const token = randomUUID();
  await save(token, {});
  const missing = await submit(token, form);
  expect(missing).toMatchObject({ status: 422, body: { code: 'invalid-fields' } });
  expect(missing.body).toHaveProperty('fields.category');

  const personal = { ...whole, proposedContent: '090-1234-5678へ電話する。' };
  const warned = await submit(token, personal);
  expect(warned.body).toMatchObject({
    kind: 'warned',
    found: [{ kind: 'phone', field: 'proposedContent' }],
  });
  expect(api.list.items.size).toBe(0);

  const taken = await submit(token, personal, { confirmed: ['phone'] });
  expect(taken.body).toMatchObject({ kind: 'received', number: expect.stringMatching(/^R8-/) });
  expect((await submit(token, whole)).body).toEqual(taken.body);
  expect(api.list.items.size).toBe(1);
  const [stored] = [...api.list.items.values()];
  expect(stored?.value).toMatchObject({ id: token, proposer: { personId: people.proposer } });
  expect((await listed()).drafts).toEqual([]);
  expect(api.register.profile(people.proposer)?.value.sectionId).toBe('minato');
  expect([...api.spooled.keys()]).toEqual([token]);
});

test('after the deadline a form of the tab is refused, and its draft stays', async () => {
  const id = randomUUID();
  await save(id, {});
  expect(await submit(id, whole, { campaignId: 'gone' })).toMatchObject({
    status: 403,
    body: { code: 'form-not-yours' },
  });
  expect((await listed()).drafts).toHaveLength(1);
  expect((await submit('no-token', whole)).status).toBe(400);
  expect((await submit(id, whole, { more: true })).status).toBe(400);
});
