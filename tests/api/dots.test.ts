import {
  campaignsAnswer,
  type DotsAnswer,
  dotsAnswer,
} from '../../src/contract/progress-answers.js';
import type { Act } from '../../src/domain/act.js';
import type { Mark } from '../../src/domain/figures/marks.js';
import { campaignDots } from '../../src/usecases/campaign-dots.js';
import { after, publishedProposal, sampleNow } from '../support/sample-proposals.js';
import { type PersonName, people } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

let api: ApiUnderTest;

beforeEach(async () => {
  api = await openApi();
  await api.have(publishedProposal());
  await api.have(after(proposalOf('owner', 'R8-0002'), 'begin-review'));
  await api.have(proposalOf('proposer', 'R8-0003'));
  api.at(sampleNow + 11_000);
});
afterEach(() => api.close());

async function dots(as: PersonName): Promise<DotsAnswer> {
  const { status, body } = await api.call('GET', '/api/figures/demo/dots', { as });
  expect(status).toBe(200);
  return dotsAnswer.strict().parse(body);
}

const rowOf = async (mark: Mark, as: PersonName) =>
  (await dots(as)).rows.find((row) => row.mark === mark);

async function act(number: string, name: string, form: object, as: PersonName = 'secretary') {
  const { status } = await api.call('POST', `/api/proposals/${number}/${name}`, {
    as,
    body: { form },
  });
  expect(status).toBe(200);
}

test('each received proposal is counted once, as in the balance, and summed up as the report does', async () => {
  const { rows, campaign } = await dots('colleague');
  const figures = await api.call('GET', '/api/figures/demo', { as: 'colleague' });
  expect(campaign.isSample).toBe(true);
  expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  expect(figures.body).toHaveProperty('received', 3);
  expect(rows.filter(({ count }) => count > 0)).toMatchObject([
    { mark: 'decided', reportClass: 'under-examination', proposals: [{ number: 'R8-0001' }] },
    { mark: 'reviewing', reportClass: 'under-examination', proposals: [{ number: 'R8-0002' }] },
    { mark: 'received', reportClass: 'under-examination', proposals: [] },
  ]);
  expect(rows.find(({ mark }) => mark === 'realised')?.reportClass).toBe('realised');
});

test('what may not be seen yet is named to those who proposed it alone', async () => {
  for (const as of ['colleague', 'secretary', 'head', 'executive'] as const) {
    expect(await rowOf('received', as)).toMatchObject({ count: 1, proposals: [] });
  }
  expect(await rowOf('received', 'proposer')).toMatchObject({
    count: 1,
    proposals: [{ number: 'R8-0003' }],
  });
});

test('what is 非公開 loses its name and keeps its dot; what is withdrawn loses both', async () => {
  await act('R8-0002', 'hide', { hidden: 'yes', reason: '個人が分かるため、見せません。' });
  expect(await rowOf('reviewing', 'colleague')).toMatchObject({ count: 1, proposals: [] });
  expect((await rowOf('reviewing', 'owner'))?.proposals).toHaveLength(1);
  await act('R8-0003', 'withdraw', {}, 'proposer');
  expect(await rowOf('received', 'proposer')).toMatchObject({ count: 0, proposals: [] });
});

test('of many proposals no more than so many are named, and all are counted', () => {
  const campaign = api.register.campaigns().find(({ id }) => id === 'demo');
  const reader: Act = { by: { id: people.colleague, name: 'c' }, at: sampleNow, roles: [] };
  const named = campaign ? campaignDots(api.register, campaign, reader, 1) : [];
  expect(named.map(({ proposals }) => proposals.length)).toContain(1);
  expect(named.flatMap(({ proposals }) => proposals)).toHaveLength(1);
  expect(named.reduce((sum, { count }) => sum + count, 0)).toBe(3);
});

test('a campaign that does not exist has no dots', async () => {
  const { status } = await api.call('GET', '/api/figures/none/dots', { as: 'colleague' });
  expect(status).toBe(404);
});

test('campaigns that have begun are listed, and nobody learns of one that is being prepared', async () => {
  const names = async () => {
    const { body } = await api.call('GET', '/api/campaigns', { as: 'colleague' });
    return campaignsAnswer
      .strict()
      .parse(body)
      .campaigns.map(({ id, isOpen }) => [id, isOpen]);
  };
  expect(await names()).toStrictEqual([['demo', true]]);
  api.at(Date.parse('2026-08-01T00:00:00Z'));
  expect(await names()).toStrictEqual([]);
  api.at(Date.parse('2026-12-05T00:00:00Z'));
  expect(await names()).toStrictEqual([['demo', false]]);
});
