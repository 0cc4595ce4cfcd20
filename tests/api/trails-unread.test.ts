import { routes } from '../../src/api/routes.js';
import { startOfDay } from '../../src/domain/instant.js';
import { statuses } from '../../src/domain/status.js';
import { inStatus } from '../support/proposal-in-status.js';
import { type PersonName, people } from './support/api-people.js';
import { type ApiUnderTest, openApi } from './support/api-under-test.js';

let api: ApiUnderTest;

beforeEach(async () => {
  api = await openApi();
  for (const [index, status] of statuses.entries()) {
    const id = `10000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    await api.have({ ...inStatus(status), id, number: `R8-00${String(index + 10)}` });
  }
  api.at(startOfDay('2027-04-20') + 9 * 3_600_000);
});
afterEach(() => api.close());

/** The routes that answer of many, with their one parameter filled in. */
const lists = routes
  .filter(({ method, guard }) => method === 'GET' && guard !== 'anyone')
  .map(({ path }) => path.replace(':campaign', 'demo').replace(':kind', 'departments'))
  .filter((path) => !path.includes(':'));

test.each(Object.keys(people) as PersonName[])(
  'no list, queue or figure that %s reads looks at a trail',
  async (as) => {
    const before = api.trails.loads();
    const answered: number[] = [];
    for (const path of lists) {
      answered.push((await api.call('GET', path, { as })).status);
      expect([path, api.trails.loads()]).toStrictEqual([path, before]);
    }
    expect(lists.length).toBeGreaterThan(35);
    expect(answered.filter((status) => status === 200).length).toBeGreaterThan(7);
  },
);

test('the sweep of reminders looks at the trails of those it reminds of, and of no others', async () => {
  const before = api.trails.loads();
  await api.remind();
  const reminded = api.register.proposals().filter(({ value }) => value.reminders?.length);
  expect(reminded.length).toBeGreaterThan(0);
  expect(api.trails.loads() - before).toBeLessThanOrEqual(statuses.length);
  const again = api.trails.loads();
  await api.remind();
  expect(api.trails.loads()).toBe(again);
});

test('one proposal is answered with its trail', async () => {
  const before = api.trails.loads();
  const { status, body } = await api.call('GET', '/api/triage/R8-0013', { as: 'secretary' });
  expect(status).toBe(200);
  expect(api.trails.loads()).toBeGreaterThan(before);
  const held = api.register.proposalByNumber('R8-0013')?.value;
  expect(body).toMatchObject({ trail: held?.trail.map(({ seq, kind }) => ({ seq, kind })) });
});
