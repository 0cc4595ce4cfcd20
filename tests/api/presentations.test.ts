import { candidatesAnswer, presentationsAnswer } from '../../src/contract/presentation-answers.js';
import type { Role } from '../../src/domain/member.js';
import { after, sampleNow, secretaryAct } from '../support/sample-proposals.js';
import { type PersonName, people } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

const [accepted, declined, waiting, decided, early, secretarys] = [
  'R8-0001',
  'R8-0002',
  'R8-0003',
  'R8-0004',
  'R8-0005',
  'R8-0006',
];
const meeting = { meeting: '若手職員との意見交換（架空）', heldOn: '2027-01-24' };

let api: ApiUnderTest;

async function act(number: string, name: string, form: object = {}, as: PersonName = 'secretary') {
  const seq = api.register.proposalByNumber(number)?.value.trail.length;
  const body = { form, ...(seq !== undefined && { seq }) };
  const answer = await api.call('POST', `/api/proposals/${number}/${name}`, { as, body });
  expect({ number, name, status: answer.status }).toEqual({ number, name, status: 200 });
}

async function candidates(query = '') {
  const path = `/api/presentation-candidates${query}`;
  const { body, text } = await api.call('GET', path, { as: 'secretary' });
  expect(body).toEqual(candidatesAnswer.parse(body));
  const answer = candidatesAnswer.parse(body);
  return { ...answer, text, states: answer.rows.map((row) => `${row.number} ${row.state}`) };
}

async function presented() {
  const { body, text } = await api.call('GET', '/api/presentations', { as: 'executive' });
  expect(body).toEqual(presentationsAnswer.parse(body));
  return { ...presentationsAnswer.parse(body), text };
}

beforeEach(async () => {
  api = await openApi();
  for (const number of [accepted, declined, waiting, decided, early]) {
    const as = number === declined ? 'owner' : number === waiting ? 'head' : 'proposer';
    await api.have(proposalOf(as, number));
  }
  const graded = proposalOf('colleague', 'R8-0007');
  await api.have({ ...graded, proposer: { ...graded.proposer, gradeId: 'shuji' } });
  const another = { ...secretaryAct, by: { id: people.former, name: 'former' } };
  await api.have(after(proposalOf('secretary', secretarys), 'invite-to-present', meeting, another));
  for (const number of [accepted, declined, waiting, 'R8-0007'])
    await act(number, 'invite-to-present', meeting);
  await act(accepted, 'answer-presentation', { invitation: 'accepted' }, 'proposer');
  await act(declined, 'answer-presentation', { invitation: 'declined' }, 'owner');
});
afterEach(() => api.close());

const decision = {
  track: 'realise-this-fy',
  ownerDepartment: 'soumu',
  ownerSection: 'bunsho',
  targetMonth: '2027-03',
  costBasis: '職員の手で足り、費用は要りません。',
  reason: '年度内に全庁で取り組めるためです。',
};

async function decide(number: string): Promise<void> {
  await act(number, 'begin-review');
  await act(number, 'decide-track', decision);
  await act(number, 'publish');
}

test('the secretariat lists who was invited with what was answered, by grade band and answer, without a name', async () => {
  const all = await candidates();
  expect(all.states).toEqual([
    `${accepted} accepted`,
    `${declined} declined`,
    `${waiting} invited`,
    'R8-0007 invited',
  ]);
  expect(all.rows[0]).toMatchObject({ seq: 3, presentation: { ...meeting, answer: 'accepted' } });
  expect(all.text).not.toMatch(/氏名|shunin|shuji|doboku/);
  const ofBand = await candidates('?grade=shuji');
  expect(ofBand.states).toEqual(['R8-0007 invited']);
  expect((await candidates('?grade=shunin&state=declined')).states).toEqual([
    `${declined} declined`,
  ]);
  expect(ofBand.counts).toEqual({ 'not-invited': 0, invited: 1, accepted: 0, declined: 0 });
  expect((await candidates('?grade=none')).states).toEqual([]);
});

test('a proposal nobody was invited for is found by grade band once its decision is published, not while it is judged blind', async () => {
  await decide(decided);
  expect((await candidates('?grade=shunin&state=not-invited')).states).toEqual([]);
  api.at(sampleNow + 10_000);
  await api.sweep();
  expect((await candidates('?grade=shunin&state=not-invited')).states).toEqual([
    `${decided} not-invited`,
  ]);
  expect((await candidates('?grade=shuji&state=not-invited')).states).toEqual([]);
});

test('nobody of the secretariat finds an own idea among the candidates', async () => {
  const own = api.register.proposalByNumber(secretarys)?.value;
  expect(own?.presentation).toMatchObject({ answer: 'invited' });
  expect((await candidates()).states.join()).not.toContain(secretarys);
});

test('executives see who accepted, by name, and nobody else', async () => {
  const { rows, text } = await presented();
  expect(rows).toEqual([
    {
      number: accepted,
      title: rows[0]?.title,
      status: 'received',
      ...meeting,
      proposerName: '氏名 proposer',
      departmentId: 'doboku',
    },
  ]);
  for (const name of ['owner', 'head', 'colleague']) expect(text).not.toContain(`氏名 ${name}`);
});

test('whoever changes the answer, withdraws or is hidden is shown to executives no more', async () => {
  await act(accepted, 'answer-presentation', { invitation: 'declined' }, 'proposer');
  expect((await presented()).rows).toEqual([]);
  await act(accepted, 'answer-presentation', { invitation: 'accepted' }, 'proposer');
  await act(waiting, 'answer-presentation', { invitation: 'accepted' }, 'head');
  await act(accepted, 'hide', { hidden: 'yes', reason: '個人が特定されるおそれがあるためです。' });
  expect((await presented()).rows.map(({ number }) => number)).toEqual([waiting]);
  await act(waiting, 'withdraw', {}, 'head');
  expect((await presented()).rows).toEqual([]);
  expect((await candidates()).states).not.toContain(`${waiting} accepted`);
});

test('a decision that is not yet published changes nothing of what executives read', async () => {
  const before = (await presented()).text;
  await decide(early);
  await act(accepted, 'begin-review');
  const begun = (await presented()).text;
  expect(begun).toBe(before.replace('"received"', '"reviewing"'));
  await act(accepted, 'propose-exclusion', {
    exclusionReason: 'already-in-place',
    reason: 'すでに同じ取組があるためです。',
  });
  expect((await presented()).text).toBe(begun);
});

describe('an executive who has a say in what becomes of it', () => {
  async function also(role: Role, departmentId?: string): Promise<void> {
    const value = { personId: people.executive, name: 'executive', role };
    const stored = { value: { ...value, ...(departmentId && { departmentId }) }, itemId: '99' };
    api.register.changes.members({
      kind: 'stored',
      stored: { ...stored, revision: '1' },
      version: 1,
    });
  }
  const numbers = async () => (await presented()).rows.map(({ number }) => number);
  const request = { requestDepartment: 'soumu', requestText: '規則は何本ありますか。' };

  test('for an office that is asked reads who presents it once the decision is published', async () => {
    await also('head', 'soumu');
    expect(await numbers()).toEqual([accepted]);
    await act(accepted, 'begin-review');
    await act(accepted, 'request-opinion', { ...request, redaction: 'as-written' });
    expect(await numbers()).toEqual([]);
    await act(accepted, 'decide-track', decision);
    await act(accepted, 'publish');
    expect(await numbers()).toEqual([]);
    api.later(10_000);
    await api.sweep();
    expect(await numbers()).toEqual([accepted]);
  });

  test('of the secretariat, too', async () => {
    await also('secretariat');
    expect(await numbers()).toEqual([]);
    await decide(accepted);
    api.later(10_000);
    await api.sweep();
    expect(await numbers()).toEqual([accepted]);
  });
});

test('a question that is none is refused', async () => {
  for (const query of ['?state=maybe', '?band=shunin', '?grade=']) {
    const path = `/api/presentation-candidates${query}`;
    expect((await api.call('GET', path, { as: 'secretary' })).status).toBe(400);
  }
});

test('the list of the secretariat is closed to executives, and theirs to the secretariat', async () => {
  const asked = await Promise.all([
    api.call('GET', '/api/presentation-candidates', { as: 'executive' }),
    api.call('GET', '/api/presentations', { as: 'secretary' }),
    api.call('GET', '/api/presentations', { as: 'administrator' }),
  ]);
  expect(asked.map(({ status }) => status)).toEqual([403, 403, 403]);
});
