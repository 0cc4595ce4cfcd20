import { createPeopleApps } from '../../src/graph/people-apps.js';
import { verdictOf } from '../../src/graph/verdict.js';
import type { StandIn } from '../../src/local/compose.js';
import type { Person } from '../../src/local/people.js';
import type { LocalSettings } from '../../src/local/settings.js';
import { openInstalls } from '../../src/local/teams-host/installs.js';
import { readEnvironment } from '../../src/tooling/read-environment.mjs';
import { startTestStandIn, testPerson } from '../local/frame/test-stand-in.js';
import { clientOf } from './graph-office.js';

const selfInstall = 'TeamsAppInstallation.ReadWriteSelfForUser.All';
const note = { key: 'event|people|0', number: 'R8-0001', summary: '提案 R8-0001 に動きがあります' };

let standIns: StandIn[] = [];
afterEach(async () => {
  for (const standIn of standIns) await standIn.close();
  standIns = [];
});

/** The id in the package of the product, which the stand-in offers as the app of its tenant. */
const { TEAMS_APP_ID: teamsAppId = '' } = readEnvironment('env', 'local', {});
const owner: Person = {
  ...testPerson,
  id: '44444444-4444-4444-8444-444444444445',
  upn: 'owner@mebuki.example',
};

/** A tenant in which one person（架空）has the app. */
async function open(settings: Partial<LocalSettings> = {}) {
  const standIn = await startTestStandIn({ appRoles: [selfInstall], ...settings }, [
    testPerson,
    owner,
  ]);
  standIns.push(standIn);
  openInstalls(standIn.deps.state).setPerson(owner, 'installed');
  const client = clientOf(standIn, 'app');
  const linkTo = (number: string): string => `https://teams.microsoft.com/l/entity/x/${number}`;
  const apps = createPeopleApps(client, { teamsAppId, linkTo });
  const feed = async (): Promise<readonly object[]> =>
    (await (await fetch(`${standIn.origin}/control/graph/feed`)).json()).entries;
  return { standIn, apps, feed };
}

const install = ({ apps }: Awaited<ReturnType<typeof open>>, personId = testPerson.id) =>
  apps.install(personId, owner.id);

describe('installing', () => {
  test('is done by the permission to install only itself, and a second time says that it is there', async () => {
    const world = await open();
    expect(await install(world)).toStrictEqual({ kind: 'installed' });
    expect(await install(world)).toStrictEqual({ kind: 'has-app' });
  });

  test('an empty answer of success does not count as a service that is away; of any other call it does', () => {
    const call = { method: 'POST', path: '/users/x/teamwork/installedApps', body: {} } as const;
    const empty = {
      kind: 'answered',
      status: 201,
      body: undefined,
      retryAfterMs: undefined,
      answeredAt: undefined,
      requestId: '1',
    } as const;
    expect(verdictOf({ ...call, answersNothing: true }, empty)).toBe('there');
    expect(verdictOf(call, empty)).toBe('away');
  });

  test('tells an account that is gone, a permission that is missing, and a refusal that passes apart', async () => {
    const world = await open();
    const gone = '44444444-4444-4444-8444-44444444444f';
    expect(await install(world, gone)).toStrictEqual({ kind: 'no-account' });
    world.standIn.deps.profile.set('gentle', { installRefusalChance: 1 });
    expect(await install(world)).toStrictEqual({ kind: 'not-now' });
    world.standIn.deps.profile.set('gentle', {});
    expect(await install(world)).toStrictEqual({ kind: 'installed' });
    expect(await install(await open({ appRoles: [] }))).toStrictEqual({ kind: 'not-allowed' });
  });

  test('waits while nobody has the app, from whom its id could be learned', async () => {
    const world = await open();
    openInstalls(world.standIn.deps.state).setPerson(owner, 'removed');
    expect(await install(world)).toStrictEqual({ kind: 'not-now' });
  });
});

describe('an entry in the activity feed', () => {
  test('is of the type that the package declares, by the right it asks for; repeated, it is there once', async () => {
    const { apps, feed } = await open({ appRoles: [] });
    expect(await apps.notify(owner.id, note)).toMatchObject({ kind: 'accepted' });
    expect(await apps.notify(owner.id, note)).toMatchObject({ kind: 'accepted' });
    await apps.notify(owner.id, { ...note, key: 'another' });
    expect(await feed()).toMatchObject([
      {
        personId: owner.id,
        activityType: 'proposalNews',
        previewText: { content: note.summary },
        templateParameters: [{ name: 'number', value: 'R8-0001' }],
      },
      { personId: owner.id },
    ]);
  });

  test('is refused for who does not have the app, and waits where too many are sent', async () => {
    const { apps } = await open();
    expect(await apps.notify(testPerson.id, note)).toStrictEqual({
      kind: 'refused',
      why: 'blocked',
    });
    const all = await Promise.all([1, 2, 3, 4, 5, 6].map(() => apps.notify(owner.id, note)));
    expect(all).toContainEqual(expect.objectContaining({ kind: 'not-sent', why: 'throttled' }));
  });
});
