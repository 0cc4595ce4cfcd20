import type { Route } from '../../src/api/route.js';
import { routes } from '../../src/api/routes.js';
import { measureActNames } from '../../src/domain/measures/measure-acts.js';
import { rightMeasure, rightRule } from '../support/measure-world.js';
import { type PersonName, people } from './support/api-people.js';
import { type ApiUnderTest, openApi } from './support/api-under-test.js';
import type { Answered } from './support/client.js';
import { isOfMeasures } from './support/measure-routes.js';

/** What there is, and what there is not. */
const ids = {
  draft: '20000000-0000-4000-8000-000000000001',
  published: '20000000-0000-4000-8000-000000000002',
  rule: '20000000-0000-4000-8000-000000000003',
  missing: '20000000-0000-4000-8000-000000000009',
  nonsense: 'x',
} as const;

type Subject = keyof typeof ids;
type Caller = PersonName | 'nobody';

const callers: readonly Caller[] = ['nobody', ...(Object.keys(people) as PersonName[])];
const subjects = Object.keys(ids) as Subject[];
const own = routes.filter(isOfMeasures);
const acts: readonly string[] = measureActNames;

function bodyOf({ path }: Route): unknown {
  if (path === '/api/measures') return { id: ids.missing, form: {} };
  if (path === '/api/casebook/adoptions') {
    return { department: 'soumu', answers: [{ id: ids.missing, adopted: 'yes' }] };
  }
  // Of a state that nobody has seen: nothing is done, so that every caller meets the same measures.
  return path.endsWith('/effect') ? { form: {} } : { seq: 99, form: {} };
}

let api: ApiUnderTest;
const casesOf = new Map<Route, readonly { caller: Caller; subject: Subject; answer: Answered }[]>();

async function ask(route: Route, caller: Caller, subject: Subject) {
  const path = route.path.replace(':id', ids[subject]);
  const body = route.method === 'POST' ? { body: bodyOf(route) } : {};
  const as = caller === 'nobody' ? {} : { as: caller };
  return { caller, subject, answer: await api.call(route.method, path, { ...as, ...body }) };
}

async function make(id: string, form: object): Promise<void> {
  const answer = await api.call('POST', '/api/measures', { as: 'secretary', body: { id, form } });
  expect(answer.status).toBe(200);
}

beforeAll(async () => {
  api = await openApi();
  await make(ids.draft, { ...rightMeasure, title: '秘密の下書き' });
  await make(ids.published, rightMeasure);
  await make(ids.rule, { ...rightRule, category: 'paperless' });
  for (const id of [ids.published, ids.rule]) {
    await api.call('POST', `/api/measures/${id}/publish`, { as: 'secretary', body: {} });
  }
  api.later(10_000);
  await api.sweepMeasures();
  for (const route of own) {
    const pairs = callers.flatMap((caller) => subjects.map((subject) => ({ caller, subject })));
    const asked = pairs.map(({ caller, subject }) => ask(route, caller, subject));
    casesOf.set(route, await Promise.all(asked));
  }
}, 180_000);
afterAll(() => api.close());

const isAct = ({ path }: Route): boolean => acts.includes(path.replace('/api/measures/:id/', ''));

function exists(caller: Caller, subject: Subject): boolean {
  if (subject === 'draft') return caller === 'secretary';
  return subject === 'published' || subject === 'rule';
}

function ofSubject(route: Route, caller: Caller, subject: Subject): number {
  if (route.path.endsWith('/effect')) {
    return subject === 'published' || subject === 'rule' ? 422 : 404;
  }
  if (!exists(caller, subject)) return 404;
  return isAct(route) ? 409 : 200;
}

function expected(route: Route, caller: Caller, subject: Subject): number {
  if (caller === 'nobody') return 401;
  if (route.path.includes(':id')) return ofSubject(route, caller, subject);
  if (route.path === '/api/measures' && route.method === 'POST') {
    return caller === 'secretary' ? 422 : 403;
  }
  return 200;
}

test('every route about measures is tried here, all of them by staff with a sound token', () => {
  expect(own).toHaveLength(7 + measureActNames.length);
  expect(new Set(own.map(({ guard }) => guard))).toEqual(new Set(['staff']));
});

describe.each(own.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s',
  (_, route) => {
    test.each(callers)('called by %s is answered by what the caller works on', (caller) => {
      const cases = (casesOf.get(route) ?? []).filter((each) => each.caller === caller);
      expect(cases).toHaveLength(subjects.length);
      expect(cases.map(({ subject, answer }) => [subject, answer.status])).toEqual(
        subjects.map((subject) => [subject, expected(route, caller, subject)]),
      );
    });

    test('shows a draft to nobody who does not work on it', () => {
      for (const { caller, answer } of casesOf.get(route) ?? []) {
        if (caller !== 'secretary') expect(answer.text).not.toContain('秘密の下書き');
      }
    });

    test('tells a draft from what does not exist to nobody who does not work on it', () => {
      for (const caller of callers.filter((each) => each !== 'secretary')) {
        const cases = (casesOf.get(route) ?? []).filter((each) => each.caller === caller);
        const [draft, missing] = (['draft', 'missing'] as const).map(
          (subject) => cases.find((each) => each.subject === subject)?.answer.text,
        );
        expect(draft).toBe(missing);
      }
    });
  },
);
