import { releaseSetAnswer } from '../../src/contract/release-answers.js';
import { lastSeq } from '../../src/domain/trail-entry.js';
import { after, sampleDecisionForm, secretaryAct } from '../support/sample-proposals.js';
import { people } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

const id = '50000000-0000-4000-8000-000000000001';
const number = 'R8-0001';
const content = { title: '11月の公表', campaign: 'demo', withProgress: true };

let api: ApiUnderTest;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.close());

function act(name: string, body: object = {}) {
  const seq = lastSeq(api.register.releaseSet(id)?.value.trail ?? []);
  const path = `/api/release-sets/${id}/${name}`;
  return api.call('POST', path, { as: 'secretary', body: { seq, ...body } });
}

async function make(): Promise<void> {
  const body = { id, ...content };
  expect((await api.call('POST', '/api/release-sets', { as: 'secretary', body })).status).toBe(200);
}

test('a set whose record would not fit to its end is not worked on any further, and can be cancelled', async () => {
  await make();
  const edit = { ...content, title: '題'.repeat(60) };
  let answer = await act('edit', edit);
  for (let tries = 0; answer.status === 200 && tries < 400; tries += 1) {
    answer = await act('edit', edit);
  }
  expect(answer.body).toMatchObject({
    code: 'release-set-too-long',
    message: expect.stringMatching(/公表を終えるまでに収まらなくなる/),
  });
  expect(answer.status).toBe(409);
  const reason = '記録が多くなったため、分けます。';
  const cancelled = await act('cancel', { reason });
  expect(releaseSetAnswer.parse(cancelled.body)).toMatchObject({
    state: 'cancelled',
    cancelled: { reason },
  });
}, 60_000);

test('a set whose posts outgrow it because channels were added is cancelled when it is due, with a sentence', async () => {
  const other = { ...secretaryAct, by: { id: people.former, name: 'former' } };
  const reviewed = after(proposalOf('proposer', number), 'begin-review', {}, other);
  const one = after(reviewed, 'decide-track', sampleDecisionForm, other);
  await api.have(one);
  await make();
  const proposals = [{ number, seq: lastSeq(one.trail) }];
  expect((await act('add', { proposals, measures: [] })).status).toBe(200);
  expect((await act('schedule')).status).toBe(200);
  await api.sweepReleases();
  for (let index = 0; index < 500; index += 1) {
    const channelId = `19:${index}@thread.tacv2`;
    const value = { purpose: 'staff-updates' as const, teamId: 't', channelId, label: '増えた先' };
    const stored = { value: { ...value, id: `more-${index}` }, itemId: `m${index}`, revision: '1' };
    api.register.changes.channels({ kind: 'stored', stored, version: 1 });
  }
  api.later(60_000);
  await api.sweepReleases();
  for (const [locale, sentence] of [
    ['ja', /収まらなくなったため、取りやめました/],
    ['en', /no longer fits one set, so it was cancelled/],
  ] as const) {
    const { body } = await api.call('GET', `/api/release-sets/${id}`, {
      as: 'secretary',
      headers: { 'Accept-Language': locale },
    });
    const reason = expect.stringMatching(sentence);
    expect(body).toMatchObject({ state: 'cancelled', cancelled: { reason } });
  }
  await api.sweepReleases();
  const held = api.register.proposal(one.id)?.value;
  expect([held?.publicationDue, held?.published.status]).toEqual([undefined, 'reviewing']);
});
