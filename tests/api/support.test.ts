import { mySupportsAnswer, proposalAnswer } from '../../src/contract/proposal-answers.js';
import { after, secretaryAct } from '../support/sample-proposals.js';
import { type PersonName, people } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

let api: ApiUnderTest;
beforeEach(async () => {
  api = await openApi({ visibility: 'at-once' });
});
afterEach(() => api.close());

const post = (number: string, act: string, as: PersonName, body: unknown = {}) =>
  api.call('POST', `/api/proposals/${number}/${act}`, { as, body });

async function read(number: string, as: PersonName) {
  const answer = await api.call('GET', `/api/proposals/${number}`, { as });
  return proposalAnswer.parse(answer.body);
}

async function supportsOf(as: PersonName) {
  const answer = await api.call('GET', '/api/my-supports', { as });
  return mySupportsAnswer.parse(answer.body).proposals;
}

const reason = '同じ様式についての提案であり、まとめて検討します。';

test('people are counted once each, whatever they press and how often', async () => {
  await api.have(proposalOf('proposer', 'R8-0001'));
  for (const as of ['colleague', 'owner', 'colleague'] as const) {
    expect((await post('R8-0001', 'endorse', as)).status).toBe(200);
  }
  await Promise.all([1, 2, 3].map(() => post('R8-0001', 'endorse', 'head')));
  expect((await post('R8-0001', 'follow', 'executive')).status).toBe(200);
  expect(api.supports.items.size).toBe(4);
  expect(await read('R8-0001', 'proposer')).toMatchObject({ supporters: 3, as: 'proposer' });
  expect((await read('R8-0001', 'colleague')).support).toMatchObject({
    state: 'endorsed',
    editedSince: false,
  });
  expect((await read('R8-0001', 'executive')).support?.state).toBe('following');
  expect((await post('R8-0001', 'take-back-support', 'colleague')).status).toBe(200);
  expect(await read('R8-0001', 'colleague')).toMatchObject({ supporters: 2 });
  expect(await read('R8-0001', 'colleague')).not.toHaveProperty('support');
  expect(api.supports.items.size).toBe(4);
});

test('the own proposal cannot be endorsed, and another is not there before it may be seen', async () => {
  await api.have(proposalOf('proposer', 'R8-0001'));
  const own = await post('R8-0001', 'endorse', 'proposer');
  expect([own.status, own.body]).toMatchObject([409, { code: 'own-proposal' }]);
  const hidden = after(proposalOf('owner', 'R8-0002'), 'hide', { hidden: 'yes', reason });
  await api.have(hidden);
  const unseen = await post('R8-0002', 'endorse', 'colleague');
  const missing = await post('R8-0099', 'endorse', 'colleague');
  expect([unseen.status, unseen.text]).toEqual([missing.status, missing.text]);
  expect(missing.status).toBe(404);
  expect(api.supports.items.size).toBe(0);
  expect((await post('R8-0001', 'endorse', 'colleague', { state: 'none' })).status).toBe(400);
});

test('an edit after an endorsement is marked for the supporter', async () => {
  await api.have(proposalOf('proposer', 'R8-0001'));
  await post('R8-0001', 'endorse', 'colleague');
  const edited = await post('R8-0001', 'edit-content', 'proposer', {
    form: {
      title: '押印を求める庁内様式の全廃',
      currentProblem: '認印の欄が残っている。',
      proposedContent: 'すべての様式を電子化する。',
      category: 'paperless',
      isDigital: 'digital',
      costNeeded: 'no',
      department: 'doboku',
      jobGrade: 'shunin',
    },
  });
  expect(edited.status).toBe(200);
  expect((await read('R8-0001', 'colleague')).support?.editedSince).toBe(true);
  expect((await supportsOf('colleague'))[0]?.support.editedSince).toBe(true);
});

test('what is hidden after an endorsement is no longer listed, and the word can be taken back', async () => {
  await api.have(proposalOf('proposer', 'R8-0001'));
  await post('R8-0001', 'endorse', 'colleague');
  expect((await supportsOf('colleague')).map(({ number }) => number)).toEqual(['R8-0001']);
  expect(
    (await post('R8-0001', 'hide', 'secretary', { form: { hidden: 'yes', reason } })).status,
  ).toBe(200);
  expect(await supportsOf('colleague')).toEqual([]);
  const back = await post('R8-0001', 'take-back-support', 'colleague');
  expect([back.status, back.body]).toEqual([200, {}]);
  expect([...api.supports.items.values()].map(({ value }) => value.state)).toEqual(['none']);
});

describe('merged proposals', () => {
  beforeEach(async () => {
    for (const [person, number] of [
      ['proposer', 'R8-0001'],
      ['owner', 'R8-0002'],
    ] as const) {
      await api.have(after(proposalOf(person, number), 'begin-review', {}, secretaryAct));
    }
    await post('R8-0001', 'endorse', 'colleague');
    await post('R8-0001', 'endorse', 'head');
    await post('R8-0002', 'endorse', 'colleague');
  });

  /** Of exactly what was seen. */
  const publish = (seq: number) => post('R8-0002', 'publish', 'secretary', { seq });

  test('are counted together once the merge is published, each person once, and apart again after it', async () => {
    const counts = async () => [
      (await read('R8-0001', 'colleague')).supporters,
      (await read('R8-0002', 'colleague')).supporters,
    ];
    expect(await counts()).toEqual([2, 1]);
    const merged = await post('R8-0002', 'merge', 'secretary', {
      form: { mergeInto: 'R8-0001', reason },
    });
    expect(merged.status).toBe(200);
    expect(await counts()).toEqual([2, 1]);
    await publish(3);
    api.at(Date.parse('2026-10-05T01:01:00Z'));
    expect(await api.sweep()).toBe(1);
    expect(await counts()).toEqual([2, 2]);
    await post('R8-0002', 'unmerge', 'secretary', { form: { reason } });
    await publish(6);
    api.at(Date.parse('2026-10-05T01:02:00Z'));
    expect(await api.sweep()).toBe(1);
    expect(await counts()).toEqual([2, 1]);
  });

  test('keep the survivor from being withdrawn once the merge is published, and not a moment before', async () => {
    await api.have(proposalOf('colleague', 'R8-0003'));
    await api.have(proposalOf('colleague', 'R8-0004'));
    const form = { mergeInto: 'R8-0003', reason };
    expect((await post('R8-0002', 'merge', 'secretary', { form })).status).toBe(200);
    await publish(3);
    api.at(Date.parse('2026-10-05T01:01:00Z'));
    expect(await api.sweep()).toBe(1);
    const refused = await post('R8-0003', 'withdraw', 'colleague');
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'survivor-of-others' }]);
    await post('R8-0001', 'merge', 'secretary', { form: { mergeInto: 'R8-0004', reason } });
    expect((await post('R8-0004', 'withdraw', 'colleague')).status).toBe(200);
    const orphan = await post('R8-0001', 'publish', 'secretary', { seq: 3 });
    expect([orphan.status, orphan.body]).toMatchObject([409, { code: 'survivor-withdrawn' }]);
    expect(orphan.text).toContain('統合先の提案は取り下げられています');
  });

  test('tell supporters and proposers of all of them of the survivor, once the merge is published', async () => {
    await post('R8-0002', 'follow', 'executive');
    await post('R8-0002', 'merge', 'secretary', { form: { mergeInto: 'R8-0001', reason } });
    const told = (number: string) => {
      const id = api.register.proposalByNumber(number)?.value.id ?? '';
      return [...api.register.supportersOf(id)].sort();
    };
    expect(told('R8-0001')).toEqual([people.colleague, people.head].sort());
    await publish(3);
    api.at(Date.parse('2026-10-05T01:01:00Z'));
    expect(await api.sweep()).toBe(1);
    expect(told('R8-0001')).toEqual(
      [people.colleague, people.head, people.executive, people.owner].sort(),
    );
    expect(told('R8-0002')).toEqual([people.colleague, people.executive].sort());
  });
});
