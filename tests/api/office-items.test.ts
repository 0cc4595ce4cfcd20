import { officeItemAnswer, officeItemsAnswer } from '../../src/contract/office-answers.js';
import type { Role } from '../../src/domain/member.js';
import { sampleNow } from '../support/sample-proposals.js';
import { type PersonName, people } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

const reason = '理由を十文字以上でここに書きます。';
const delegation = {
  track: 'delegated',
  ownerDepartment: 'soumu',
  ownerSection: 'bunsho',
  reasonNotOfficeWide: '部局の事務に固有のためです。',
  delegationKind: 'examine',
  replyDue: '2026-11-04',
  reason,
};
/** Proposed by a colleague, by a colleague, and by the owner's own staff. */
const [requested, owned, untouched, ownIdea] = ['R8-0001', 'R8-0002', 'R8-0003', 'R8-0004'];

let api: ApiUnderTest;

function join(as: PersonName, role: Role, departmentId: string, itemId: string): void {
  const value = { personId: people[as], name: as, role, departmentId };
  const stored = { value, itemId, revision: '1' };
  api.register.changes.members({ kind: 'stored', stored, version: 1 });
}

async function act(number: string, name: string, form: object, as: PersonName = 'secretary') {
  const seq = api.register.proposalByNumber(number)?.value.trail.length;
  const body = { form, ...(seq !== undefined && { seq }) };
  const answer = await api.call('POST', `/api/proposals/${number}/${name}`, { as, body });
  expect({ name, status: answer.status }).toEqual({ name, status: 200 });
}

const items = async (as: PersonName) => {
  const { status, body } = await api.call('GET', '/api/office-items', { as });
  expect(status).toBe(200);
  const answer = officeItemsAnswer.parse(body);
  expect(body).toEqual(answer);
  return answer.items.map(({ number, kind, status: is }) => `${number} ${kind} ${is}`);
};
const item = (as: PersonName, number: string) =>
  api.call('GET', `/api/office-items/${number}`, { as });

beforeAll(async () => {
  api = await openApi();
  for (const number of [requested, owned, untouched])
    await api.have(proposalOf('colleague', number));
  await api.have(proposalOf('owner', ownIdea));
  join('owner', 'owner', 'soumu', '71');
  join('head', 'head', 'soumu', '72');
  join('executive', 'owner', 'doboku', '73');
  for (const number of [requested, owned, untouched, ownIdea])
    await act(number, 'begin-review', {});
  const request = { requestDepartment: 'soumu', requestText: '規則は何本ありますか。' };
  await act(requested, 'request-opinion', request);
  await act(requested, 'request-opinion', {
    ...request,
    requestDepartment: 'doboku',
    requestText: '費用はどれほどですか。',
  });
  await act(ownIdea, 'request-opinion', request);
  await act(owned, 'decide-track', delegation);
}, 60_000);
afterAll(() => api.close());

test('an office lists what was asked of it and nothing else, and nobody an own idea', async () => {
  expect(await items('owner')).toEqual([`${requested} opinion reviewing`]);
  expect(await items('head')).toEqual([
    `${requested} opinion reviewing`,
    `${ownIdea} opinion reviewing`,
  ]);
  expect(await items('executive')).toEqual([`${requested} opinion reviewing`]);
  expect(await items('colleague')).toEqual([]);
  expect(await items('secretary')).toEqual([]);
});

test('one item shows the own request alone, and not who proposed it', async () => {
  const { status, body, text } = await item('owner', requested);
  expect(status).toBe(200);
  expect(body).toEqual(officeItemAnswer.parse(body));
  expect(text).toContain('規則は何本');
  expect(text).not.toContain('費用はどれほど');
  for (const secret of ['氏名', people.colleague, '若葉', 'shunin'])
    expect(text).not.toContain(secret);
});

test('what was not asked of the own office does not exist, whoever asks', async () => {
  const missing = await item('owner', 'R8-9999');
  expect(missing.status).toBe(404);
  const denied: readonly (readonly [PersonName, string])[] = [
    ['owner', owned],
    ['owner', untouched],
    ['owner', ownIdea],
    ['executive', owned],
    ['executive', ownIdea],
    ['colleague', requested],
    ['secretary', requested],
    ['administrator', requested],
    ['former', requested],
  ];
  for (const [as, number] of denied) {
    const answer = await item(as, number);
    expect({ as, number, text: answer.text }).toEqual({ as, number, text: missing.text });
  }
});

test('who proposed reads nothing of what offices are asked, through no address', async () => {
  for (const path of [
    `/api/proposals/${ownIdea}`,
    `/api/office-items/${ownIdea}`,
    '/api/office-items',
  ]) {
    const { text } = await api.call('GET', path, { as: 'owner' });
    expect(text).not.toMatch(path.endsWith('items') ? /R8-0004/ : /規則は何本/);
  }
});

test('a delegation reaches its office with its publication, and its answer is kept', async () => {
  await act(owned, 'publish', {});
  expect(await items('owner')).not.toContain(`${owned} delegation decided`);
  api.at(sampleNow + 10_000);
  await api.sweep();
  expect(await items('owner')).toContain(`${owned} delegation decided`);
  const reply = {
    replyAnswer: 'will-start',
    replyBy: '2026-12-25',
    replyText: '年内に着手します。準備中です。',
  };
  await act(owned, 'reply-to-delegation', reply, 'owner');
  const { body } = await item('owner', owned);
  expect(body).toMatchObject({
    status: 'decided',
    reply: { answer: 'will-start', by: '2026-12-25' },
  });
  expect(await items('owner')).toContain(`${owned} work decided`);
  expect((await item('executive', owned)).status).toBe(404);
});

test('what waits for the head stands in the head’s list alone', async () => {
  await act(owned, 'propose-difficult', { reason, reexamineFiscalYear: '2028' }, 'owner');
  expect(await items('head')).toContain(`${owned} confirmation decided`);
  expect(await items('owner')).toContain(`${owned} work decided`);
});
