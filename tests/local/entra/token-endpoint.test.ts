import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createRemoteJWKSet, decodeJwt, jwtVerify, SignJWT } from 'jose';
import type { StandIn } from '../../../src/local/compose.js';
import { createTlsCertificate } from '../../../src/local/tls-certificate.js';
import { startTestStandIn, testPerson, testSettings } from '../frame/test-stand-in.js';
import { askForToken } from './raw-token.js';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startTestStandIn();
});
afterAll(() => standIn.close());

const { tenantId, appId } = testSettings;
const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

test('the runtime application gets a Graph token of v1 form with its role', async () => {
  const { status, body } = await askForToken(standIn);
  expect([status, body.token_type, body.expires_in]).toEqual([200, 'Bearer', 3599]);
  expect(decodeJwt(body.access_token)).toMatchObject({
    aud: 'https://graph.microsoft.com',
    iss: `https://sts.windows.net/${tenantId}/`,
    appid: appId,
    tid: tenantId,
    roles: ['Sites.Selected'],
  });
});

test('the provisioning application may manage sites and read the catalogue of apps', async () => {
  const { body } = await askForToken(standIn, {
    client_id: testSettings.provisionClientId,
    client_secret: testSettings.provisionClientSecret,
  });
  expect(decodeJwt(body.access_token)['roles']).toEqual([
    'Sites.Manage.All',
    'Sites.FullControl.All',
    'AppCatalog.Read.All',
  ]);
});

test('a connector token has its own audience and no roles', async () => {
  const { body } = await askForToken(standIn, { scope: 'https://api.botframework.com/.default' });
  expect(decodeJwt(body.access_token)).toMatchObject({ aud: 'https://api.botframework.com' });
  expect(decodeJwt(body.access_token)).not.toHaveProperty('roles');
});

test.each<[string, Record<string, string | undefined>, number, string, number]>([
  ['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client', 7000215],
  ['no credential', { client_secret: undefined }, 401, 'invalid_client', 7000216],
  ['an unknown application', { client_id: tenantId }, 400, 'unauthorized_client', 700016],
  ['no grant type', { grant_type: undefined }, 400, 'invalid_request', 900144],
  ['no client id', { client_id: undefined }, 400, 'invalid_request', 900144],
  ['no scope', { scope: undefined }, 400, 'invalid_request', 900144],
  ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
  [
    'a scope without /.default',
    { scope: 'https://graph.microsoft.com/User.Read' },
    400,
    'invalid_scope',
    1002012,
  ],
  [
    'two scopes',
    { scope: 'https://graph.microsoft.com/.default a/.default' },
    400,
    'invalid_scope',
    70011,
  ],
  [
    'an unknown resource',
    { scope: 'https://nowhere.example/.default' },
    400,
    'invalid_resource',
    500011,
  ],
])('%s is refused as Entra ID does', async (_name, changes, status, error, number) => {
  const answer = await askForToken(standIn, changes);
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ error, error_codes: [number], correlation_id: 'trace-me' });
  expect(answer.body.error_description).toMatch(new RegExp(`^AADSTS${number}: `));
});

test('an unknown tenant, another method and an unknown address are refused', async () => {
  const tenant = await askForToken(standIn, {}, 'common');
  expect([tenant.status, tenant.body.error_codes]).toEqual([400, [90002]]);
  const url = `${standIn.origin}/entra/${tenantId}/oauth2/v2.0`;
  expect((await fetch(`${url}/token`)).status).toBe(400);
  expect((await fetch(`${url}/authorize`)).status).toBe(404);
});

test('on-behalf-of checks the assertion, then finds no consent', async () => {
  const ask = (assertion: string | undefined) =>
    askForToken(standIn, {
      grant_type: jwtBearer,
      requested_token_use: 'on_behalf_of',
      assertion,
      scope: 'https://graph.microsoft.com/User.Read',
    });
  const past = Math.floor(Date.now() / 1000) - 7_200;
  const expired = await standIn.deps.entra.mintUserToken(testPerson, { nbf: past, exp: past + 60 });
  expect((await ask(expired)).body.error_codes).toEqual([500133]);
  expect((await ask('garbage')).body.error_codes).toEqual([50027]);
  expect((await ask(undefined)).body.error_codes).toEqual([900144]);
  const good = await ask(await standIn.deps.entra.mintUserToken(testPerson));
  expect(good.body).toMatchObject({
    error: 'invalid_grant',
    error_codes: [65001],
    suberror: 'consent_required',
  });
});

test('the key set verifies the tokens of people, as an API does it', async () => {
  const keys = createRemoteJWKSet(
    new URL(`${standIn.origin}/entra/${tenantId}/discovery/v2.0/keys`),
  );
  const token = await standIn.deps.entra.mintUserToken(testPerson);
  const { payload } = await jwtVerify(token, keys, {
    algorithms: ['RS256'],
    audience: appId,
    issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    requiredClaims: ['exp', 'nbf', 'tid', 'oid'],
  });
  expect(payload).toMatchObject({
    oid: testPerson.id,
    scp: 'access_as_user',
    name: testPerson.name,
    ver: '2.0',
  });
  const minutes = ((payload.exp ?? 0) - (payload.iat ?? 0)) / 60;
  expect(minutes).toBeGreaterThanOrEqual(60);
  expect(minutes).toBeLessThanOrEqual(90);
});

test('tokens stay valid in machine time when the clock is set forward or back', async () => {
  const day = 24 * 3_600_000;
  for (const offset of [40 * day, -40 * day]) {
    standIn.deps.clock.setOffset(offset);
    const token = await standIn.deps.entra.mintUserToken(testPerson);
    const { exp = 0, nbf = 0 } = decodeJwt(token);
    for (const now of [Date.now(), standIn.deps.clock.now()]) {
      expect(nbf * 1000).toBeLessThanOrEqual(now);
      expect(exp * 1000).toBeGreaterThan(now);
    }
  }
  standIn.deps.clock.setOffset(0);
});

test('the bot channel publishes its key with the endorsement of Teams and signs with it', async () => {
  const base = `${standIn.origin}/botframework/v1/.well-known`;
  const metadata = await (await fetch(`${base}/openidconfiguration`)).json();
  expect(metadata).toMatchObject({
    issuer: 'https://api.botframework.com',
    jwks_uri: `${base}/keys`,
  });
  const published = await (await fetch(`${base}/keys`)).json();
  expect(published.keys[0]).toMatchObject({ kty: 'RSA', endorsements: ['msteams'] });
  const serviceUrl = `${standIn.origin}/connector/`;
  const keys = createRemoteJWKSet(new URL(`${base}/keys`));
  const token = await standIn.deps.inbound.sign({ serviceUrl });
  const { payload } = await jwtVerify(token, keys, {
    issuer: 'https://api.botframework.com',
    audience: appId,
  });
  expect(payload['serviceurl']).toBe(serviceUrl);
  const without = await standIn.deps.inbound.sign({ serviceUrl, serviceurl: undefined });
  expect(decodeJwt(without)).not.toHaveProperty('serviceurl');
  expect((await fetch(`${standIn.origin}/botframework/nowhere`)).status).toBe(404);
});

describe('a client assertion', () => {
  const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

  test('is accepted only when signed with the registered certificate', async () => {
    const { key, cert } = await createTlsCertificate('rsa');
    const other = await createTlsCertificate('rsa');
    const registered = await startTestStandIn({ appCertificate: cert });
    const sign = (pem: string, changes: Record<string, unknown> = {}) =>
      new SignJWT({
        iss: appId,
        sub: appId,
        aud: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`,
        jti: 'once',
        nbf: Math.floor(Date.now() / 1000),
        exp: Math.floor(Date.now() / 1000) + 600,
        ...changes,
      })
        .setProtectedHeader({ alg: 'PS256', 'x5t#S256': new X509Certificate(cert).fingerprint256 })
        .sign(createPrivateKey(pem));
    const ask = async (assertion: string, running = registered) =>
      askForToken(running, {
        client_secret: undefined,
        client_assertion: assertion,
        client_assertion_type: assertionType,
      });
    expect((await ask(await sign(key))).status).toBe(200);
    const past = Math.floor(Date.now() / 1000) - 4_000;
    expect((await ask(await sign(key, { exp: past }))).body.error_codes).toEqual([700024]);
    expect((await ask(await sign(key, { aud: 'x' }))).body.error_codes).toEqual([700027]);
    expect((await ask(await sign(other.key))).body.error_codes).toEqual([700027]);
    expect((await ask(await sign(key), standIn)).body.error_codes).toEqual([700027]);
    await registered.close();
  });
});
