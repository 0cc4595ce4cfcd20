import { createRouteTable } from '../../../src/local/http.js';
import { openDirectory } from '../../../src/local/people.js';
import { createRandom } from '../../../src/local/random.js';
import { readSettings } from '../../../src/local/settings.js';
import { startTestStandIn, testPerson, testSettings } from './test-stand-in.js';

test('one seed gives one run', () => {
  const draw = (seed: number) => {
    const random = createRandom(seed);
    return [random.guid(), random.int(1, 1_000), random.pick(['a', 'b', 'c']), random.next()];
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(draw(7)[0]).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test('routes match by segment, decoded, and know which methods a path has', () => {
  const table = createRouteTable<string>();
  table.on('GET', '/lists/:list/items', 'items');
  table.on('POST', '/lists/:list/items', 'create');
  table.on('GET', '/files/*', 'file');
  expect(table.find('GET', '/lists/%E7%B4%99%2F1/items')).toEqual({
    kind: 'found',
    handler: 'items',
    params: { list: '紙/1' },
  });
  expect(table.find('PUT', '/lists/a/items')).toEqual({
    kind: 'other-methods',
    allow: ['GET', 'POST'],
  });
  expect(table.find('GET', '/files/a/b')).toMatchObject({ params: { '*': 'a/b' } });
  for (const path of ['/lists//items', '/lists/%ZZ/items', '/lists/a/items/b', '/']) {
    expect(table.find('GET', path)).toEqual({ kind: 'none' });
  }
});

test('people are found by id or sign-in name in any letter case, each once', () => {
  const directory = openDirectory([testPerson]);
  expect(directory.find(testPerson.id.toUpperCase())).toBe(testPerson);
  expect(directory.find(testPerson.upn.toUpperCase())).toBe(testPerson);
  expect(directory.find('nobody')).toBeUndefined();
  expect(() => openDirectory([testPerson, testPerson])).toThrow();
});

describe('settings', () => {
  const environment = {
    TENANT_ID: testSettings.tenantId,
    APP_ID: testSettings.appId,
    APP_SECRET: 'a',
    PROVISION_CLIENT_ID: testSettings.provisionClientId,
    PROVISION_CLIENT_SECRET: 'b',
    SITE_HOSTNAME: 'mebuki.example',
    SITE_PATH: '/sites/mebuki',
  };

  test('have defaults for what is not secret or specific', () => {
    expect(readSettings(environment)).toMatchObject({
      settings: { port: 3979, tlsPort: 3980, profile: 'pessimistic', stateDir: '.data/stand-in' },
    });
    expect(readSettings({ ...environment, LOCAL_TLS_PORT: '0' })).toMatchObject({
      settings: { tlsPort: undefined },
    });
  });

  test('list every fault at once', () => {
    const read = readSettings({
      ...environment,
      TENANT_ID: 'x',
      APP_SECRET: '',
      LOCAL_PORT: 'many',
      LOCAL_PROFILE: 'angry',
      SITE_PATH: 'mebuki',
      APP_CERTIFICATE_PATH: '/nowhere/certificate.pem',
    });
    const faults = 'faults' in read ? read.faults.join('\n') : '';
    for (const name of [
      'TENANT_ID',
      'APP_SECRET',
      'LOCAL_PORT',
      'LOCAL_PROFILE',
      'SITE_PATH',
      'APP_CERTIFICATE_PATH',
    ]) {
      expect(faults).toContain(name);
    }
  });
});

test('an address of no family is not found', async () => {
  const standIn = await startTestStandIn();
  const answer = await fetch(`${standIn.origin}/no/such/family`);
  expect(answer.status).toBe(404);
  await standIn.close();
});

test('a port that is taken is an error, and the other one is given back', async () => {
  const standIn = await startTestStandIn();
  const free = await startTestStandIn();
  await free.close();
  await expect(startTestStandIn({ port: free.port, tlsPort: standIn.port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  const again = await startTestStandIn({ port: free.port });
  await again.close();
  await standIn.close();
});
