import { decodeJwt } from 'jose';
import type { StandIn } from '../../../src/local/compose.js';
import { startTestStandIn, testPerson, testSettings } from '../frame/test-stand-in.js';
import { askForToken } from './raw-token.js';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startTestStandIn();
});
afterAll(() => standIn.close());

const { tenantId, appId, provisionClientId } = testSettings;
const scope = 'https://graph.microsoft.com/Sites.Manage.All openid profile offline_access';

async function askForCode(
  form: Record<string, string> = { client_id: provisionClientId, scope },
  tenant = tenantId,
) {
  const url = `${standIn.origin}/entra/${tenant}/oauth2/v2.0/devicecode`;
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, body: await response.json() };
}

const poll = (deviceCode: string, changes: Record<string, string | undefined> = {}) =>
  askForToken(standIn, {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    client_id: provisionClientId,
    client_secret: undefined,
    scope: undefined,
    device_code: deviceCode,
    ...changes,
  });

test('a code is given with all members that Entra ID documents', async () => {
  const { status, body } = await askForCode();
  expect([status, body]).toEqual([
    200,
    {
      user_code: expect.stringMatching(/^[A-Z0-9]{9}$/),
      device_code: expect.any(String),
      verification_uri: 'https://microsoft.com/devicelogin',
      expires_in: 900,
      interval: 5,
      message: expect.stringContaining(body.user_code),
    },
  ]);
});

test('a poll is pending until the person signed in, then gives one token of the person', async () => {
  const { body } = await askForCode();
  expect((await poll(body.device_code)).body).toMatchObject({
    error: 'authorization_pending',
    error_codes: [70016],
  });
  standIn.deps.deviceCodes.answer(body.user_code, { signedIn: testPerson });
  const given = await poll(body.device_code);
  expect(given.status).toBe(200);
  expect(given.body).toMatchObject({
    token_type: 'Bearer',
    scope: 'https://graph.microsoft.com/Sites.Manage.All',
  });
  expect(decodeJwt(given.body.access_token)).toMatchObject({
    aud: 'https://graph.microsoft.com',
    appid: provisionClientId,
    oid: testPerson.id,
    scp: 'Sites.Manage.All',
    idtyp: 'user',
  });
  expect(decodeJwt(given.body.access_token)).not.toHaveProperty('roles');
  expect((await poll(body.device_code)).body.error).toBe('bad_verification_code');
});

test.each<[string, Record<string, string>, string, number]>([
  ['no client', { scope }, 'invalid_request', 900144],
  ['no scope', { client_id: provisionClientId }, 'invalid_request', 900144],
  ['an unknown client', { client_id: tenantId, scope }, 'unauthorized_client', 700016],
])('%s gets no code', async (_name, form, error, number) => {
  const { status, body } = await askForCode(form);
  expect([status, body.error, body.error_codes]).toEqual([400, error, [number]]);
});

test('another tenant gets no code', async () => {
  const { body } = await askForCode(undefined, appId);
  expect(body.error_codes).toEqual([90002]);
});

test('what does not fit is refused at the poll', async () => {
  const { body } = await askForCode();
  const missing = await poll('', { device_code: undefined });
  expect(missing.body.error_codes).toEqual([900144]);
  const unknown = await poll('0');
  expect([unknown.status, unknown.body.error]).toEqual([400, 'bad_verification_code']);
  const secretive = await poll(body.device_code, { client_id: appId });
  expect([secretive.status, secretive.body.error_codes]).toEqual([401, [7000218]]);
});

test('whoever steers the stand-in answers for a person of the directory and an open code only', async () => {
  const approve = (form: object) =>
    fetch(`${standIn.origin}/control/device-codes/approve`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(form),
    });
  const { body } = await askForCode();
  expect((await approve({ userCode: body.user_code, person: 'nobody' })).status).toBe(400);
  expect((await approve({ userCode: 'NOTTHIS', person: testPerson.id })).status).toBe(400);
  expect((await approve({ userCode: body.user_code, person: testPerson.id })).status).toBe(204);
  expect((await approve({ userCode: body.user_code, person: testPerson.id })).status).toBe(400);
});
