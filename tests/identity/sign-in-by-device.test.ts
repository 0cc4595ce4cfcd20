import {
  createSignInTokenSource,
  type SignInPrompt,
} from '../../src/identity/sign-in-by-device.js';
import { type StandIn, startStandIn } from '../../src/local/compose.js';
import { silentLog } from '../../src/local/log.js';
import type { Person } from '../../src/local/people.js';
import { isFailure } from '../../src/usecases/failure.js';
import { testPerson, testSettings } from '../local/frame/test-stand-in.js';
import { until } from '../support/local-office.js';

/** Someone invented（架空）. */
const administrator: Person = {
  ...testPerson,
  id: '55555555-5555-4555-8555-555555555555',
  name: '常葉 まもる',
  upn: 'tokiwa.mamoru@mebuki.example',
  persona: 'administrator',
};

let standIn: StandIn;

beforeAll(async () => {
  standIn = await startStandIn(testSettings, {
    people: [testPerson, administrator],
    log: silentLog,
  });
});

beforeEach(() => {
  standIn.deps.profile.set('gentle', { deviceCodeIntervalS: 0.02 });
  standIn.deps.clock.setOffset(0);
  standIn.deps.faults.replace([]);
});

afterAll(() => standIn.close());

const graph = 'https://graph.microsoft.com';

/** Signs in as the command does; what was shown can be looked at. */
function begin(changes: { clientId?: string; scopes?: readonly string[] } = {}) {
  const shown: SignInPrompt[] = [];
  const token = createSignInTokenSource({
    tenantId: testSettings.tenantId,
    clientId: testSettings.provisionClientId,
    loginOrigin: `${standIn.origin}/entra`,
    scopes: [`${graph}/Sites.Manage.All`, `${graph}/Sites.FullControl.All`],
    tell: (prompt) => shown.push(prompt),
    ...changes,
  });
  const code = async (): Promise<string> => {
    await until('the code', async () => shown.length > 0, 30, 5);
    return shown.at(-1)?.code ?? '';
  };
  return { token, shown, code };
}

async function control(what: string, body: object): Promise<number> {
  const answer = await fetch(`${standIn.origin}/control/device-codes/${what}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.status;
}

/** The failure that a sign-in ends with. */
async function failureOf(token: Promise<string>): Promise<string> {
  const fault = await token.catch((caught: unknown) => caught);
  expect(isFailure(fault, 'misconfigured')).toBe(true);
  return String(fault);
}

async function siteStatus(token: string): Promise<number> {
  const address = `/sites/${testSettings.siteHostname}:${testSettings.sitePath}`;
  const headers = { Authorization: `Bearer ${token}` };
  return (await fetch(`${standIn.origin}/graph/v1.0${address}`, { headers })).status;
}

test('whoever asks at once waits for one person, who is shown one code and lends what he may do', async () => {
  const { token, shown, code } = begin();
  const both = Promise.all([token(), token()]);
  const userCode = await code();
  const waiting = await fetch(`${standIn.origin}/control/device-codes`);
  expect(await waiting.json()).toEqual({
    waiting: [{ userCode, appId: testSettings.provisionClientId }],
  });
  expect(await control('approve', { userCode, person: administrator.upn })).toBe(204);
  const [first, second] = await both;
  expect(first).toBe(second);
  expect(await siteStatus(first)).toBe(200);
  expect(await token()).toBe(first);
  expect(shown).toEqual([
    { address: 'https://microsoft.com/devicelogin', code: userCode, expiresInS: 900 },
  ]);
  expect(userCode).not.toBe(first);
});

test('a person who does not administer the site lends nothing', async () => {
  const { token, code } = begin();
  const signingIn = token();
  await control('approve', { userCode: await code(), person: testPerson.id });
  expect(await siteStatus(await signingIn)).toBe(403);
});

test('while the person is on the way the client goes on asking', async () => {
  const { token, code } = begin();
  const signingIn = token();
  const userCode = await code();
  standIn.deps.faults.replace([
    {
      match: { family: 'entra', path: '/token', nth: 3 },
      action: { kind: 'hold', name: 'third', when: 'before' },
    },
  ]);
  await until('the third poll', async () => standIn.deps.faults.held().length > 0, 30, 5);
  await control('approve', { userCode, person: administrator.id });
  standIn.deps.faults.replace([]);
  standIn.deps.faults.releaseAll();
  expect(await signingIn).toMatch(/^ey/);
});

test('a sign-in that is declined, or comes too late, says so', async () => {
  const declined = begin();
  const first = failureOf(declined.token());
  expect(await control('decline', { userCode: await declined.code() })).toBe(204);
  expect(await first).toMatch(/the sign-in was declined/);
  const late = begin();
  const second = failureOf(late.token());
  const userCode = await late.code();
  standIn.deps.clock.setOffset(901_000);
  expect(await second).toMatch(/nobody signed in in time/);
  expect(await control('approve', { userCode, person: administrator.id })).toBe(400);
});

test('after a sign-in that failed the next use shows a new code', async () => {
  const { token, shown, code } = begin();
  const first = failureOf(token());
  await control('decline', { userCode: await code() });
  await first;
  const second = token();
  await until('another code', async () => shown.length > 1, 30, 5);
  await control('approve', { userCode: await code(), person: administrator.id });
  expect(await second).toMatch(/^ey/);
});

test.each<[string, { clientId?: string; scopes?: readonly string[] }, RegExp]>([
  ['that does not exist', { clientId: testSettings.tenantId }, /gave no code/],
  ['that allows no public client', { clientId: testSettings.appId }, /allow public client flows/],
])('a registration %s is refused with the remedy', async (_which, changes, remedy) => {
  expect(await failureOf(begin(changes).token())).toMatch(remedy);
});

test('a permission without consent is refused with the remedy', async () => {
  const { token, code } = begin({ scopes: [`${graph}/Mail.Read`] });
  const failing = failureOf(token());
  await control('approve', { userCode: await code(), person: administrator.id });
  expect(await failing).toMatch(/consent is missing/);
});

test('a sign-in service that cannot be reached is a failure that passes', async () => {
  standIn.deps.faults.replace([{ match: { family: 'entra' }, action: { kind: 'reset' } }]);
  const fault = await begin()
    .token()
    .catch((caught: unknown) => caught);
  expect(isFailure(fault, 'unavailable')).toBe(true);
});
