import type { StandIn } from '../../../src/local/compose.js';
import { startTestStandIn, testPerson } from '../frame/test-stand-in.js';
import { createRawGraph, createTestList, type RawGraph } from './raw-graph.js';

let standIn: StandIn;
let graph: RawGraph;

beforeAll(async () => {
  standIn = await startTestStandIn();
  graph = await createRawGraph(standIn);
});
afterAll(() => standIn.close());

const past = Math.floor(Date.now() / 1000) - 4_000;

describe('a token', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['for another audience', { aud: 'https://api.botframework.com' }, 'Invalid audience'],
    ['of another issuer', { iss: 'https://sts.windows.net/other/' }, 'Invalid issuer'],
    ['that has expired', { nbf: past - 3_600, exp: past }, 'Lifetime validation failed'],
  ])('%s is refused with 401', async (_name, overrides, message) => {
    const token = await graph.mint({ roles: ['Sites.FullControl.All'], overrides });
    const { status, body, headers } = await graph.send('GET', graph.site, { token });
    expect([status, body.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
    expect(body.error.message).toContain(message);
    expect(headers.get('www-authenticate')).toContain('Bearer');
  });

  test('that is missing, garbled or forged is refused with 401', async () => {
    const [head, claims] = graph.provision.split('.');
    const forged = `${head}.${claims}.${'A'.repeat(342)}`;
    for (const token of [null, 'garbage', forged]) {
      const { status, body } = await graph.send('GET', graph.site, { token });
      expect([status, body.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
    }
  });

  test('of a person for the app is not one for Graph', async () => {
    const token = await standIn.deps.entra.mintUserToken(testPerson);
    expect((await graph.send('GET', graph.site, { token })).status).toBe(401);
  });
});

describe('access to a site', () => {
  test('needs a role, and with Sites.Selected a grant on that very site', async () => {
    const roleless = await graph.mint({ roles: [] });
    const stranger = await graph.mint({ roles: ['Sites.Selected'], appId: testPerson.id });
    for (const token of [roleless, stranger]) {
      const { status, body } = await graph.send('GET', graph.site, { token });
      expect([status, body.error.code]).toEqual([403, 'accessDenied']);
    }
    expect((await graph.send('GET', graph.site)).status).toBe(200);
    expect((await graph.send('GET', '/sites/root')).status).toBe(403);
  });

  test('with a write grant creates items but neither lists nor columns nor grants', async () => {
    const { path } = await createTestList(graph, 'Granted');
    const item = await graph.send('POST', `${path}/items`, { body: { fields: { Title: 'x' } } });
    expect(item.status).toBe(201);
    const refused = await Promise.all([
      graph.send('POST', `${graph.site}/lists`, { body: { displayName: 'Mine' } }),
      graph.send('POST', `${path}/columns`, { body: { name: 'Mine', text: {} } }),
      graph.send('GET', `${graph.site}/permissions`),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  test('is given, changed and revoked through permissions', async () => {
    const appId = '99999999-9999-4999-8999-999999999999';
    const token = await graph.mint({ roles: ['Sites.Selected'], appId });
    const permissions = `${graph.site}/permissions`;
    const asAdministrator = { token: graph.provision };
    const made = await graph.send('POST', permissions, {
      ...asAdministrator,
      body: {
        roles: ['read'],
        grantedToIdentities: [{ application: { id: appId, displayName: 'A' } }],
      },
    });
    expect(made.status).toBe(201);
    const { path } = await createTestList(graph, 'Granted later');
    const create = () =>
      graph.send('POST', `${path}/items`, { token, body: { fields: { Title: 'x' } } });
    expect((await graph.send('GET', path, { token })).status).toBe(200);
    expect((await create()).status).toBe(403);
    await graph.send('PATCH', `${permissions}/${made.body.id}`, {
      ...asAdministrator,
      body: { roles: ['write'] },
    });
    expect((await create()).status).toBe(201);
    await graph.send('DELETE', `${permissions}/${made.body.id}`, asAdministrator);
    expect((await graph.send('GET', path, { token })).status).toBe(403);
    const listed = await graph.send('GET', permissions, asAdministrator);
    expect(listed.body.value).toHaveLength(1);
  });

  test('is granted only with known roles to an application', async () => {
    const identity = { application: { id: 'x', displayName: 'x' } };
    for (const body of [
      { roles: ['manage'], grantedTo: identity },
      { roles: [], grantedTo: identity },
      { roles: ['write'] },
    ]) {
      const { status } = await graph.send('POST', `${graph.site}/permissions`, {
        token: graph.provision,
        body,
      });
      expect(status).toBe(400);
    }
  });
});

describe('a site', () => {
  test('is found by its path and has an id of three parts', async () => {
    const { body } = await graph.send('GET', '/sites/mebuki.example:/sites/mebuki');
    expect(body.id).toMatch(/^mebuki\.example,[0-9a-f-]{36},[0-9a-f-]{36}$/);
    const again = await graph.send('GET', `/sites/${encodeURIComponent(body.id)}?$select=id`);
    expect(again.body.id).toBe(body.id);
    expect(again.body).not.toHaveProperty('displayName');
    const lists = await graph.send('GET', '/sites/mebuki.example:/sites/mebuki:/lists');
    expect(lists.body.value.map((list) => list.displayName)).toContain('ドキュメント');
    const root = await graph.send('GET', '/sites/mebuki.example', { token: graph.provision });
    expect(root.status).toBe(200);
  });

  test('that does not exist is not found; another host is not this tenancy', async () => {
    const missing = await graph.send('GET', '/sites/mebuki.example:/sites/nowhere');
    expect([missing.status, missing.body.error]).toEqual([
      404,
      expect.objectContaining({
        code: 'itemNotFound',
        message: 'Requested site could not be found',
      }),
    ]);
    const foreign = await graph.send('GET', '/sites/other.example:/sites/mebuki');
    expect([foreign.status, foreign.body.error.code]).toEqual([400, 'invalidRequest']);
  });
});

describe('a person', () => {
  const path = `/users/${testPerson.id}`;

  test('is refused without the application role', async () => {
    const { status, body } = await graph.send('GET', path);
    expect([status, body.error.code]).toEqual([403, 'Authorization_RequestDenied']);
  });

  test('is read with it, department only when selected, by id or sign-in name', async () => {
    const token = await graph.mint({ roles: ['User.Read.All'] });
    const usual = await graph.send('GET', path, { token });
    expect(usual.body.displayName).toBe(testPerson.name);
    expect(usual.body).not.toHaveProperty('department');
    const chosen = await graph.send(
      'GET',
      `/users/${testPerson.upn}?$select=department,employeeId`,
      { token },
    );
    expect(chosen.body).toMatchObject({ department: 'doboku', employeeId: null });
    const missing = await graph.send('GET', '/users/nobody', { token });
    expect([missing.status, missing.body.error.code]).toEqual([404, 'Request_ResourceNotFound']);
  });
});

describe('every answer', () => {
  test('carries ids to trace it by, and the security headers', async () => {
    const { headers } = await graph.send('GET', graph.site, {
      headers: { 'client-request-id': 'abc' },
    });
    expect(headers.get('client-request-id')).toBe('abc');
    expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('strict-transport-security')).toBeTruthy();
    expect(headers.get('cache-control')).toBe('no-store, no-cache');
    expect(headers.get('content-type')).toMatch(/^application\/json;odata\.metadata=minimal/);
  });

  test('of refusal has the error envelope', async () => {
    const { body, headers } = await graph.send('GET', '/nowhere');
    expect(body.error.innerError).toEqual({
      date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
      'request-id': headers.get('request-id'),
      'client-request-id': headers.get('client-request-id'),
    });
  });
});

describe('an unknown address', () => {
  test.each<[string, string, number, string]>([
    ['GET', '/nowhere', 404, 'ResourceNotFound'],
    ['GET', '{site}/nowhere', 404, 'itemNotFound'],
    ['GET', '{site}/lists/none', 404, 'itemNotFound'],
    ['PUT', '{site}/lists', 405, 'Request_BadRequest'],
    ['DELETE', '{site}', 405, 'Request_BadRequest'],
    ['GET', '/$batch', 405, 'Request_BadRequest'],
    ['GET', '/groups', 501, 'notSupported'],
    ['GET', '{site}/pages', 501, 'notSupported'],
    ['GET', '{site}/drive/root/delta', 501, 'notSupported'],
  ])('%s %s answers %d %s', async (method, path, status, code) => {
    const answer = await graph.send(method, path.replace('{site}', graph.site));
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });

  test('of another version is refused', async () => {
    const answer = await graph.send('GET', `${standIn.origin}/graph/beta/sites/root`);
    expect([answer.status, answer.body.error.code]).toEqual([400, 'BadRequest']);
  });
});

test('a body that is not declared or not JSON is refused', async () => {
  const { path } = await createTestList(graph, 'Bodies');
  for (const [body, type] of [
    ['{"fields":', 'application/json'],
    ['[]', 'application/json'],
    ['{"fields":{}}', 'text/plain'],
  ]) {
    const answer = await graph.send('POST', `${path}/items`, {
      body,
      headers: { 'Content-Type': String(type) },
    });
    expect([answer.status, answer.body.error.code]).toEqual([400, 'BadRequest']);
  }
  for (const body of [{}, { fields: {}, more: 1 }, { fields: [] }]) {
    const answer = await graph.send('POST', `${path}/items`, { body });
    expect([answer.status, answer.body.error.code]).toEqual([400, 'invalidRequest']);
  }
});
