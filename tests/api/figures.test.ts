import {
  figuresAnswer,
  type TurnoutAnswer,
  turnoutAnswer,
} from '../../src/contract/figures-answers.js';
import { publishedProposal, reviewedProposal, sampleNow } from '../support/sample-proposals.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

let api: ApiUnderTest;
let campaign: string;

beforeEach(async () => {
  api = await openApi();
  const received = proposalOf('proposer', 'R8-0003');
  campaign = received.campaignId;
  await api.have(received);
  await api.have(publishedProposal());
  api.at(sampleNow + 11_000);
});
afterEach(() => api.close());

async function figures(path: string, as: 'colleague' | 'secretary' = 'colleague') {
  const { status, body } = await api.call('GET', path, { as });
  expect(status).toBe(200);
  return figuresAnswer.strict().parse(body);
}

test('everyone reads the published figures, each chart with the same sum', async () => {
  const answer = await figures(`/api/figures/${campaign}`);
  expect(answer).toMatchObject({ view: 'published', received: 2, balance: { withdrawn: 0 } });
  expect(answer.breakdowns.map(({ total }) => total)).toEqual([2, 2, 2, 2, 2]);
  expect(answer.departmentByGrade.cells.flat()).not.toContainEqual({ kind: 'count', count: 2 });
});

test('the figures of a day past hold only what was recorded by its end in Tokyo', async () => {
  const before = await figures(`/api/figures/${campaign}/on/2026-10-04`);
  const then = await figures(`/api/figures/${campaign}/on/2026-10-05`);
  const decided = ({ balance }: typeof then) =>
    balance.rows.find(({ status }) => status === 'decided')?.count;
  expect([decided(before), decided(then)]).toEqual([0, 1]);
  expect(before.asOf).toBeLessThan(sampleNow);
});

test('the figures of a day past count no support that was given later', async () => {
  api.at(Date.parse('2026-10-07T01:00:00Z'));
  const { status } = await api.call('POST', '/api/proposals/R8-0001/endorse', {
    as: 'colleague',
    body: {},
  });
  expect(status).toBe(200);
  const of = async (path: string) => (await figures(path)).supporters;
  expect(await of(`/api/figures/${campaign}`)).toBe(1);
  expect(await of(`/api/figures/${campaign}/on/2026-10-07`)).toBe(1);
  expect(await of(`/api/figures/${campaign}/on/2026-10-06`)).toBe(0);
});

test('the working figures are for the secretariat and show every cell', async () => {
  await api.have(
    reviewedProposal({ id: '10000000-0000-4000-8000-0000000000f1', number: 'R8-0009' }),
  );
  const answer = await figures(`/api/triage-figures/${campaign}`, 'secretary');
  expect(answer.view).toBe('working');
  expect(answer.departmentByGrade.cells.flat().every(({ kind }) => kind === 'count')).toBe(true);
  const refused = await api.call('GET', `/api/triage-figures/${campaign}`, { as: 'colleague' });
  expect(refused.status).toBe(403);
});

test.each([
  '/api/figures/unknown',
  '/api/figures/unknown/on/2026-10-05',
  '/api/figures/x/on/today',
])('%s does not exist', async (path) => {
  expect((await api.call('GET', path, { as: 'colleague' })).status).toBe(404);
});

const reason = '個人が分かるため、職員には見せません。';

test('a hidden proposal is counted, and no line of few proposals tells of it', async () => {
  const path = '/api/proposals/R8-0003/hide';
  const body = { form: { hidden: 'yes', reason } };
  expect((await api.call('POST', path, { as: 'secretary', body })).status).toBe(200);
  const { received, breakdowns } = await figures(`/api/figures/${campaign}`);
  expect(received).toBe(2);
  const lines = breakdowns.flatMap(({ rows }) => rows.filter(({ kind }) => kind === 'count'));
  // What stands alone on its axis is the sum; nothing else is told of two proposals.
  expect(lines.every((row) => row.kind === 'count' && row.count === 2)).toBe(true);
  const whole = await figures(`/api/triage-figures/${campaign}`, 'secretary');
  expect(whole.breakdowns.flatMap(({ rows }) => rows).every(({ kind }) => kind === 'count')).toBe(
    true,
  );
});

test('the figures of a day past count proposals of whose trail a part lies in the archive', async () => {
  const text = '検討の経過を詳しく残します。'.repeat(70).slice(0, 1_000);
  for (let n = 0; n < 60; n += 1) {
    const body = { form: { note: `${n}件目。${text}`.slice(0, 1_000) } };
    await api.call('POST', '/api/proposals/R8-0003/add-note', { as: 'secretary', body });
  }
  expect(api.register.proposalByNumber('R8-0003')?.value.trail[0]?.seq).toBeGreaterThan(1);
  const then = await figures(`/api/figures/${campaign}/on/2026-10-05`);
  expect(then.received).toBe(2);
});

describe('応募状況', () => {
  async function turnout(as: 'head' | 'secretary') {
    const { status, body } = await api.call('GET', `/api/turnout/${campaign}`, { as });
    expect(status).toBe(200);
    return turnoutAnswer.strict().parse(body);
  }

  test('tells a head how many came from which department, without names', async () => {
    const begun = await api.call('POST', '/api/proposals/R8-0003/begin-review', {
      as: 'secretary',
      body: { form: {} },
    });
    expect(begun.status).toBe(200);
    const answer = await turnout('head');
    expect(answer).toMatchObject({ campaign: { id: campaign }, received: 2, withdrawn: 0 });
    expect(answer.departments).toContainEqual({ departmentId: 'soumu', kind: 'count', count: 0 });
    expect(JSON.stringify(answer)).not.toMatch(/氏名|若葉|R8-/);
  });

  test('does not tell a head of the only department that sent anything, while one is not to be seen', async () => {
    const { departments } = await turnout('head');
    expect(departments.every(({ kind }) => kind === 'held-back')).toBe(true);
    expect((await turnout('secretary')).departments).toContainEqual({
      departmentId: 'soumu',
      kind: 'count',
      count: 0,
    });
  });

  test('holds few lines back from a head, and none from the secretariat', async () => {
    const other = reviewedProposal({
      id: '10000000-0000-4000-8000-0000000000f2',
      number: 'R8-0010',
    });
    const { proposer } = other;
    await api.have({
      ...other,
      hidden: { reason },
      proposer: { ...proposer, departmentId: 'soumu' },
    });
    const kinds = (answer: TurnoutAnswer) => answer.departments.map(({ kind }) => kind);
    expect(kinds(await turnout('head'))).toEqual(['held-back', 'held-back']);
    expect(kinds(await turnout('secretary'))).toEqual(['count', 'count']);
  });

  test('is nobody else’s to read, and that of an unknown campaign does not exist', async () => {
    for (const as of ['colleague', 'owner', 'executive', 'administrator'] as const) {
      expect((await api.call('GET', `/api/turnout/${campaign}`, { as })).status).toBe(403);
    }
    expect((await api.call('GET', '/api/turnout/unknown', { as: 'head' })).status).toBe(404);
  });
});
