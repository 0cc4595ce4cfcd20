import type { z } from 'zod';
import {
  adoptionsAnswer,
  deskMeasureShape,
  effectAnswered,
  measureDeskAnswer,
  measureItemAnswer,
  measuresAnswer,
} from '../../src/contract/measure-answers.js';
import { MeasureWorld, rightMeasure, rightRule } from '../support/measure-world.js';
import { type PersonName, people } from './support/api-people.js';
import { type ApiUnderTest, openApi } from './support/api-under-test.js';

const [measure, rule, other] = [1, 2, 3].map((n) => `20000000-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];
const rightRuleHere = { ...rightRule, category: 'paperless' };

let api: ApiUnderTest;
beforeEach(async () => {
  api = await openApi();
  const members = [
    { personId: people.owner, role: 'owner' as const, departmentId: 'soumu' },
    { personId: people.head, role: 'head' as const, departmentId: 'soumu' },
    { personId: people.executive, role: 'owner' as const, departmentId: 'doboku' },
    { personId: people.administrator, role: 'secretariat' as const },
  ];
  members.forEach((member, index) => {
    const stored = { value: { ...member, name: '役' }, itemId: `own-${index}`, revision: '1' };
    api.register.changes.members({ kind: 'stored', stored, version: 1 });
  });
});
afterEach(() => api.close());

type As = { readonly as: PersonName };

async function read<S extends z.ZodType>(as: PersonName, path: string, shape: S) {
  const answer = await api.call('GET', path, { as });
  expect([path, answer.status]).toEqual([path, 200]);
  return shape.parse(answer.body) as z.infer<S>;
}

const post = (as: PersonName, path: string, body: object) =>
  api.call('POST', `/api/measures${path}`, { as, body });

async function did(as: PersonName, path: string, body: object = {}) {
  const answer = await post(as, path, body);
  expect([path, answer.status, answer.status === 200 ? '' : answer.text]).toEqual([path, 200, '']);
  return answer.body;
}

async function pass(): Promise<void> {
  api.later(10_000);
  await api.sweepMeasures();
  await api.sweep();
}

async function publish(id: string, form: object, more: object = {}): Promise<void> {
  await did('secretary', '', { id, form });
  await did('secretary', `/${id}/publish`, more);
  await pass();
}

/** Everything about measures that a member of staff without a role reads. */
async function staffReads(): Promise<string> {
  const paths = [
    '/api/measures',
    '/api/casebook',
    '/api/measure-desk',
    `/api/measures/${measure}`,
    `/api/measures/${rule}`,
    `/api/measures/${other}`,
  ];
  const answers = await Promise.all(
    paths.map((path) => api.call('GET', path, { as: 'colleague' })),
  );
  return answers.map(({ status, text }) => `${status} ${text}`).join('\n');
}

const reason = '開始の月が一月ずれていました。';

test('what is not published changes nothing that staff read, byte for byte', async () => {
  await publish(measure, rightMeasure);
  await publish(rule, rightRuleHere);
  const before = await staffReads();
  await did('owner', '', { id: other, form: rightMeasure });
  await did('owner', `/${measure}/edit`, { form: { ...rightMeasure, title: 'まだ出さない題名' } });
  await did('secretary', `/${rule}/correct`, {
    form: { ...rightRuleHere, title: 'まだ出さない題名', reason },
  });
  await did('secretary', `/${measure}/publish`);
  await did('secretary', `/${rule}/withdraw`, { form: { reason: '別の取組にまとめます。' } });
  expect(await staffReads()).toBe(before);
  await did('secretary', `/${measure}/undo-publication`);
  await pass();
  expect(await staffReads()).toBe(before);
  await did('secretary', `/${measure}/publish`);
  await pass();
  expect(await staffReads()).toContain('まだ出さない題名');
});

test('those who work on it see the working state, everyone else what is published', async () => {
  await publish(measure, { ...rightMeasure, relistings: '' });
  await did('owner', `/${measure}/correct`, {
    seq: 3,
    form: { ...rightMeasure, startDate: '2026-12', reason },
  });
  const desk = await read('head', '/api/measure-desk', measureDeskAnswer);
  expect(desk.measures).toMatchObject([
    { id: measure, standing: 'published', isUnpublished: true, correction: reason, seq: 4 },
  ]);
  expect(desk.measures[0]?.working.start).toBe('2026-12');
  expect((await read('executive', '/api/measure-desk', measureDeskAnswer)).measures).toEqual([]);
  const item = await read('colleague', `/api/measures/${measure}`, measureItemAnswer.strict());
  expect(item.shown?.start).toBe('2026-11');
  await did('secretary', `/${measure}/publish`);
  await pass();
  const { versions, shown } = await read(
    'colleague',
    `/api/measures/${measure}`,
    measureItemAnswer.strict(),
  );
  expect(versions).toMatchObject([
    { version: 1, start: '2026-11', isCorrected: true },
    { version: 2, start: '2026-12', isCorrected: false, correction: reason },
  ]);
  expect(shown).toMatchObject({ version: 2, correction: reason });
});

test('an act on what somebody changed meanwhile is refused, and the present state comes with it', async () => {
  await did('owner', '', { id: measure, form: rightMeasure });
  await did('head', `/${measure}/edit`, { seq: 1, form: { ...rightMeasure, title: '先の題名' } });
  const late = await post('owner', `/${measure}/edit`, { seq: 1, form: rightMeasure });
  expect(late.status).toBe(409);
  expect(late.body).toMatchObject({
    code: 'changed-meanwhile',
    present: { working: { title: '先の題名' } },
    lastChange: { at: expect.any(Number), byName: expect.stringMatching(/./) },
  });
});

test('a withdrawn measure leaves the list, and what was published of it stays readable', async () => {
  await publish(measure, rightMeasure);
  await did('secretary', `/${measure}/withdraw`, { form: { reason: '別の取組にまとめます。' } });
  await did('secretary', `/${measure}/publish`);
  await pass();
  expect((await read('colleague', '/api/measures', measuresAnswer)).measures).toEqual([]);
  const item = await read('colleague', `/api/measures/${measure}`, measureItemAnswer.strict());
  expect(item.shown).toBeUndefined();
  expect(item.versions.map(({ withdrawn }) => withdrawn)).toEqual([
    undefined,
    '別の取組にまとめます。',
  ]);
  const answer = await post('colleague', `/${measure}/effect`, { form: { effectFelt: '5' } });
  expect(answer.status).toBe(404);
});

test('a measure that is listed again has two rows and is counted once', async () => {
  await publish(measure, { ...rightMeasure, category: 'paperless' });
  const masters = api.register.changes.categories;
  const work = { id: 'work', label: '業務改善', labelEn: 'work', order: 2 };
  masters({
    kind: 'stored',
    stored: { value: work, itemId: 'work', revision: '1' },
    version: 1,
  });
  await did('secretary', `/${measure}/edit`, { form: { ...rightMeasure, relistings: 'work' } });
  await did('secretary', `/${measure}/publish`);
  await pass();
  const list = await read('colleague', '/api/measures', measuresAnswer);
  expect(list.rows.map(({ categoryId, isRelisted }) => [categoryId, isRelisted])).toEqual([
    ['paperless', false],
    ['work', true],
  ]);
  expect(list.count).toBe(1);
});

test('everyone answers once about the effect, and few answers are not shown', async () => {
  await publish(measure, rightMeasure);
  const staff = Object.keys(people).slice(0, 5) as PersonName[];
  for (const [index, as] of staff.entries()) {
    const before = await read('colleague', `/api/measures/${measure}`, measureItemAnswer);
    expect([index, before.shown?.effect.state]).toEqual([index, 'few']);
    const form = { effectFelt: '4', effectHours: '10', effectYen: '500', effectText: '速い。' };
    effectAnswered.parse(await did(as, `/${measure}/effect`, { form }));
  }
  const replaced = { form: { effectFelt: '5', effectHours: '20' } };
  await did('colleague', `/${measure}/effect`, replaced);
  await did('colleague', `/${measure}/effect`, replaced);
  const item = await read('colleague', `/api/measures/${measure}`, measureItemAnswer);
  expect(item.ownAnswer).toMatchObject({ felt: 5, hours: 20 });
  expect(item.shown?.effect).toEqual({
    state: 'shown',
    totals: {
      answers: 5,
      hours: 60,
      yen: 2_000,
      steps: [0, 0, 0, 4, 1],
      satisfaction: 4.2,
      satisfied: 5,
    },
  });
  expect(api.measureLists.effectAnswers.items.size).toBe(5);
  const desk = deskMeasureShape.parse(
    (await api.call('GET', `/api/measures/${measure}`, { as: 'owner' })).body,
  );
  expect(desk.remarks).toEqual(['速い。', '速い。', '速い。', '速い。']);
  expect(JSON.stringify(desk)).not.toContain(people.colleague);
});

test('a department answers for several rules at once, each with a result of its own', async () => {
  await publish(rule, rightRuleHere);
  await publish(other, { ...rightRuleHere, title: '添付は一つにまとめる' });
  await publish(measure, rightMeasure);
  const body = {
    department: 'doboku',
    answers: [
      { id: rule, adopted: 'yes' },
      { id: other, adopted: 'no', note: '窓口の様式が揃ってから始めます。' },
      { id: measure, adopted: 'yes' },
      { id: 'x', adopted: 'yes' },
    ],
  };
  const send = (as: PersonName) => api.call('POST', '/api/casebook/adoptions', { as, body });
  const { results } = adoptionsAnswer.parse((await send('executive')).body);
  expect(results.map((each) => (each.kind === 'refused' ? each.refusal.code : each.kind))).toEqual([
    'answered',
    'answered',
    'not-a-rule',
    'no-such-measure',
  ]);
  const asOwner = adoptionsAnswer.parse((await send('owner')).body).results;
  expect(asOwner.map((each) => each.kind)).toEqual(['refused', 'refused', 'refused', 'refused']);
  const book = await read('colleague', '/api/casebook', measuresAnswer);
  expect(book.measures.map(({ adoption }) => adoption)).toEqual([
    { adopted: 1, notAdopted: 0, unanswered: 1, departments: 2, departmentIds: ['doboku'] },
    { adopted: 0, notAdopted: 1, unanswered: 1, departments: 2, departmentIds: [] },
  ]);
  expect(JSON.stringify(book)).not.toContain('窓口の様式');
  expect(api.measureLists.adoptions.items.size).toBe(2);
  const now = { department: 'doboku', answers: [{ id: other, adopted: 'yes' }] };
  await api.call('POST', '/api/casebook/adoptions', { as: 'executive', body: now });
  const [, later] = (await read('colleague', '/api/casebook', measuresAnswer)).measures;
  expect(later?.adoption?.departmentIds).toEqual(['doboku']);
  expect(api.measureLists.adoptions.items.size).toBe(2);
});

test('what somebody else of a department answered is not overwritten unread, and comes with who and when', async () => {
  await publish(rule, rightRuleHere);
  const answer = async (as: PersonName, more: object) => {
    const body = { department: 'doboku', answers: [{ id: rule, ...more }] };
    const given = await api.call('POST', '/api/casebook/adoptions', { as, body });
    return adoptionsAnswer.parse(given.body).results[0];
  };
  const note = '窓口の様式が揃ってから始めます。';
  expect(await answer('executive', { adopted: 'no', note })).toMatchObject({ kind: 'answered' });
  const late = await answer('secretary', { adopted: 'yes' });
  expect(late).toMatchObject({
    kind: 'refused',
    refusal: { code: 'changed-meanwhile', message: expect.stringContaining('先に更新しました') },
    present: { departmentId: 'doboku', adopted: false, note, byName: expect.stringMatching(/./) },
  });
  const seenAt = late?.kind === 'refused' ? late.present?.at : undefined;
  await pass();
  expect(await answer('secretary', { adopted: 'yes', seenAt })).toMatchObject({ kind: 'answered' });
  expect(await answer('executive', { adopted: 'no', seenAt })).toMatchObject({ kind: 'refused' });
  const [stored] = [...api.measureLists.adoptions.items.values()];
  expect(stored?.value).toMatchObject({ adopted: true });
});

const numbers = ['R8-0001', 'R8-0002'];

/** Proposals that were decided and told so, linked to a measure through the API. */
async function haveDecided(id: string): Promise<void> {
  const world = new MeasureWorld();
  for (const number of numbers) {
    world.decided(number);
    await api.have(world.proposal(number));
    const form = {
      measure: id,
      coverage: number === 'R8-0001' ? 'whole' : 'part',
      remaining: '残り。',
    };
    const body = { form };
    const linked = await api.call('POST', `/api/proposals/${number}/link-measure`, {
      as: 'secretary',
      body,
    });
    expect(linked.status).toBe(200);
  }
}

async function drives(as: PersonName) {
  const { measures } = await read(as, '/api/measure-desk', measureDeskAnswer);
  return measures.flatMap((each) => each.drives);
}

test('a published rule realises proposals like any other measure, by two people, with visible progress', async () => {
  await did('secretary', '', { id: rule, form: rightRuleHere });
  await haveDecided(rule);
  await did('secretary', `/${rule}/publish`, { form: { realisedOn: '2026-10-05' } });
  expect(await drives('secretary')).toEqual([]);
  api.later(10_000);
  await api.sweepMeasures();
  expect(await drives('secretary')).toMatchObject([
    { step: 'ask', total: 2, done: 2, isEnded: true, exceptions: [], byName: 'secretary' },
  ]);
  const own = await post('secretary', `/${rule}/confirm-realisation`, {});
  expect([own.status, own.body]).toMatchObject([403, { code: 'same-person' }]);
  await did('administrator', `/${rule}/confirm-realisation`);
  expect(await drives('owner')).toMatchObject([
    { step: 'ask' },
    { step: 'confirm', total: 1, done: 0, isEnded: false },
  ]);
  await api.sweepMeasures();
  const before = await read('colleague', '/api/casebook', measuresAnswer);
  expect(before.measures[0]?.proposals).toEqual([]);
  await did('secretary', `/${rule}/publish-realised`);
  await api.sweepMeasures();
  await pass();
  const { measures } = await read('colleague', '/api/casebook', measuresAnswer);
  expect(measures[0]).toMatchObject({
    id: rule,
    isPartial: true,
    proposals: [
      { number: 'R8-0001', status: 'realised', coverage: 'whole' },
      { number: 'R8-0002', status: 'partially-realised', coverage: 'part', remaining: '残り。' },
    ],
  });
});

test.each([
  ['ja', '取組は見つかりませんでした'],
  ['en', 'was not found'],
])('in %s it is said that a measure does not exist', async (locale, words) => {
  const asked: As & { headers: Record<string, string> } = {
    as: 'colleague',
    headers: { 'Accept-Language': locale },
  };
  const answer = await api.call('GET', '/api/measures/x', asked);
  expect(answer.status).toBe(404);
  expect(answer.text).toContain(words);
});
