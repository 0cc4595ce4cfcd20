import type { Route } from '../../src/api/route.js';
import { routes } from '../../src/api/routes.js';
import { issueGroupActNames } from '../../src/domain/issue-groups/issue-group-acts.js';
import { type PersonName, people } from './support/api-people.js';
import { type ApiUnderTest, openApi } from './support/api-under-test.js';
import { isOfIssueGroups } from './support/issue-group-routes.js';

const ids = {
  present: '30000000-0000-4000-8000-000000000001',
  missing: '30000000-0000-4000-8000-000000000009',
  nonsense: 'x',
} as const;

type Subject = keyof typeof ids;
type Caller = PersonName | 'nobody';

const callers: readonly Caller[] = ['nobody', ...(Object.keys(people) as PersonName[])];
const subjects = Object.keys(ids) as Subject[];
const own = routes.filter(isOfIssueGroups);

/** Of a state that nobody has seen: nothing is done, so that every caller meets the same group. */
const bodyOf = ({ path }: Route): object =>
  path === '/api/issue-groups' ? { id: ids.missing, items: [] } : { seq: 99, form: {} };

let api: ApiUnderTest;
beforeAll(async () => {
  api = await openApi();
  const body = { id: ids.present, form: { issueGroupLabel: '秘密の群' }, items: [] };
  await api.call('POST', '/api/issue-groups', { as: 'secretary', body });
});
afterAll(() => api.close());

function expected({ path, method }: Route, caller: Caller, subject: Subject): number {
  if (caller === 'nobody') return 401;
  if (caller !== 'secretary') return 403;
  if (!path.includes(':id')) return method === 'POST' ? 422 : 200;
  if (subject !== 'present') return 404;
  return method === 'POST' ? 409 : 200;
}

test('every route about issue groups is tried here, all of them for the secretariat', () => {
  expect(own).toHaveLength(4 + issueGroupActNames.length);
  expect(new Set(own.map(({ guard }) => guard))).toEqual(new Set(['secretariat']));
});

async function ask(route: Route, caller: Caller, subject: Subject) {
  const path = route.path.replace(':id', ids[subject]);
  const body = route.method === 'POST' ? { body: bodyOf(route) } : {};
  const as = caller === 'nobody' ? {} : { as: caller };
  const { status, text } = await api.call(route.method, path, { ...as, ...body });
  return { subject, status, tells: text.includes('秘密の群') };
}

describe.each(own.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s',
  (_, route) => {
    test.each(callers)('called by %s is answered by role', async (caller) => {
      const asked = await Promise.all(subjects.map((subject) => ask(route, caller, subject)));
      const statuses = subjects.map((subject) => expected(route, caller, subject));
      expect(asked.map(({ status }) => status)).toEqual(statuses);
      if (caller !== 'secretary') expect(asked.filter(({ tells }) => tells)).toEqual([]);
    });
  },
);
