import type { Finding } from '../../src/domain/health/finding.js';
import { examineCatalogue } from '../../src/graph/examine-catalogue.js';
import { examineGrant, siteChecks } from '../../src/graph/examine-site.js';
import { readAppPackage } from '../../src/local/teams-host/app-package.js';
import { testSettings } from '../local/frame/test-stand-in.js';
import { clientOf, type GraphOffice, openGraphOffice } from './graph-office.js';

let office: GraphOffice;
beforeAll(async () => {
  office = await openGraphOffice();
});
afterEach(() => office.clear());
afterAll(() => office.close());

const site = { hostname: testSettings.siteHostname, path: testSettings.sitePath };
const machine = { now: () => Date.now() };

async function look(changes: Partial<Parameters<typeof siteChecks>[0]> = {}) {
  const checks = siteChecks({ client: office.client, site, clock: machine, ...changes });
  const found: Record<string, readonly Finding[]> = {};
  for (const { subject, look: lookAt } of checks) found[subject] = await lookAt();
  return found;
}

const asAdmin = () => ({ token: office.raw.provision });

test('a site as it should be is told as such, and looking changes nothing', async () => {
  const path = await office.listPath('MebukiNoticeMarks');
  const found = await look();
  expect(found['site']).toEqual([
    { code: 'site-found', address: `https://${site.hostname}${site.path}` },
    { code: 'may-write' },
  ]);
  expect(found['lists']).toEqual([
    { code: 'lists-sound', lists: expect.any(Number), columns: expect.any(Number) },
  ]);
  expect(found['clock']).toEqual([{ code: 'clock-agrees', seconds: expect.any(Number) }]);
  expect((await office.raw.send('GET', `${path}/items`, asAdmin())).body.value).toEqual([]);
});

test('a list that lacks an index is named with its column and the remedy', async () => {
  const path = `${await office.listPath('MebukiMembers')}/columns`;
  const columns = await office.raw.send('GET', path, asAdmin());
  const column = columns.body.value.find(({ name }) => name === 'PersonId');
  await office.raw.send('PATCH', `${path}/${column?.id}`, {
    ...asAdmin(),
    body: { indexed: false },
  });
  try {
    expect((await look())['lists']).toEqual([
      {
        code: 'list-differs',
        said: expect.stringMatching(/MebukiMembers.*PersonId.*index.*provision/),
      },
    ]);
  } finally {
    await office.raw.send('PATCH', `${path}/${column?.id}`, {
      ...asAdmin(),
      body: { indexed: true },
    });
  }
});

test('a site that is not there, and one that does not answer now, are told apart', async () => {
  const nowhere = { ...site, path: '/sites/nowhere' };
  const missing = siteChecks({ client: office.client, site: nowhere, clock: machine });
  expect(await missing[0]?.look()).toEqual([
    {
      code: 'site-missing',
      address: `https://${site.hostname}/sites/nowhere`,
      said: expect.any(String),
    },
  ]);
  office.faults({
    match: { family: 'graph', method: 'GET', path: `/sites/${site.hostname}:${site.path}` },
    action: { kind: 'status', status: 503 },
  });
  const away = siteChecks({ client: office.client, site, clock: machine });
  expect(await away[0]?.look()).toEqual([
    { code: 'site-unreachable', address: expect.any(String), said: expect.stringContaining('503') },
  ]);
});

test('an app that may read and not write is told so; its grant is looked up by the provisioning identity', async () => {
  const path = `${office.raw.site}/permissions`;
  const grants = await office.raw.send('GET', path, asAdmin());
  const id = grants.body.value[0]?.id;
  const grant = () => examineGrant(office.provisionClient, site, testSettings.appId);
  expect(await grant()).toEqual([{ code: 'grant-stands' }]);
  await office.raw.send('PATCH', `${path}/${id}`, { ...asAdmin(), body: { roles: ['read'] } });
  try {
    expect((await look())['site']).toContainEqual({
      code: 'may-not-write',
      said: expect.stringContaining('403'),
    });
    expect(await grant()).toEqual([{ code: 'grant-lacks' }]);
  } finally {
    await office.raw.send('PATCH', `${path}/${id}`, { ...asAdmin(), body: { roles: ['write'] } });
  }
});

test.each([
  [-90_000, 'clock-differs', -90],
  [90_000, 'clock-differs', 90],
  [-20_000, 'clock-agrees', -20],
])('a clock that is %d ms off is told as %s', async (offMs, code, seconds) => {
  const found = await look({ clock: { now: () => Date.now() + offMs } });
  const [finding] = found['clock'] ?? [];
  expect(finding?.code).toBe(code);
  const told = finding && 'seconds' in finding ? finding.seconds : Number.NaN;
  expect(Math.abs(told - seconds)).toBeLessThanOrEqual(2);
});

test('the catalogue of the organisation is looked up by the id of the package, with the permission for it', async () => {
  const read = readAppPackage(process.cwd(), testSettings, 'ja');
  const id = 'app' in read ? read.app.id : '';
  expect(await examineCatalogue(office.provisionClient, id)).toEqual([{ code: 'in-catalogue' }]);
  expect(await examineCatalogue(office.provisionClient, testSettings.tenantId)).toEqual([
    { code: 'not-in-catalogue' },
  ]);
  expect(await examineCatalogue(clientOf(office.standIn, 'app'), id)).toEqual([
    { code: 'catalogue-unread', said: expect.stringContaining('403') },
  ]);
});
