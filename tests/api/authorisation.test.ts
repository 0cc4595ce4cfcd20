import type { Route } from '../../src/api/route.js';
import { routes } from '../../src/api/routes.js';
import { actNames, bulkActs } from '../../src/domain/acts.js';
import { after } from '../support/sample-proposals.js';
import { type PersonName, people } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';
import { isOfAttachments } from './support/attachment-routes.js';
import type { Answered } from './support/client.js';
import { isOfIssueGroups } from './support/issue-group-routes.js';
import { isOfMeasures } from './support/measure-routes.js';
import { isOfReleases } from './support/release-routes.js';

/** A proposal of whom, and how far. */
const numbers = {
  own: 'R8-0001',
  othersReviewed: 'R8-0002',
  othersReceived: 'R8-0003',
  missing: 'R8-9999',
  nonsense: 'x',
  script: encodeURIComponent('<script>'),
} as const;

type Subject = keyof typeof numbers;
type Caller = PersonName | 'nobody';

const callers: readonly Caller[] = ['nobody', ...(Object.keys(people) as PersonName[])];
const subjects = Object.keys(numbers) as Subject[];
const guarded = routes.filter(
  (route) =>
    route.guard !== 'anyone' &&
    route.guard !== 'bot-channel' &&
    route.guard !== 'graph' &&
    !isOfAttachments(route) &&
    !isOfMeasures(route) &&
    !isOfIssueGroups(route) &&
    !isOfReleases(route),
);

/** A draft that is refused, so that every caller meets the same campaigns. */
const draft = { id: '', title: '', opensAt: 0, visibility: 'at-once' };

const bodies: Readonly<Record<string, unknown>> = {
  '/api/admin/masters/:kind': { form: {} },
  '/api/admin/masters/:kind/:key': { form: {}, version: '' },
  '/api/admin/campaigns': { draft },
  '/api/admin/campaigns/preview': { draft },
  '/api/admin/campaigns/:id': { draft, version: '' },
  '/api/admin/campaigns/:id/copy': { id: '', title: '', opensAt: 0 },
  '/api/admin/imports/preview': {},
  '/api/admin/imports/apply': {},
  '/api/notices/held/release': { ids: ['999'] },
  '/api/notices/held/dismiss': { ids: ['999'] },
  '/api/my-settings': { supported: 'each', language: 'as-teams', inFeed: true },
  '/api/my-missed-notices/seen': { through: 0 },
  '/api/health/look': {},
  '/api/list-faults/restore': { list: 'proposals', itemId: '999' },
  '/api/proposals/received': {
    id: '20000000-0000-4000-8000-000000000001',
    receivedAt: 0,
    form: {},
  },
  '/api/received/import': {
    items: [{ id: '20000000-0000-4000-8000-000000000001', receivedAt: 0 }],
  },
  '/api/my-drafts/:id': { campaignId: 'demo', form: {}, seen: 0 },
  '/api/my-drafts/:id/submit': {
    campaignId: 'demo',
    formOpenedAt: 0,
    form: {},
    confirmed: [],
    hasSeenAlike: false,
  },
  '/api/hints': { title: 'やさしい日本語' },
};

/** What a keeper, or the secretariat, is answered where it is not what was asked for. */
const answersToKeepers: Readonly<Record<string, number>> = {
  'POST /api/admin/masters/:kind': 422,
  'POST /api/admin/masters/:kind/:key': 404,
  'POST /api/admin/campaigns': 422,
  'POST /api/admin/campaigns/preview': 422,
  'POST /api/admin/campaigns/:id': 422,
  'POST /api/admin/campaigns/:id/copy': 422,
  'POST /api/proposals/received': 422,
  // No token of a form.
  'POST /api/my-drafts/:id': 400,
  'POST /api/my-drafts/:id/submit': 400,
  // No item of that number is wrong.
  'POST /api/list-faults/restore': 409,
  // No workbook.
  'POST /api/admin/imports/preview': 415,
  'POST /api/admin/imports/apply': 415,
};

const places: Readonly<Record<string, string>> = {
  ':kind': 'departments',
  ':key': 'none',
  ':id': 'demo',
};

/** Endorsing and following: of one's own proposal refused, of any other that may be seen taken. */
const isSupport = ({ path }: Route): boolean => /\/(endorse|follow|take-back-support)$/.test(path);
const isAct = (route: Route): boolean => !isSupport(route) && isActPath(route.path);
const isActPath = (path: string): boolean =>
  /^\/api\/(proposals\/:number|bulk)\/[\w-]+$/.test(path);

function bodyOf(route: Route): unknown {
  if (isSupport(route)) return {};
  if (!isAct(route)) return bodies[route.path];
  // Of a state that nobody has seen: nothing is done, so that every caller meets the same proposals.
  return route.path.startsWith('/api/bulk/')
    ? { items: [{ number: 'R8-9998' }] }
    : { seq: 99, form: {} };
}

interface Case {
  readonly caller: Caller;
  readonly subject: Subject;
  readonly answer: Answered;
}

let api: ApiUnderTest;
const casesOf = new Map<Route, readonly Case[]>();

async function ask(route: Route, caller: Caller, subject: Subject): Promise<Case> {
  const path = route.path
    .replace(':number', numbers[subject])
    .replace(':campaign', 'demo')
    .replace(':day', '2026-10-05')
    .replace(/:(kind|key|id)/g, (name) => places[name] ?? name);
  const body = route.method === 'POST' ? { body: bodyOf(route) } : {};
  const as = caller === 'nobody' ? {} : { as: caller };
  return { caller, subject, answer: await api.call(route.method, path, { ...as, ...body }) };
}

beforeAll(async () => {
  api = await openApi();
  await api.have(proposalOf('proposer', numbers.own));
  await api.have(after(proposalOf('owner', numbers.othersReviewed), 'begin-review'));
  await api.have(proposalOf('owner', numbers.othersReceived));
  for (const route of guarded) {
    const pairs = callers.flatMap((caller) => subjects.map((subject) => ({ caller, subject })));
    const asked = pairs.map(({ caller, subject }) => ask(route, caller, subject));
    casesOf.set(route, await Promise.all(asked));
  }
}, 180_000);
afterAll(() => api.close());

const existing: readonly Subject[] = ['own', 'othersReviewed', 'othersReceived'];

/** Whether someone without a role may see a proposal: one's own, or one whose review has begun. */
function maySee(caller: Caller, subject: Subject): boolean {
  if (subject === 'own') return caller === 'proposer';
  return subject === 'othersReviewed' || (subject === 'othersReceived' && caller === 'owner');
}

/** Who holds the role that a guard asks for. */
const holdersOf: Readonly<Partial<Record<Route['guard'], readonly Caller[]>>> = {
  secretariat: ['secretary'],
  administrator: ['administrator'],
  keeper: ['secretary', 'administrator'],
  head: ['secretary', 'head'],
  executive: ['executive'],
};

/** Routes that name people by what they work on; never as who proposed something. */
const namesHolders: readonly string[] = ['/api/queues/holders', '/api/queues/claims'];
const proposers: readonly string[] = [people.proposer, people.owner];

function idsHiddenIn({ path }: Route): readonly string[] {
  if (path === '/api/me') return [];
  return namesHolders.includes(path) ? proposers : Object.values(people);
}

/** Whether a route has an answer for a caller about a proposal. The published state is read like by anyone else. */
function existsFor(route: Route, caller: Caller, subject: Subject): boolean {
  const worksOnIt = caller === 'secretary' && (isAct(route) || route.guard === 'secretariat');
  return worksOnIt ? existing.includes(subject) : maySee(caller, subject);
}

const actOf = ({ path }: Route): string => path.slice(path.lastIndexOf('/') + 1);

/** What names an office or a person of its own is answered as not existing to everybody else. */
const namedActs: readonly string[] = ['give-opinion', 'return-request', 'answer-invitation'];

/**
 * The answers to an act with an empty form on a state that nobody has seen. Only who works on a proposal is told that
 * it is another state; whoever proposed it may, and everybody else may not do it, whatever the state.
 */
function actAnswersOf(route: Route, caller: Caller, subject: Subject): readonly number[] {
  if (caller === 'secretary') return [409];
  const proposer = subject === 'own' ? 'proposer' : 'owner';
  if (caller === proposer) return [200, 403, 404, 409, 422];
  return namedActs.includes(actOf(route)) ? [404] : [403];
}

function answersOf(route: Route, caller: Caller, subject: Subject): readonly number[] {
  if (isSupport(route))
    return caller === (subject === 'own' ? 'proposer' : 'owner') ? [409] : [200];
  if (isAct(route)) return actAnswersOf(route, caller, subject);
  return route.path.endsWith('/reach') ? [200, 409] : [200];
}

/** The statuses a caller may be answered with. */
function expected(route: Route, caller: Caller, subject: Subject): readonly number[] {
  if (caller === 'nobody') return [401];
  if (holdersOf[route.guard]?.includes(caller) === false) return [403];
  if (!route.path.includes(':number')) {
    return [answersToKeepers[`${route.method} ${route.path}`] ?? 200];
  }
  // Nobody here acts for an office; tests/api/office-items.test.ts is about those who do.
  if (route.path === '/api/office-items/:number') return [404];
  return existsFor(route, caller, subject) ? answersOf(route, caller, subject) : [404];
}

describe('the route table', () => {
  test('has a guard on every route, and leaves to anyone only pages, health, the bot and Graph', () => {
    const open = routes.filter(({ guard }) => ['anyone', 'bot-channel', 'graph'].includes(guard));
    expect(open.map(({ path }) => path)).toEqual([
      '/healthz',
      '/readyz',
      '/pages/privacy',
      '/pages/terms',
      '/pages/support',
      '/tabs/*',
      '/api/messages',
      '/api/change-notifications/:mark',
    ]);
    expect(guarded).toHaveLength(68 + actNames.length + bulkActs.length);
  });

  test('names a body for every write that is tried here', () => {
    const writes = guarded
      .filter((route) => route.method === 'POST' && !isAct(route) && !isSupport(route))
      .map(({ path }) => path);
    expect(writes.sort()).toEqual(Object.keys(bodies).sort());
  });
});

describe.each(guarded.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s',
  (_, route) => {
    test.each(callers)('called by %s is answered by role and ownership', (caller) => {
      const cases = (casesOf.get(route) ?? []).filter((each) => each.caller === caller);
      expect(cases).toHaveLength(subjects.length);
      for (const { subject, answer } of cases) {
        const allowed = expected(route, caller, subject);
        const { status } = answer;
        expect({ subject, status: allowed.includes(status) ? status : allowed }).toEqual({
          subject,
          status,
        });
      }
    });

    test.each(callers)(
      'tells %s nothing of what may not be seen, not even that it is',
      (caller) => {
        const cases = (casesOf.get(route) ?? []).filter((each) => each.caller === caller);
        const missing = cases.find(({ subject }) => subject === 'missing')?.answer;
        const alike = cases.filter(({ answer }) => answer.status === missing?.status);
        for (const { answer } of alike) expect(answer.text).toBe(missing?.text);
      },
    );

    test('gives nobody the name or id of a proposer who did not consent', () => {
      const secrets = ['氏名 ', ...idsHiddenIn(route)];
      const told = (casesOf.get(route) ?? []).flatMap(({ caller, subject, answer: { text } }) =>
        secrets
          .filter((secret) => text.includes(secret))
          .map((secret) => [caller, subject, secret]),
      );
      expect(told).toStrictEqual([]);
    });
  },
);

describe('roles', () => {
  const asColleague = { as: 'colleague' as const };

  function member(version: number, changes: { validTo?: string } = {}) {
    const value = {
      personId: people.colleague,
      name: 'c',
      role: 'secretariat' as const,
      ...changes,
    };
    const stored = { value, itemId: '99', revision: String(version) };
    api.register.changes.members({ kind: 'stored', stored, version });
  }

  test('hold from the next request on and end with the next request', async () => {
    expect((await api.call('GET', '/api/triage', asColleague)).status).toBe(403);
    member(1);
    expect((await api.call('GET', '/api/triage', asColleague)).status).toBe(200);
    member(2, { validTo: '2026-10-04' });
    expect((await api.call('GET', '/api/triage', asColleague)).status).toBe(403);
    member(3);
    expect((await api.call('GET', '/api/triage', asColleague)).status).toBe(200);
    api.register.changes.members({ kind: 'gone', itemId: '99' });
    expect((await api.call('GET', '/api/triage', asColleague)).status).toBe(403);
  });

  test('in a token, in a header or in a body open nothing', async () => {
    const claims = { roles: ['secretariat', 'Secretariat', 'Mebuki.Administrator'], groups: ['x'] };
    const headers = { 'X-Role': 'secretariat', 'X-MS-CLIENT-PRINCIPAL': 'secretary' };
    const call = await api.call('GET', '/api/triage?role=secretariat', {
      ...asColleague,
      claims,
      headers,
    });
    expect(call.status).toBe(403);
  });

  test('of the first administrator come from Entra only while nobody else is one', async () => {
    const claims = { roles: ['Mebuki.Administrator'] };
    const me = async () => (await api.call('GET', '/api/me', { ...asColleague, claims })).body;
    expect(await me()).toHaveProperty('roles', []);
    const itemId = '5';
    const held = api.register.members().find(({ role }) => role === 'administrator');
    expect(held?.personId).toBe(people.administrator);
    api.register.changes.members({ kind: 'gone', itemId });
    expect(await me()).toHaveProperty('roles', ['administrator']);
    expect((await api.call('GET', '/api/triage', { ...asColleague, claims })).status).toBe(403);
  });
});
