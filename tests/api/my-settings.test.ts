import { missedNoticesAnswer, mySettingsAnswer } from '../../src/contract/settings-answers.js';
import type { LedgerRow } from '../../src/domain/notice-ledger.js';
import { after, sampleNow } from '../support/sample-proposals.js';
import { people } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

let api: ApiUnderTest;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.close());

const settings = '/api/my-settings';
const missed = '/api/my-missed-notices';
type Person = 'proposer' | 'colleague';

const read = async (as: Person = 'proposer') =>
  mySettingsAnswer.parse((await api.call('GET', settings, { as })).body);
const keep = (body: unknown) => api.call('POST', settings, { as: 'proposer', body });
const missedBy = async (as: Person = 'proposer') =>
  missedNoticesAnswer.parse((await api.call('GET', missed, { as })).body);

test('whoever chose nothing has what is usual; what is chosen holds for that person alone', async () => {
  const usual = { supported: 'each', language: 'as-teams', inFeed: true };
  expect(await read()).toStrictEqual(usual);
  const chosen = { supported: 'none', language: 'ja', inFeed: false };
  const { status, body } = await keep(chosen);
  expect([status, mySettingsAnswer.parse(body)]).toStrictEqual([200, chosen]);
  expect(await read()).toStrictEqual(chosen);
  expect(await read('colleague')).toStrictEqual(usual);
});

test.each([
  ['an unknown wish', { supported: 'digest', language: 'ja', inFeed: true }],
  ['a part of it', { supported: 'each' }],
  [
    'somebody else',
    { supported: 'each', language: 'ja', inFeed: true, personId: people.colleague },
  ],
])('%s is refused', async (_name, body) => {
  expect((await keep(body)).status).toBe(400);
  expect((await read()).supported).toBe('each');
});

const rowOf = (seq: number, until: number, recipients: LedgerRow['recipients']): LedgerRow => ({
  key: `key ${seq}`,
  proposalId: proposalOf('proposer', 'R8-0001').id,
  seq,
  state: 'closed',
  by: 'one',
  epoch: 1,
  until,
  recipients,
});

test('what did not reach a person is told to this person and nobody else, until it was seen', async () => {
  const proposal = after(proposalOf('proposer', 'R8-0001'), 'begin-review');
  await api.have(proposal);
  const failed = {
    id: people.proposer,
    attempts: 1,
    outcome: 'undeliverable',
    why: 'blocked',
  } as const;
  const arrived = { id: people.colleague, attempts: 1, outcome: 'delivered' } as const;
  await api.haveRow(rowOf(2, sampleNow + 60_000, [failed, arrived]));
  const { notices, through } = await missedBy();
  expect(notices).toStrictEqual([
    {
      number: 'R8-0001',
      title: proposal.content.title,
      status: 'reviewing',
      at: sampleNow,
      isCertain: true,
    },
  ]);
  expect(await missedBy('colleague')).toStrictEqual({ notices: [] });
  const seen = (until: number) =>
    api.call('POST', `${missed}/seen`, { as: 'proposer', body: { through: until } });
  await seen(sampleNow);
  expect((await missedBy()).notices).toHaveLength(1);
  // Nobody can have seen what is not there yet.
  expect((await seen((through ?? 0) + 999_000_000)).body).toStrictEqual({ notices: [] });
  await api.haveRow(rowOf(3, sampleNow + 120_000, [{ ...failed, outcome: 'unconfirmed' }]));
  expect(await missedBy()).toMatchObject({ notices: [{ isCertain: false }] });
  expect((await read()).supported).toBe('each');
});
