import {
  issueGroupAnswer,
  issueGroupsAnswer,
  madeIssueGroupAnswer,
  proposedGroupsAnswer,
} from '../../src/contract/issue-group-answers.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { sampleTexts } from '../domain/similarity/sample-texts.js';
import {
  after as done,
  sampleContext,
  sampleDecisionForm,
  secretaryAct,
} from '../support/sample-proposals.js';
import { type PersonName, people } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

const id = '30000000-0000-4000-8000-000000000001';
const reason = '別の課題群と同じ内容のため、まとめます。';
const asSecretary = { as: 'secretary' as const };

let api: ApiUnderTest;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.close());

const numberOf = (n: number): string => `R8-${String(n).padStart(4, '0')}`;

/** One of the demonstration proposals, under its place in their list. */
function sample(n: number, person: PersonName = 'proposer'): Proposal {
  const proposal = proposalOf(person, numberOf(n));
  const words = sampleTexts[n - 1]?.words;
  if (!words) throw new Error(`there is no sample ${n}`);
  return { ...proposal, content: { ...proposal.content, ...words } };
}

async function haveSamples(): Promise<void> {
  for (const [index] of sampleTexts.entries()) await api.have(sample(index + 1));
}

async function proposed() {
  const { status, body } = await api.call('GET', '/api/issue-groups/proposed', asSecretary);
  expect(status).toBe(200);
  const answer = proposedGroupsAnswer.parse(body);
  if (answer.state !== 'ready') throw new Error('46 proposals take no time');
  return answer;
}

const send = (body: object) => api.call('POST', '/api/issue-groups', { ...asSecretary, body });

async function make(numbers: readonly string[], form = {}) {
  const { status, body } = await send({ id, form, items: numbers.map((number) => ({ number })) });
  expect(status).toBe(200);
  return madeIssueGroupAnswer.parse(body);
}

const act = (name: string, body: object) =>
  api.call('POST', `/api/issue-groups/${id}/${name}`, { ...asSecretary, body });

async function all() {
  const { body } = await api.call('GET', '/api/issue-groups', asSecretary);
  return issueGroupsAnswer.parse(body).groups;
}

describe('proposed issue groups', () => {
  beforeEach(haveSamples);

  test('are shown with labels, words and members, largest first, and change nothing', async () => {
    const { groups, isCurrent } = await proposed();
    expect(isCurrent).toBe(true);
    const sizes = groups.map(({ members }) => members.length);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(Math.min(...sizes)).toBeGreaterThan(1);
    const excel = groups.find(({ members }) =>
      members.some(({ number }) => number === numberOf(27)),
    );
    expect(excel?.label).toContain('Excel');
    expect(excel?.words.map(({ word }) => word).join('・')).toBe(excel?.label);
    expect(await all()).toEqual([]);
    expect(api.issueGroupList.items.size).toBe(0);
    for (const { value } of api.register.proposals()) expect(value.trail).toHaveLength(1);
  });

  test('name no proposer', async () => {
    const { text } = await api.call('GET', '/api/issue-groups/proposed', asSecretary);
    for (const secret of ['氏名 proposer', ...Object.values(people)])
      expect(text).not.toContain(secret);
  });

  test('an accepted one is made with the label that was shown, and is proposed no more', async () => {
    const [first] = (await proposed()).groups;
    if (!first) throw new Error('nothing is proposed');
    const items = first.members.map(({ number, seq }) => ({ number, seq }));
    const { status, body } = await send({ id, items });
    expect(status).toBe(200);
    const { group, results } = madeIssueGroupAnswer.parse(body);
    expect(group).toMatchObject({
      label: first.label,
      labelState: 'generated',
      proposals: items.length,
      members: first.members.map(({ number, title, status: state }) => ({
        number,
        title,
        status: state,
      })),
    });
    expect(results.every(({ kind }) => kind === 'changed')).toBe(true);
    const taken = new Set(items.map(({ number }) => number));
    const left = (await proposed()).groups.flatMap(({ members }) => members);
    expect(left.filter(({ number }) => taken.has(number))).toEqual([]);
  });

  test('leave out what is over, and take in again what a dissolved group held', async () => {
    const before = await proposed();
    const [first] = before.groups;
    if (!first) throw new Error('nothing is proposed');
    await make(first.members.map(({ number }) => number));
    await act('dissolve', { form: { reason } });
    expect((await proposed()).groups).toEqual(
      before.groups.map((group) => ({
        ...group,
        members: group.members.map((member) => ({
          ...member,
          seq: first.members.some(({ number }) => number === member.number) ? 2 : 1,
        })),
      })),
    );
    const [gone] = first.members;
    await api.call('POST', `/api/proposals/${gone?.number}/withdraw`, { as: 'proposer', body: {} });
    const members = (await proposed()).groups.flatMap((group) => group.members);
    expect(members.map(({ number }) => number)).not.toContain(gone?.number);
  });
});

describe('a group that is made', () => {
  beforeEach(async () => {
    for (const n of [1, 2, 3, 4]) await api.have(sample(n));
  });

  test('has a label of its own where a person gives one, and can begin empty', async () => {
    const { group } = await make([], { issueGroupLabel: '会議の持ち方' });
    expect(group).toMatchObject({ label: '会議の持ち方', labelState: 'named', members: [] });
    expect(api.issueGroupList.items.size).toBe(1);
  });

  test('sent again with the same token stays one, and takes in what comes with it', async () => {
    await make([numberOf(1)], { issueGroupLabel: '会議の持ち方' });
    const { group } = await make([numberOf(2)], { issueGroupLabel: '別の名前' });
    expect(group).toMatchObject({ label: '会議の持ち方', proposals: 2, sharePercent: 50 });
    expect(api.issueGroupList.items.size).toBe(1);
  });

  test('whose create was not answered is found by its token', async () => {
    const { create } = api.issueGroupList.store;
    const list = api.issueGroupList as { store: { create: typeof create } };
    list.store.create = async (group) => {
      await create(group);
      return { kind: 'unknown' };
    };
    const { group } = await make([numberOf(1)], { issueGroupLabel: '会議の持ち方' });
    expect(group.members).toHaveLength(1);
  });

  test('of which nobody can say whether it was stored is a fault, and the next try makes it', async () => {
    const { create } = api.issueGroupList.store;
    const list = api.issueGroupList as { store: { create: typeof create } };
    list.store.create = async () => ({ kind: 'unknown' });
    const body = { id, form: { issueGroupLabel: '会議' }, items: [{ number: numberOf(1) }] };
    expect((await send(body)).status).toBe(503);
    expect(api.register.proposalByNumber(numberOf(1))?.value.issueGroupId).toBeUndefined();
    list.store.create = create;
    expect((await send(body)).status).toBe(200);
  });

  test('gives every proposal a result of its own', async () => {
    await api.have(sample(5, 'secretary'));
    const items = [
      { number: numberOf(1), seq: 1 },
      { number: numberOf(2), seq: 9 },
      { number: numberOf(5) },
      { number: 'R8-9999' },
    ];
    const { body } = await send({ id, form: { issueGroupLabel: '会議' }, items });
    const { group, results } = madeIssueGroupAnswer.parse(body);
    expect(results).toMatchObject([
      { kind: 'changed', number: numberOf(1) },
      { kind: 'refused', number: numberOf(2), refusal: { code: 'changed-meanwhile' } },
      { kind: 'refused', number: numberOf(5), refusal: { code: 'conflict-of-interest' } },
      { kind: 'refused', number: 'R8-9999', refusal: { code: 'not-found' } },
    ]);
    expect(group.members.map(({ number }) => number)).toEqual([numberOf(1)]);
  });

  test('tells whoever proposed one of its members what is published of that one', async () => {
    const other = { ...secretaryAct, by: { id: 'other', name: '別の事務局' } };
    const context = { ...sampleContext, hasIssueGroup: () => true };
    const own = done(sample(5, 'secretary'), 'group', { issueGroup: id }, other, context);
    const reviewed = done(own, 'begin-review', {}, other);
    await make([], { issueGroupLabel: '会議' });
    await api.have(done(reviewed, 'decide-track', sampleDecisionForm, other));
    const { body } = await api.call('GET', `/api/issue-groups/${id}`, asSecretary);
    expect(issueGroupAnswer.parse(body).members).toMatchObject([
      { number: numberOf(5), status: 'reviewing' },
    ]);
  });

  test('is refused without label and without anything to make one from', async () => {
    const answer = await send({ id, items: [] });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      fields: { issueGroupLabel: '課題群の名前を入力してください（60文字以内）。' },
    });
    expect(api.issueGroupList.items.size).toBe(0);
  });

  test('takes at most 60 in a call, and more with further calls', async () => {
    const numbers = Array.from({ length: 61 }, (_, index) => numberOf(101 + index));
    for (const number of numbers) await api.have(proposalOf('proposer', number));
    const items = numbers.map((number) => ({ number }));
    const form = { issueGroupLabel: '会議' };
    expect((await send({ id, form, items })).status).toBe(400);
    await make(numbers.slice(0, 60), form);
    expect((await make(numbers.slice(60))).group.proposals).toBe(61);
  });

  test.each([
    { items: [] },
    { id: 'x', items: [] },
    { id, items: [{ number: 'R8-0001', form: {} }] },
    { id, items: [], more: 1 },
  ])('is refused for a body of another shape', async (body) => {
    expect((await send(body)).status).toBe(400);
  });
});

describe('a group that is there', () => {
  beforeEach(async () => {
    for (const n of [21, 22, 30]) await api.have(sample(n));
    await make([numberOf(21), numberOf(22)]);
  });

  test('has its label confirmed or changed by a person, and its trail says so', async () => {
    const confirmed = issueGroupAnswer.parse((await act('confirm-label', { seq: 1 })).body);
    expect(confirmed.labelState).toBe('confirmed');
    const renamed = issueGroupAnswer.parse(
      (await act('rename', { seq: 2, form: { issueGroupLabel: '会議の持ち方' } })).body,
    );
    expect(renamed).toMatchObject({ label: '会議の持ち方', labelState: 'named', seq: 3 });
    expect(renamed.trail).toMatchObject([
      { seq: 1, kind: 'created', byName: 'secretary' },
      { seq: 2, kind: 'label-confirmed' },
      { seq: 3, kind: 'renamed', label: '会議の持ち方' },
    ]);
  });

  test('is not overwritten by who has not seen what it became', async () => {
    await act('rename', { form: { issueGroupLabel: '会議の持ち方' } });
    const { status, body } = await act('confirm-label', { seq: 1 });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'changed-meanwhile',
      present: { label: '会議の持ち方', seq: 2 },
      lastChange: { at: expect.any(Number), byName: expect.stringMatching(/./) },
    });
  });

  test('dissolved, has no members at once and takes none', async () => {
    const dissolved = issueGroupAnswer.parse((await act('dissolve', { form: { reason } })).body);
    expect(dissolved).toMatchObject({ dissolved: { reason }, members: [], proposals: 0 });
    expect(await all()).toEqual([]);
    const again = await send({ id, items: [{ number: numberOf(30) }] });
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: 'issue-group-dissolved' });
    const bulk = await api.call('POST', '/api/proposals/R8-0030/group', {
      ...asSecretary,
      body: { form: { issueGroup: id } },
    });
    expect(bulk.status).toBe(422);
  });

  test('takes in and gives back proposals by the act on many', async () => {
    const move = (issueGroup: string) =>
      api.call('POST', '/api/bulk/group', {
        ...asSecretary,
        body: { items: [{ number: numberOf(30) }], form: { issueGroup } },
      });
    const size = async () => (await all())[0]?.proposals;
    await move(id);
    expect(await size()).toBe(3);
    await move('');
    expect(await size()).toBe(2);
  });

  test('one that is not there is answered so, in both languages', async () => {
    const path = '/api/issue-groups/30000000-0000-4000-8000-00000000000f';
    for (const [language, words] of [
      ['ja', '見つかりません'],
      ['en', 'not found'],
    ] as const) {
      const headers = { 'Accept-Language': language };
      const read = await api.call('GET', path, { ...asSecretary, headers });
      const write = await api.call('POST', `${path}/dissolve`, {
        ...asSecretary,
        headers,
        body: { form: { reason } },
      });
      for (const { status, body, text } of [read, write]) {
        expect([status, body]).toMatchObject([404, { code: 'no-such-issue-group' }]);
        expect(text).toContain(words);
      }
    }
  });
});
