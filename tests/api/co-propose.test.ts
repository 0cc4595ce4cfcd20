import { myProposalsAnswer, proposalAnswer } from '../../src/contract/proposal-answers.js';
import { noticesOf, recipientIdsOf } from '../../src/domain/notice.js';
import { type PersonName, people } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

let api: ApiUnderTest;
beforeEach(async () => {
  api = await openApi();
  await api.have(proposalOf('proposer', 'R8-0001'));
});
afterEach(() => api.close());

const post = (act: string, as: PersonName, form: object = {}) =>
  api.call('POST', `/api/proposals/R8-0001/${act}`, { as, body: { form } });
const invite = () =>
  post('invite-co-proposer', 'proposer', { person: people.colleague, personName: '双葉 けん' });
const mine = async (as: PersonName) =>
  myProposalsAnswer.parse((await api.call('GET', '/api/my-proposals', { as })).body).proposals;
const read = async (as: PersonName) =>
  proposalAnswer.parse((await api.call('GET', '/api/proposals/R8-0001', { as })).body);

test('whoever is invited sees the proposal, is told once, and lists it as waiting for an answer', async () => {
  expect((await api.call('GET', '/api/proposals/R8-0001', { as: 'colleague' })).status).toBe(404);
  expect((await invite()).status).toBe(200);
  expect(await mine('colleague')).toMatchObject([{ number: 'R8-0001', as: 'invited' }]);
  expect(await read('colleague')).toMatchObject({ mine: false, as: 'invited' });
  const held = api.register.proposalByNumber('R8-0001')?.value;
  const told = held?.trail.flatMap((entry) => noticesOf(held.id, entry)).flatMap(recipientIdsOf);
  expect(told).toEqual([people.colleague]);
});

test('whoever accepts lists it as joint, reads what is asked, and is told of a withdrawal', async () => {
  await invite();
  expect((await post('answer-invitation', 'colleague', { invitation: 'accepted' })).status).toBe(
    200,
  );
  expect(await mine('colleague')).toMatchObject([{ number: 'R8-0001', as: 'co-proposer' }]);
  expect(await mine('proposer')).toMatchObject([{ number: 'R8-0001', as: 'proposer' }]);
  await post('ask-question', 'secretary', { question: 'どの様式についての提案ですか。' });
  const question = { text: 'どの様式についての提案ですか。' };
  expect((await read('colleague')).question).toMatchObject(question);
  expect((await read('proposer')).question).toMatchObject(question);
  expect((await post('withdraw', 'proposer')).status).toBe(200);
  const held = api.register.proposalByNumber('R8-0001')?.value;
  const last = held?.trail.at(-1);
  expect(held && last && noticesOf(held.id, last).flatMap(recipientIdsOf)).toEqual([
    people.colleague,
  ]);
});

test('whoever declines sees and lists nothing of it any more', async () => {
  await invite();
  expect((await post('answer-invitation', 'colleague', { invitation: 'declined' })).status).toBe(
    200,
  );
  expect(await mine('colleague')).toEqual([]);
  expect((await api.call('GET', '/api/proposals/R8-0001', { as: 'colleague' })).status).toBe(404);
});

test('a proposal of several people stays one, with the department of who represents them', async () => {
  await invite();
  await post('answer-invitation', 'colleague', { invitation: 'accepted' });
  expect(api.register.proposalsOf(people.colleague)).toEqual([]);
  expect(api.register.proposals()).toHaveLength(1);
  expect(api.register.proposalByNumber('R8-0001')?.value.proposer.departmentId).toBe('doboku');
});

test('those who propose together see who accepted, declined or has not answered, and nobody else does', async () => {
  await invite();
  await post('invite-co-proposer', 'proposer', { person: people.owner, personName: '青葉 そら' });
  await post('invite-co-proposer', 'proposer', { person: people.head, personName: '早苗 みき' });
  await post('answer-invitation', 'colleague', { invitation: 'accepted' });
  await post('answer-invitation', 'owner', { invitation: 'declined' });
  const all = [
    { name: '双葉 けん', answer: 'accepted' },
    { name: '青葉 そら', answer: 'declined' },
    { name: '早苗 みき', answer: 'invited' },
  ];
  expect((await read('proposer')).coProposers).toEqual(all);
  expect((await read('colleague')).coProposers).toEqual(all);
  expect((await read('head')).coProposers).toBeUndefined();
  await post('begin-review', 'secretary');
  for (const as of ['owner', 'executive', 'secretary'] as const) {
    const { status, text } = await api.call('GET', '/api/proposals/R8-0001', { as });
    expect({ as, status }).toEqual({ as, status: 200 });
    for (const { name } of all) expect(text).not.toContain(name);
  }
});

test('a proposal of one person names no co-proposers', async () => {
  expect((await read('proposer')).coProposers).toBeUndefined();
});
