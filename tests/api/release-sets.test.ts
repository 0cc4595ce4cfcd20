import type { Route } from '../../src/api/route.js';
import { routes } from '../../src/api/routes.js';
import {
  addToReleaseAnswer,
  publicationAnswer,
  publicationsAnswer,
  releaseSetAnswer,
  releaseSetsAnswer,
  releasesAnswer,
} from '../../src/contract/release-answers.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { lastSeq } from '../../src/domain/trail-entry.js';
import { after, sampleDecisionForm, secretaryAct } from '../support/sample-proposals.js';
import { type PersonName, people } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';
import { isOfReleases } from './support/release-routes.js';

const ids = {
  draft: '50000000-0000-4000-8000-000000000001',
  released: '50000000-0000-4000-8000-000000000002',
  missing: '50000000-0000-4000-8000-000000000009',
  nonsense: 'x',
} as const;

type Subject = keyof typeof ids;
type Caller = PersonName | 'nobody';

let api: ApiUnderTest;

beforeEach(async () => {
  api = await openApi();
  // A second secretary, who is nobody else.
  const value = { personId: people.colleague, name: 'c', role: 'secretariat' as const };
  const stored = { value, itemId: '99', revision: '1' };
  api.register.changes.members({ kind: 'stored', stored, version: 1 });
});
afterEach(() => api.close());

/** Decided by the second secretary, so that it can be of the first. */
function decided(proposal: Proposal): Proposal {
  const act = { ...secretaryAct, by: { id: people.colleague, name: 'c' } };
  const reviewed = after(proposal, 'begin-review', {}, act);
  return after(reviewed, 'decide-track', sampleDecisionForm, act);
}

async function have(number: string, person: PersonName = 'proposer'): Promise<Proposal> {
  const proposal = decided(proposalOf(person, number));
  await api.have(proposal);
  return proposal;
}

function post(path: string, body: unknown, as: PersonName = 'secretary') {
  return api.call('POST', path, { as, body });
}

const content = { title: '11月の公表', campaign: 'demo', withProgress: true };

async function make(id: string = ids.draft, as: PersonName = 'secretary') {
  const answer = await post('/api/release-sets', { id, ...content }, as);
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
  return releaseSetAnswer.parse(answer.body);
}

const seqOf = (id: string): number => lastSeq(api.register.releaseSet(id)?.value.trail ?? []);

function act(
  name: string,
  body: object = {},
  as: PersonName = 'secretary',
  id: string = ids.draft,
) {
  return post(`/api/release-sets/${id}/${name}`, { seq: seqOf(id), ...body }, as);
}

const chosen = (proposals: readonly Proposal[]) => ({
  proposals: proposals.map(({ number, trail }) => ({ number, seq: lastSeq(trail) })),
  measures: [],
});

async function released(id: string = ids.draft): Promise<void> {
  expect((await act('schedule', {}, 'secretary', id)).status).toBe(200);
  for (const wait of [0, 60_000, 60_000]) {
    api.later(wait);
    for (let round = 0; round < 3; round += 1) {
      await api.sweepReleases();
      await api.sweep();
    }
  }
  expect(api.register.releaseSet(id)?.value.state).toBe('released');
}

test('a set is made, filled, looked at, scheduled and released; then everyone reads what it published', async () => {
  const [one, two] = [await have('R8-0001'), await have('R8-0002', 'owner')];
  const fresh = proposalOf('owner', 'R8-0003');
  await api.have(fresh);
  await make();
  const added = addToReleaseAnswer.parse((await act('add', chosen([one, two, fresh]))).body);
  expect(added.set.items.map(({ key }) => key)).toEqual(['R8-0001', 'R8-0002']);
  expect(added.refused).toEqual([
    {
      kind: 'proposal',
      key: 'R8-0003',
      refusal: expect.objectContaining({ code: 'nothing-to-publish' }),
    },
  ]);
  const preview = releaseSetAnswer.parse(
    (await api.call('GET', `/api/release-sets/${ids.draft}`, { as: 'secretary' })).body,
  );
  expect(preview).toMatchObject({
    people: 2,
    cards: 2,
    posts: [{ label: '働き方改革のお知らせ', as: 'staff', count: 2 }],
  });
  expect(preview.items.map(({ told }) => told.proposer)).toEqual([1, 1]);
  expect(JSON.stringify(preview.items[0]?.card)).toContain('対応方針が決まりました');
  expect(JSON.stringify(preview.posts[0]?.card)).toContain('R8-0002');
  const staffBefore = await api.call('GET', '/api/releases', { as: 'executive' });
  expect(releasesAnswer.parse(staffBefore.body).releases).toEqual([]);
  await released();
  const { releases } = releasesAnswer.parse(
    (await api.call('GET', '/api/releases', { as: 'executive' })).body,
  );
  expect(releases).toEqual([
    {
      id: ids.draft,
      title: content.title,
      at: expect.any(Number),
      proposals: [
        { number: 'R8-0001', title: one.content.title, status: 'decided' },
        { number: 'R8-0002', title: two.content.title, status: 'decided' },
      ],
      measures: [],
      hasProgress: true,
    },
  ]);
  const publication = publicationAnswer.parse(
    (await api.call('GET', `/api/publications/${ids.draft}`, { as: 'executive' })).body,
  );
  expect(publication.versions).toHaveLength(1);
  expect(publication.versions[0]?.figures).toMatchObject({ view: 'published', received: 3 });
});

test('a correction of the progress is a version more, marked with its reason; the old one stays as it was', async () => {
  await have('R8-0001');
  await make();
  await released();
  const path = `/api/publications/${ids.draft}`;
  const before = publicationAnswer.parse((await api.call('GET', path, { as: 'head' })).body);
  expect((await post(`${path}/correct`, { version: 1, reason: '' })).status).toBe(422);
  const reason = '分類を直したため';
  expect((await post(`${path}/correct`, { version: 1, reason })).status).toBe(200);
  const late = await post(`${path}/correct`, { version: 1, reason: '別' });
  expect(late.status).toBe(409);
  expect(late.body).toMatchObject({ present: { versions: [{}, { correction: { reason } }] } });
  const now = publicationAnswer.parse((await api.call('GET', path, { as: 'head' })).body);
  expect(
    now.versions.map(({ version, correction, isCorrected }) => [
      version,
      correction?.reason,
      isCorrected,
    ]),
  ).toEqual([
    [1, undefined, true],
    [2, reason, false],
  ]);
  expect(now.versions[0]?.figures).toEqual(before.versions[0]?.figures);
  const { publications } = publicationsAnswer.parse(
    (await api.call('GET', '/api/publications', { as: 'head' })).body,
  );
  expect(publications.map(({ id, versions }) => [id, versions.length])).toEqual([[ids.draft, 2]]);
});

test('who proposed something in a set does not learn of it before it is released, in no answer', async () => {
  const own = await have('R8-0001', 'secretary');
  const missing = await api.call('GET', `/api/release-sets/${ids.missing}`, { as: 'secretary' });
  const chosenSelf = await (async () => {
    await make(ids.draft, 'colleague');
    return act('add', chosen([own]));
  })();
  expect(addToReleaseAnswer.parse(chosenSelf.body).refused[0]?.refusal.code).toBe(
    'conflict-of-interest',
  );
  const listed = await api.call('GET', '/api/release-sets', { as: 'secretary' });
  expect(releaseSetsAnswer.parse(listed.body).sets).toHaveLength(1);
  expect((await act('add', chosen([own]), 'colleague')).status).toBe(200);
  const hidden = await api.call('GET', '/api/release-sets', { as: 'secretary' });
  expect(releaseSetsAnswer.parse(hidden.body).sets).toEqual([]);
  const path = `/api/release-sets/${ids.draft}`;
  expect((await api.call('GET', path, { as: 'secretary' })).text).toBe(missing.text);
  for (const name of ['schedule', 'cancel', 'ask-quiet-time']) {
    expect((await act(name)).text).toBe(missing.text);
  }
  expect((await act('remove', { proposals: ['R8-0001'], measures: [] })).text).toBe(missing.text);
});

test('a set and a publication that are not there are answered so, read or written', async () => {
  const noSet = [404, { code: 'no-such-release-set' }];
  const read = await api.call('GET', `/api/release-sets/${ids.missing}`, { as: 'secretary' });
  const written = await act('schedule', { seq: 1 }, 'secretary', ids.missing);
  for (const { status, body } of [read, written]) expect([status, body]).toMatchObject(noSet);
  const path = `/api/publications/${ids.missing}`;
  const publication = await api.call('GET', path, { as: 'proposer' });
  const corrected = await post(`${path}/correct`, { version: 1, reason: '分類を直したため' });
  for (const { status, body } of [publication, corrected]) {
    expect([status, body]).toMatchObject([404, { code: 'no-such-publication' }]);
  }
});

test('sending in quiet time needs two people, and stands in the event for those who send', async () => {
  const one = await have('R8-0001');
  await make();
  await act('add', chosen([one]));
  expect((await act('ask-quiet-time')).status).toBe(200);
  expect((await act('schedule')).body).toHaveProperty('code', 'quiet-time-unconfirmed');
  expect((await act('confirm-quiet-time')).body).toHaveProperty('code', 'same-person');
  expect((await act('confirm-quiet-time', {}, 'colleague')).status).toBe(200);
  await released();
  const published = api.register.proposal(one.id)?.value.trail.at(-1);
  expect(published).toMatchObject({ kind: 'published', release: { despiteQuietTime: true } });
  expect(api.register.releaseSet(ids.draft)?.value.trail.at(-1)).toHaveProperty(
    'despiteQuietTime',
    true,
  );
});

test('a cancelled set gives its items back, and what came too late is refused with the state of the set', async () => {
  const one = await have('R8-0001');
  await make();
  await act('add', chosen([one]));
  const publishAt = Date.parse('2026-10-06T00:00:00Z');
  expect((await act('schedule', { publishAt: 0 })).status).toBe(422);
  expect((await act('schedule', { publishAt })).body).toHaveProperty('publishAt', publishAt);
  await api.sweepReleases();
  expect(api.register.proposal(one.id)?.value.publicationDue?.due).toBe(publishAt);
  expect((await act('cancel', { reason: '日程の変更' })).status).toBe(200);
  await api.sweepReleases();
  expect(api.register.proposal(one.id)?.value.publicationDue).toBeUndefined();
  const late = await act('schedule');
  expect([late.status, late.text]).toEqual([409, expect.stringContaining('取りやめ')]);
});

test('more than sixty items are split, with a sentence, and nothing is added', async () => {
  const many = [];
  for (let index = 1; index <= 61; index += 1) {
    many.push(await have(`R8-${String(index).padStart(4, '0')}`));
  }
  await make();
  const refused = await act('add', chosen(many));
  expect(refused.body).toMatchObject({
    code: 'release-set-full',
    message: expect.stringContaining('60件'),
  });
  expect((await act('add', chosen(many.slice(0, 60)))).status).toBe(200);
}, 60_000);

describe('who may call what', () => {
  const own = routes.filter(isOfReleases);
  const callers: readonly Caller[] = [
    'nobody',
    'proposer',
    'secretary',
    'owner',
    'head',
    'executive',
    'administrator',
    'former',
  ];
  const subjects = Object.keys(ids) as Subject[];

  /** Of a state that nobody has seen: nothing is done, so that every caller meets the same sets. */
  const bodies: Readonly<Record<string, object>> = {
    '/api/publications/:id/correct': { version: 99, reason: 'x' },
    '/api/release-sets': { id: ids.missing, title: '', campaign: '', withProgress: false },
    '/api/release-sets/:id/edit': { seq: 99, ...content },
    '/api/release-sets/:id/add': {
      seq: 99,
      proposals: [{ number: 'R8-9999', seq: 1 }],
      measures: [],
    },
    '/api/release-sets/:id/remove': { seq: 99, proposals: ['R8-9999'], measures: [] },
  };

  const existing: Readonly<Record<string, readonly Subject[]>> = {
    'release-sets': ['draft', 'released'],
    publications: ['released'],
  };

  function existsFor({ path }: Route, subject: Subject): boolean {
    return existing[path.split('/')[2] ?? '']?.includes(subject) ?? false;
  }

  function ofCaller(route: Route, caller: Caller): number | undefined {
    if (caller === 'nobody') return 401;
    return route.guard === 'secretariat' && caller !== 'secretary' ? 403 : undefined;
  }

  /** The statuses a caller may be answered with. */
  function expected(route: Route, caller: Caller, subject: Subject): readonly number[] {
    const barred = ofCaller(route, caller);
    if (barred !== undefined) return [barred];
    if (route.path.includes(':id') && !existsFor(route, subject)) return [404];
    return route.method === 'POST' ? [409, 422, 200] : [200];
  }

  async function ask(route: Route, caller: Caller, subject: Subject): Promise<void> {
    const path = route.path.replace(':id', ids[subject]);
    const sent = route.method === 'POST' ? { body: bodies[route.path] ?? { seq: 99 } } : {};
    const as = caller === 'nobody' ? {} : { as: caller };
    const { status, text } = await api.call(route.method, path, { ...as, ...sent });
    const may = expected(route, caller, subject);
    const said = may.includes(status) ? may : status;
    expect([route.path, caller, subject, said]).toEqual([route.path, caller, subject, may]);
    expect(text).not.toContain('氏名');
  }

  test('is the secretariat for sets, everyone for what they published, and every route is tried', async () => {
    await have('R8-0001');
    await make(ids.released);
    await released(ids.released);
    await make(ids.draft);
    expect(own).toHaveLength(15);
    const cases = own.flatMap((route) =>
      callers.flatMap((caller) => subjects.map((subject) => ({ route, caller, subject }))),
    );
    for (const { route, caller, subject } of cases) await ask(route, caller, subject);
  }, 120_000);
});
