import type { HealthAnswer } from '../../src/contract/health-answers.js';
import type { HealthReport } from '../../src/usecases/examine-health.js';
import { type ApiUnderTest, openApi } from './support/api-under-test.js';

const sound: HealthReport = { asOf: 1_790_000_000_000, findings: [{ code: 'settings-sound' }] };
const wrong: HealthReport = {
  asOf: 1_790_000_060_000,
  findings: [{ code: 'settings-sound' }, { code: 'no-administrator' }],
};

let api: ApiUnderTest;
let report: HealthReport | undefined;

beforeAll(async () => {
  const health = {
    report: () => report,
    look: async () => {
      report = wrong;
      return wrong;
    },
  };
  api = await openApi({ deps: { health } });
});
beforeEach(() => {
  report = undefined;
});
afterAll(() => api.close());

const asAdministrator = { as: 'administrator' } as const;

test('before the first look nothing is known, and nothing is said to be wrong', async () => {
  const { status, body } = await api.call('GET', '/api/health', asAdministrator);
  expect([status, body]).toEqual([200, { state: 'sound', findings: [] }]);
  expect((await api.call('GET', '/readyz')).body).toEqual({ ready: true });
});

test('an administrator reads the latest report, in the language of the caller', async () => {
  report = wrong;
  const inJapanese = await api.call('GET', '/api/health', asAdministrator);
  const ja = inJapanese.body as HealthAnswer;
  expect([ja.asOf, ja.state]).toEqual([wrong.asOf, 'fault']);
  expect(ja.findings[1]).toEqual({
    subject: 'people',
    state: 'fault',
    code: 'no-administrator',
    text: expect.stringContaining('管理者がいません'),
  });
  const headers = { 'Accept-Language': 'en' };
  const inEnglish = await api.call('GET', '/api/health', { ...asAdministrator, headers });
  expect(inEnglish.text).toContain('There is no administrator');
});

test('an administrator has the app look again', async () => {
  report = sound;
  const { status, body } = await api.call('POST', '/api/health/look', {
    ...asAdministrator,
    body: {},
  });
  expect([status, (body as HealthAnswer).state]).toEqual([200, 'fault']);
});

test('everyone may know how grave it is, and nobody else why', async () => {
  report = wrong;
  expect((await api.call('GET', '/readyz')).body).toEqual({ ready: true, health: 'fault' });
  for (const as of ['proposer', 'secretary', 'owner', 'head', 'executive'] as const) {
    expect((await api.call('GET', '/api/health', { as })).status).toBe(403);
    expect((await api.call('POST', '/api/health/look', { as, body: {} })).status).toBe(403);
  }
});
