import { proposalAnswer } from '../../src/contract/proposal-answers.js';
import { triageItemAnswer } from '../../src/contract/triage-answers.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await openApi();
  await api.have(proposalOf('proposer', 'R8-0001'));
});
afterAll(() => api.close());

const present = (): Proposal => {
  const held = api.register.proposalByNumber('R8-0001');
  if (!held) throw new Error('no proposal');
  return held.value;
};

const words = (n: number) =>
  `${n}件目。${'検討の経過を詳しく残します。'.repeat(70)}`.slice(0, 1_000);

test('a proposal with more than its item holds is changed, and shown whole to who works on it and who proposed it', async () => {
  for (let n = 1; n <= 90; n += 1) {
    const body = { form: { note: words(n) } };
    const path = '/api/proposals/R8-0001/add-note';
    const { status } = await api.call('POST', path, { as: 'secretary', body });
    expect(status).toBe(200);
  }
  expect(present().trail[0]?.seq).toBeGreaterThan(30);
  const item = triageItemAnswer.parse(
    (await api.call('GET', '/api/triage/R8-0001', { as: 'secretary' })).body,
  );
  expect(item.trail.map(({ seq }) => seq)).toEqual(Array.from({ length: 91 }, (_, n) => n + 1));
  const mine = proposalAnswer.parse(
    (await api.call('GET', '/api/proposals/R8-0001', { as: 'proposer' })).body,
  );
  expect(mine.trail.map(({ kind }) => kind)).toEqual(['received']);
});
