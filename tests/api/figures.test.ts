import { figuresAnswer } from '../../src/contract/figures-answers.js';
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
