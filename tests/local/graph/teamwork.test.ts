import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StandIn } from '../../../src/local/compose.js';
import { startTestStandIn, testPerson, testSettings } from '../frame/test-stand-in.js';
import { createRawGraph, type RawGraph } from './raw-graph.js';

let standIn: StandIn;
let graph: RawGraph;
let folder: string;
let installer: string;
let notifier: string;

const user = `/users/${testPerson.id}`;
const externalId = '55555555-5555-4555-8555-555555555555';

const manifest = (more: object = {}) => ({
  id: externalId,
  name: { short: '芽吹き' },
  accentColor: '#000000',
  icons: { color: 'color.png' },
  bots: [{ botId: testSettings.appId }],
  activities: {
    activityTypes: [
      { type: 'decided', description: 'd', templateText: '{actor} decided {number}' },
    ],
  },
  ...more,
});
const writeManifest = async (more: object = {}) => {
  await mkdir(join(folder, 'manifest'), { recursive: true });
  await writeFile(join(folder, 'manifest', 'manifest.json'), JSON.stringify(manifest(more)));
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teamwork-'));
  await writeManifest();
  standIn = await startTestStandIn({ appFolder: folder });
  graph = await createRawGraph(standIn);
  installer = await graph.mint({ roles: ['TeamsAppInstallation.ReadWriteSelfForUser.All'] });
  notifier = await graph.mint({ roles: ['TeamsActivity.Send'] });
});
afterEach(async () => {
  await standIn.close();
  await rm(folder, { recursive: true });
});

const catalogueId = async () => {
  const token = await graph.mint({ roles: ['AppCatalog.Read.All'] });
  const { body } = await graph.send(
    'GET',
    `/appCatalogs/teamsApps?$filter=externalId eq '${externalId}'`,
    { token },
  );
  return body.value[0]?.id ?? '';
};
const install = async (id?: string, token = installer) =>
  graph.send('POST', `${user}/teamwork/installedApps`, {
    token,
    body: {
      'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${id ?? (await catalogueId())}`,
    },
  });
const notice = {
  topic: { source: 'text', value: 'R8-0001', webUrl: 'https://teams.microsoft.com/l/entity/x' },
  activityType: 'decided',
  previewText: { content: '取扱いが決まりました' },
  templateParameters: [{ name: 'number', value: 'R8-0001' }],
};
const notify = (more: object = {}, token = notifier) =>
  graph.send('POST', `${user}/teamwork/sendActivityNotification`, {
    token,
    body: { ...notice, ...more },
  });
const feed = async () =>
  (await (await fetch(`${standIn.origin}/control/graph/feed`)).json()).entries;

describe('an installation', () => {
  test('is made with an empty 201, and refused with 409 when it is there', async () => {
    const made = await install();
    expect([made.status, made.body, made.headers.get('content-type')]).toStrictEqual([
      201,
      undefined,
      null,
    ]);
    const again = await install();
    expect([again.status, again.body.error.code]).toEqual([409, 'Conflict']);
    const listed = await graph.send(
      'GET',
      `${user}/teamwork/installedApps?$expand=teamsApp&$filter=teamsApp/externalId eq '${externalId}'`,
      { token: installer },
    );
    expect(listed.body.value).toEqual([
      { id: expect.any(String), teamsApp: expect.objectContaining({ externalId }) },
    ]);
    const own = `${user}/teamwork/installedApps/${encodeURIComponent(listed.body.value[0]?.id ?? '')}`;
    expect((await graph.send('DELETE', own, { token: installer })).status).toBe(204);
    expect((await graph.send('DELETE', own, { token: installer })).status).toBe(404);
    expect((await install()).status).toBe(201);
  });

  test('needs its role, and the app must be in the catalogue', async () => {
    const { status, body } = await install(await catalogueId(), graph.runtime);
    expect([status, body.error.code]).toEqual([403, 'Forbidden']);
    expect(body.error.message).toContain("Roles on the request 'Sites.Selected'");
    const foreign = await graph.mint({
      roles: ['TeamsAppInstallation.ReadWriteSelfForUser.All'],
      appId: testPerson.id,
    });
    expect((await install(await catalogueId(), foreign)).status).toBe(403);
    expect((await install(testPerson.id)).status).toBe(404);
    const unknown = await graph.send('POST', '/users/nobody/teamwork/installedApps', {
      token: installer,
      body: {},
    });
    expect(unknown.status).toBe(404);
  });

  test('may be refused for no reason, and passes when tried again', async () => {
    standIn.deps.profile.set('gentle', { installRefusalChance: 1 });
    const { status, body } = await install();
    expect([status, body.error.message]).toEqual([400, expect.stringContaining('AppEntitlement')]);
    standIn.deps.profile.set('gentle', {});
    expect((await install()).status).toBe(201);
  });
});

describe('a notification in the activity feed', () => {
  test('reaches who has the app, and replaces the one of its chain', async () => {
    await install();
    const sent = await notify({ chainId: 7 });
    expect([sent.status, sent.body]).toStrictEqual([204, undefined]);
    await notify({ chainId: 7, previewText: { content: '公表されました' } });
    await notify();
    expect(await feed()).toMatchObject([
      { personId: testPerson.id, previewText: { content: '公表されました' } },
      { activityType: 'decided' },
    ]);
  });

  test('is refused for who does not have it', async () => {
    const { status, body } = await notify();
    expect([status, body.error.code]).toEqual([403, 'Forbidden']);
    expect(body.error.message).toContain('Ensure that the expected Teams app is installed');
    expect(await feed()).toEqual([]);
  });

  test('needs the role, or the right its package asks for', async () => {
    await install();
    expect((await notify({}, graph.runtime)).status).toBe(403);
    const resourceSpecific = [{ name: 'TeamsActivity.Send.User', type: 'Application' }];
    await writeManifest({ authorization: { permissions: { resourceSpecific } } });
    expect((await notify({}, graph.runtime)).status).toBe(204);
  });

  test('is limited to five in a second', async () => {
    await install();
    const answers = await Promise.all(Array.from({ length: 6 }, () => notify()));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('retry-after')).toBe('1');
  });

  test.each<[string, object]>([
    ['an undeclared type', { activityType: 'other' }],
    ['a missing parameter', { templateParameters: [] }],
    ['a topic without an address', { topic: { source: 'text', value: 'x' } }],
    ['an address outside of Teams', { topic: { ...notice.topic, webUrl: 'https://x.example/' } }],
    ['no preview', { previewText: undefined }],
    ['a broken chain', { chainId: 'x' }],
    ['what nobody knows', { recipient: {} }],
  ])('with %s is refused', async (_name, more) => {
    await install();
    const { status, body } = await notify(more);
    expect([status, body.error.code]).toEqual([400, 'BadRequest']);
  });

  test('of the reserved type needs no declaration', async () => {
    await install();
    const templateParameters = [{ name: 'systemDefaultText', value: 'x' }];
    expect((await notify({ activityType: 'systemDefault', templateParameters })).status).toBe(204);
  });
});

describe('the directory', () => {
  test('is listed, filtered and paged with its role', async () => {
    const token = await graph.mint({ roles: ['User.Read.All'] });
    const ask = (query: string) => graph.send('GET', `/users${query}`, { token });
    const all = await ask('?$select=id,department&$top=1');
    expect(all.body.value).toEqual([{ id: testPerson.id, department: 'doboku' }]);
    expect(all.body).not.toHaveProperty('@odata.nextLink');
    const found = await ask(`?$filter=userPrincipalName eq '${testPerson.upn.toUpperCase()}'`);
    expect(found.body.value).toHaveLength(1);
    const none = await ask("?$filter=startswith(displayName,'x') or accountEnabled eq false");
    expect(none.body.value).toEqual([]);
    expect((await ask("?$filter=officeLocation eq 'x'")).status).toBe(400);
    expect((await ask('?$orderby=displayName')).status).toBe(400);
    const basic = await graph.mint({ roles: ['User.ReadBasic.All'] });
    const refused = await graph.send('GET', '/users', { token: basic });
    expect([refused.status, refused.body.error.code]).toEqual([403, 'Authorization_RequestDenied']);
  });
});
