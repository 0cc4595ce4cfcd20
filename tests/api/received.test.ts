import { randomUUID } from 'node:crypto';
import {
  receivedAnswer,
  receivedListAnswer,
  receivedManyAnswer,
} from '../../src/contract/received-answers.js';
import { triageItemAnswer } from '../../src/contract/triage-answers.js';
import { replay } from '../../src/domain/replay.js';
import { handedIn } from '../support/handed-in.js';
import { sampleDecisionForm, sampleNow } from '../support/sample-proposals.js';
import { conversation } from '../support/submit-office.js';
import { people } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

const path = '/api/proposals/received';
const hourMs = 3_600_000;
const asSecretary = { as: 'secretary' as const };
const asAdministrator = { as: 'administrator' as const };

/** A paper of somebody without a chat（架空）. */
function paper(form: Readonly<Record<string, string>> = {}, changes: object = {}) {
  const entered = handedIn(form);
  return {
    id: randomUUID(),
    receivedAt: sampleNow - hourMs,
    officeKind: 'branch',
    form: entered.form,
    ...changes,
  };
}

const ofStaff = { proposerKind: 'staff', person: people.colleague, personName: '芹沢 いろは' };

let api: ApiUnderTest;
beforeEach(async () => {
  api = await openApi();
  const rows = [
    { personId: people.administrator, name: 'second', role: 'secretariat' as const },
  ].map((value) => ({ value, itemId: '77', revision: '1' }));
  for (const stored of rows) api.register.changes.members({ kind: 'stored', stored, version: 1 });
});
afterEach(() => api.close());

async function receive(body: object, as: 'secretary' | 'administrator' = 'secretary') {
  const answer = await api.call('POST', path, { as, body });
  expect(answer.status).toBe(200);
  return receivedAnswer.parse(answer.body);
}

async function act(
  number: string,
  name: string,
  form: object = {},
  as: typeof asSecretary | typeof asAdministrator = asSecretary,
) {
  const item = await api.call('GET', `/api/triage/${number}`, as);
  const { seq } = triageItemAnswer.parse(item.body);
  return api.call('POST', `/api/proposals/${number}/${name}`, { ...as, body: { seq, form } });
}

test('a paper becomes a proposal with a number, with the time at which it was handed in', async () => {
  expect(await receive(paper())).toEqual({
    number: 'R8-0001',
    title: '現場の押印をやめる',
    receivedAt: sampleNow - hourMs,
    route: 'paper',
    throughOffice: true,
  });
  const stored = api.register.proposalByNumber('R8-0001')?.value;
  expect(stored && replay(stored.trail)).toEqual(stored);
});

test('the same form sent again is the same receipt, and nothing of it for anybody else', async () => {
  const body = paper();
  const first = await receive(body);
  expect(await receive(body)).toEqual(first);
  expect(await receive({ ...body, id: body.id.toUpperCase() })).toEqual(first);
  const other = await api.call('POST', path, { ...asAdministrator, body });
  expect(other.status).toBe(403);
  expect(other.body).toMatchObject({ code: 'form-not-yours' });
  expect(other.text).not.toContain('R8-0001');
  expect(api.register.proposals()).toHaveLength(1);
});

test('every fault is said beside its field, in the language of the caller', async () => {
  const body = paper(
    { campaign: 'none', receiptRoute: '', personName: '', title: '' },
    { receivedAt: sampleNow + 1000 },
  );
  const ja = await api.call('POST', path, { ...asSecretary, body });
  expect(ja.status).toBe(422);
  const fields = ['campaign', 'receiptRoute', 'personName', 'receivedAt', 'title'];
  expect(Object.keys((ja.body as { fields: object }).fields)).toEqual(fields);
  const en = await api.call('POST', path, {
    ...asSecretary,
    body,
    headers: { 'Accept-Language': 'en' },
  });
  expect((en.body as { fields: { receivedAt: string } }).fields.receivedAt).toMatch(/^[ -~]+$/);
  expect(api.register.proposals()).toHaveLength(0);
});

test('a body of another shape is answered as unreadable', async () => {
  const bodies = [
    {},
    paper({}, { id: 'x' }),
    paper({}, { receivedAt: '2026-10-05' }),
    paper({}, { receivedAt: 1.5 }),
    paper({}, { officeKind: 'moon' }),
    paper({}, { by: people.head }),
    paper({}, { form: { unknown: 'x' } }),
  ];
  for (const body of bodies) {
    expect((await api.call('POST', path, { ...asSecretary, body })).status).toBe(400);
  }
});

test.each(['proposer', 'colleague', 'owner', 'head', 'executive', 'former'] as const)(
  '%s may not receive on behalf of anybody, nor read what was received',
  async (as) => {
    expect((await api.call('POST', path, { as, body: paper() })).status).toBe(403);
    expect((await api.call('GET', '/api/received', { as })).status).toBe(403);
  },
);

test('triage says by whom, how and when it was received, and not whose it is', async () => {
  api.later(2 * hourMs);
  await receive(paper());
  const answer = await api.call('GET', '/api/triage/R8-0001', asAdministrator);
  expect(triageItemAnswer.parse(answer.body)).toMatchObject({
    receivedAt: sampleNow - hourMs,
    receivedFor: {
      byName: 'secretary',
      route: 'paper',
      enteredAt: sampleNow + 2 * hourMs,
      throughOffice: true,
    },
    trail: [{ kind: 'received', byName: 'secretary', occurredAt: sampleNow - hourMs }],
  });
  expect(answer.text).not.toMatch(/磯辺|outside:|doboku|minato|shunin/);
});

test('what was received is listed for the secretariat, with the name only for who entered it', async () => {
  await receive(paper());
  await receive(paper({ ...ofStaff, receiptRoute: 'phone' }), 'administrator');
  const own = await api.call('GET', '/api/received', asSecretary);
  const { proposals } = receivedListAnswer.parse(own.body);
  expect(proposals).toMatchObject([
    { number: 'R8-0002', byName: 'administrator', route: 'phone', throughOffice: true },
    {
      number: 'R8-0001',
      byName: 'secretary',
      throughOffice: true,
      status: 'received',
      proposer: { name: '磯辺 とおる', departmentId: 'doboku', sectionId: 'minato' },
    },
  ]);
  expect(own.text).not.toContain('芹沢');
  const other = await api.call('GET', '/api/received', asAdministrator);
  expect(other.text).toContain('芹沢');
  expect(other.text).not.toContain('磯辺');
});

test('a secretary reads nothing of an own proposal that a colleague received', async () => {
  await receive(paper({ ...ofStaff, person: people.administrator }));
  const list = await api.call('GET', '/api/received', asAdministrator);
  expect(list.body).toEqual({ proposals: [] });
  const item = await api.call('GET', '/api/triage/R8-0001', asAdministrator);
  expect(item.status).toBe(403);
});

describe('a paper that somebody merged with an own idea of a secretary', () => {
  const reason = '同じ様式についての提案であり、まとめて検討します。';
  const numbersOf = (body: unknown) =>
    receivedListAnswer.parse(body).proposals.map(({ number }) => number);

  /** Two papers, of which the second is merged, and nobody was told of it yet. */
  async function merged(by: 'secretary' | 'administrator') {
    await receive(paper());
    await receive(paper(), by);
    await api.have(proposalOf('administrator', 'R8-0007'));
    expect((await act('R8-0002', 'merge', { mergeInto: 'R8-0007', reason })).status).toBe(200);
    return api.call('GET', '/api/received', asAdministrator);
  }

  test('stands not in the list of this secretary where a colleague entered it', async () => {
    const list = await merged('secretary');
    expect(numbersOf(list.body)).toEqual(['R8-0001']);
    const others = await api.call('GET', '/api/received', asSecretary);
    expect(numbersOf(others.body)).toEqual(['R8-0002', 'R8-0001']);
  });

  test('stays in it for who entered it: nobody else knows whom to tell', async () => {
    const list = await merged('administrator');
    expect(numbersOf(list.body)).toEqual(['R8-0002', 'R8-0001']);
    const rows = receivedListAnswer.parse(list.body).proposals;
    expect(rows[0]).toMatchObject({ status: 'received', proposer: { name: '磯辺 とおる' } });
    const form = { question: '何枚ありますか。' };
    const refused = await api.call('POST', '/api/proposals/R8-0002/ask-question', {
      ...asAdministrator,
      body: { form, seq: 1 },
    });
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'conflict-of-interest' }]);
  });
});

test('a member of staff with a chat is told there and needs nobody to hand it on', async () => {
  api.register.tookConversation({
    itemId: '1',
    revision: 'r',
    value: { ...conversation, personId: people.colleague },
  });
  expect(await receive(paper(ofStaff))).toMatchObject({ throughOffice: false });
});

test('a member of staff finds it among the own proposals, with who entered it', async () => {
  await receive(paper({ ...ofStaff, receiptRoute: 'meeting' }));
  const as = { as: 'colleague' as const };
  const mine = await api.call('GET', '/api/my-proposals', as);
  expect(mine.body).toMatchObject({ proposals: [{ number: 'R8-0001', as: 'proposer' }] });
  const one = await api.call('GET', '/api/proposals/R8-0001', as);
  expect(one.body).toMatchObject({
    mine: true,
    receivedFor: { byName: 'secretary', route: 'meeting' },
  });
  const withdrawn = await api.call('POST', '/api/proposals/R8-0001/withdraw', { ...as, body: {} });
  expect(withdrawn.status).toBe(200);
});

test('all staff read it like any other, without how it came', async () => {
  await receive(paper());
  await act('R8-0001', 'begin-review');
  const answer = await api.call('GET', '/api/proposals/R8-0001', { as: 'proposer' });
  expect(answer.status).toBe(200);
  expect(answer.body).not.toHaveProperty('receivedFor');
  expect(answer.text).not.toMatch(/secretary|磯辺|outside|paper"/);
});

test('who received it does not publish an own decision alone', async () => {
  await receive(paper());
  await act('R8-0001', 'begin-review');
  await act('R8-0001', 'decide-track', sampleDecisionForm);
  const alone = await act('R8-0001', 'publish');
  expect(alone.status).toBe(403);
  expect(alone.body).toMatchObject({ code: 'decided-alone' });
  expect((await act('R8-0001', 'publish', {}, asAdministrator)).status).toBe(200);
});

test('the secretariat answers for a proposer without a chat, and the trail names who did', async () => {
  await receive(paper());
  await act('R8-0001', 'ask-question', { question: '何枚ありますか。' });
  const answered = await act('R8-0001', 'answer-question', { answer: '三枚あります。' });
  expect(answered.status).toBe(200);
  expect(triageItemAnswer.parse(answered.body)).toMatchObject({ status: 'received' });
  const { trail } = triageItemAnswer.parse(answered.body);
  expect(trail.at(-1)).toMatchObject({ kind: 'question-answered', byName: 'secretary' });
});

describe('an import', () => {
  const importPath = '/api/received/import';
  const withoutForm = ({ form: _, ...rest }: ReturnType<typeof paper>) => rest;
  const shared = paper().form;

  test('takes many papers with what they share, each with a receipt or a reason of its own', async () => {
    const items = ['一枚目', '', '三枚目'].map((title) => ({
      ...withoutForm(paper()),
      form: { title },
    }));
    const body = { items, form: { ...shared, receiptRoute: 'import' } };
    const answer = await api.call('POST', importPath, { ...asSecretary, body });
    expect(answer.status).toBe(200);
    const { results } = receivedManyAnswer.parse(answer.body);
    expect(results).toMatchObject([
      { kind: 'received', id: items[0]?.id, receipt: { number: 'R8-0001', route: 'import' } },
      { kind: 'refused', id: items[1]?.id, refusal: { code: 'invalid-fields', fields: {} } },
      { kind: 'received', id: items[2]?.id, receipt: { number: 'R8-0002', title: '三枚目' } },
    ]);
    expect(JSON.stringify(results[1])).toMatch(/"fields":\{"title":"[^"]+"\}/);
    const again = await api.call('POST', importPath, { ...asSecretary, body });
    expect(again.body).toEqual(answer.body);
    expect(api.register.proposals()).toHaveLength(2);
  });

  test('of nothing, of more than sixty or of another shape is unreadable', async () => {
    const one = withoutForm(paper());
    const bodies = [
      { items: [] },
      { items: Array.from({ length: 61 }, () => ({ ...one, id: randomUUID() })) },
      { items: [{ ...one, by: people.head }] },
      {},
    ];
    for (const body of bodies) {
      expect((await api.call('POST', importPath, { ...asSecretary, body })).status).toBe(400);
    }
  });

  test('is for the secretariat', async () => {
    const body = { items: [withoutForm(paper())], form: shared };
    for (const as of ['proposer', 'head', 'former'] as const) {
      expect((await api.call('POST', importPath, { as, body })).status).toBe(403);
    }
  });

  test('says of a paper whose end is unknown that it failed, under a reference that is logged', async () => {
    api.list.onCall = (call) => {
      if (call === 'create') throw new Error('the list is away');
    };
    const body = { items: [withoutForm(paper())], form: shared };
    const answer = await api.call('POST', importPath, { ...asSecretary, body });
    const [result] = receivedManyAnswer.parse(answer.body).results;
    expect(result).toMatchObject({ kind: 'refused', refusal: { code: 'act-failed' } });
    const reference = result?.kind === 'refused' ? result.refusal.reference : '';
    expect(api.logged.join('')).toContain(`"reference":"${reference}"`);
    expect((await api.call('POST', path, { ...asSecretary, body: paper() })).status).toBe(503);
    api.list.onCall = () => {};
    const again = await api.call('POST', importPath, { ...asSecretary, body });
    expect(again.body).toMatchObject({ results: [{ kind: 'received' }] });
  });
});
