import { releaseSetAnswer } from '../../src/contract/release-answers.js';
import { triageAnswer, triageItemAnswer } from '../../src/contract/triage-answers.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { lastSeq } from '../../src/domain/trail-entry.js';
import { trailText } from '../../src/graph/lists/trail-text.js';
import { heldTexts } from '../../src/text/held-texts.js';
import { after, sampleDecisionForm, secretaryAct } from '../support/sample-proposals.js';
import { type PersonName, people } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

const reason = '同じ様式についての提案であり、まとめて検討します。';
const numbers = { one: 'R8-0001', own: 'R8-0002', other: 'R8-0003' } as const;
const setId = '50000000-0000-4000-8000-000000000001';
const worker = { ...secretaryAct, by: { id: people.colleague, name: 'c' } };

let api: ApiUnderTest;
beforeEach(async () => {
  api = await openApi();
  // A second secretary, who is nobody else.
  const value = { personId: people.colleague, name: 'c', role: 'secretariat' as const };
  const stored = { value, itemId: '99', revision: '1' };
  api.register.changes.members({ kind: 'stored', stored, version: 1 });
});
afterEach(() => api.close());

const reviewed = (person: PersonName, number: string): Proposal =>
  after(proposalOf(person, number), 'begin-review', {}, worker);

async function haveDecided(number: string): Promise<Proposal> {
  const reviewing = reviewed('proposer', number);
  const proposal = after(reviewing, 'decide-track', sampleDecisionForm, worker);
  await api.have(proposal);
  return proposal;
}

const seqOf = (number: string): number =>
  lastSeq(api.register.proposalByNumber(number)?.value.trail ?? []);

async function act(number: string, name: string, as: PersonName, form: object = {}) {
  const body = { form, seq: seqOf(number) };
  const answer = await api.call('POST', `/api/proposals/${number}/${name}`, { as, body });
  expect([name, answer.status, answer.text]).toEqual([name, 200, answer.text]);
}

async function item(number: string, as: PersonName = 'colleague') {
  const answer = await api.call('GET', `/api/triage/${number}`, { as });
  expect(answer.text).not.toContain('conflict-of-interest');
  return triageItemAnswer.parse(answer.body);
}

async function told(number: string) {
  const { body } = await api.call('GET', `/api/proposals/${number}`, { as: 'executive' });
  return (body as { readonly status: string }).status;
}

async function carriedOut(): Promise<void> {
  api.later(10_000);
  await api.sweep();
}

/** Somebody else finds that the secretary proposed the same. */
async function mergeOwnInto(number: string): Promise<void> {
  await act(numbers.own, 'merge', 'colleague', { mergeInto: number, reason });
}

test('what was merged with an own idea of who published it is held, and somebody else publishes it', async () => {
  await haveDecided(numbers.one);
  await api.have(reviewed('secretary', numbers.own));
  await act(numbers.one, 'publish', 'secretary');
  await mergeOwnInto(numbers.one);
  await carriedOut();
  expect(await told(numbers.one)).toBe('reviewing');
  const held = await item(numbers.one);
  expect(held.publication).toEqual({ state: 'unpublished', held: 'not-permitted' });
  expect(held.trail.at(-1)).toMatchObject({ kind: 'publication-undone', held: 'not-permitted' });
  const queue = await api.call('GET', '/api/triage', { as: 'colleague' });
  const row = triageAnswer.parse(queue.body).rows.find(({ number }) => number === numbers.one);
  expect(row?.publication).toEqual(held.publication);
  const trail = api.register.proposalByNumber(numbers.one)?.value.trail ?? [];
  expect(trailText(trail)).toContain(heldTexts.ja['not-permitted']);
  await act(numbers.one, 'publish', 'colleague');
  await carriedOut();
  expect(await told(numbers.one)).toBe('decided');
  expect((await item(numbers.one)).publication).toMatchObject({ state: 'published' });
});

test('what who published it is invited to propose is held', async () => {
  await haveDecided(numbers.one);
  await api.have(proposalOf('proposer', numbers.other));
  await act(numbers.other, 'merge', 'secretary', { mergeInto: numbers.one, reason });
  await act(numbers.other, 'publish', 'secretary');
  const invited = { person: people.secretary, personName: 's' };
  await act(numbers.other, 'invite-co-proposer', 'proposer', invited);
  await carriedOut();
  const { publication } = await item(numbers.other);
  expect(publication).toEqual({ state: 'unpublished', held: 'not-permitted' });
});

test('what is merged with an idea of somebody else is published', async () => {
  await haveDecided(numbers.one);
  await api.have(reviewed('executive', numbers.own));
  await act(numbers.one, 'publish', 'secretary');
  await mergeOwnInto(numbers.one);
  await carriedOut();
  expect(await told(numbers.one)).toBe('decided');
});

test('a release set publishes the others, and says of what is held that another person has to', async () => {
  const chosen = [await haveDecided(numbers.one), await haveDecided(numbers.other)];
  await api.have(reviewed('secretary', numbers.own));
  const content = { title: '11月の公表', campaign: 'demo', withProgress: false };
  const steps = [
    ['', { id: setId, ...content }],
    [
      `/${setId}/add`,
      {
        seq: 1,
        proposals: chosen.map(({ number }) => ({ number, seq: seqOf(number) })),
        measures: [],
      },
    ],
    [`/${setId}/schedule`, { seq: 2 }],
  ] as const;
  for (const [path, body] of steps) {
    const answer = await api.call('POST', `/api/release-sets${path}`, { as: 'secretary', body });
    expect([path, answer.status, answer.text]).toEqual([path, 200, answer.text]);
  }
  await api.sweepReleases();
  await mergeOwnInto(numbers.one);
  for (let round = 0; round < 4; round += 1) {
    await api.sweepReleases();
    await carriedOut();
  }
  expect([await told(numbers.one), await told(numbers.other)]).toEqual(['reviewing', 'decided']);
  for (const [locale, sentence] of [
    ['ja', /権限がありません/],
    ['en', /may not publish it/],
  ] as const) {
    const answer = await api.call('GET', `/api/release-sets/${setId}`, {
      as: 'colleague',
      headers: { 'Accept-Language': locale },
    });
    const { state, items } = releaseSetAnswer.parse(answer.body);
    expect([state, items.map(({ progress }) => progress)]).toEqual([
      'released',
      ['taken-out', 'published'],
    ]);
    expect(items[0]?.exception).toEqual({
      code: 'not-permitted',
      message: expect.stringMatching(sentence),
    });
    expect(answer.text).not.toContain('conflict-of-interest');
  }
  await act(numbers.one, 'publish', 'colleague');
  await carriedOut();
  expect(await told(numbers.one)).toBe('decided');
});
