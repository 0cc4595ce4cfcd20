import { join } from 'node:path';
import type { HealthAnswer } from '../../src/contract/health-answers.js';
import { healthSubjects } from '../../src/domain/health/finding.js';
import { subscribedLists } from '../../src/graph/subscriptions/subscribed-lists.js';
import { callAs } from '../support/call-as.js';
import { hostApi } from '../support/host-api.js';
import {
  type LocalOffice,
  type OfficeProcess,
  openLocalOffice,
  until,
} from '../support/local-office.js';
import { runScript } from '../support/run-script.js';

jest.setTimeout(200_000);

const root = join(__dirname, '..', '..');
/** Whether the folder has a package, and for which addresses, is not this test's to know. */
const withoutPackage = ['--package', join(root, 'no-such-package.zip')];
const lists = subscribedLists.length;
let office: LocalOffice;
let app: OfficeProcess;

beforeAll(async () => {
  office = await openLocalOffice();
});
afterAll(() => office?.stop());

/** Runs the command as an administrator does, with other settings where given; `undefined` takes one away. */
async function doctor(
  changes: Readonly<Record<string, string | undefined>> = {},
  args: readonly string[] = [],
) {
  const given = ['src/tooling/with-settings.mjs', 'doctor', ...args, ...withoutPackage];
  const run = runScript(given, { ...office.environment, ...changes });
  const code = await run.ended;
  const printed = run.printed();
  const lines = printed.trim().split('\n');
  return {
    code,
    printed,
    lines,
    line: (start: string) => lines.find((each) => each.startsWith(start)),
  };
}

test('after a restart a sound office has no fault, each thing on a line of its own, and the exit code says so', async () => {
  expect((await doctor()).line('! データの置き場')).toContain('再起動');
  await office.firstApp.stop();
  app = await office.startApp();
  const { code, lines, line } = await doctor({ CREDENTIAL_ENDS_ON: '2099-03-31' });
  expect(lines.filter((each) => each.startsWith('✗'))).toEqual([]);
  expect(code).toBe(0);
  for (const subject of ['設定', '資格情報', 'トークン', '権限', 'サイト', 'リスト', '時計']) {
    expect(line(`✓ ${subject}：`)).toBeDefined();
  }
  for (const subject of [
    'データの置き場',
    '役割',
    '所属',
    'ボットの窓口',
    '変更通知',
    'アプリカタログ',
  ]) {
    expect(line(`✓ ${subject}：`)).toBeDefined();
  }
});

test('every wrong setting is told at once, in the language asked for', async () => {
  const { code, lines } = await doctor({ TENANT_ID: 'x', QUIET_HOURS: 'late' }, ['--lang', 'en']);
  expect(code).toBe(1);
  expect(lines).toEqual([
    expect.stringMatching(/^✗ Settings: TENANT_ID is "x"/),
    expect.stringMatching(/^✗ Settings: QUIET_HOURS is "late"/),
    'sound 0, attention 0, to be put right 2',
  ]);
});

test('a credential that ended and is refused is told, and what can be looked at all the same is', async () => {
  const wrong = { APP_SECRET: 'not-the-secret-any-more', CREDENTIAL_ENDS_ON: '2026-01-31' };
  const { code, line, printed } = await doctor(wrong);
  expect(code).toBe(1);
  expect(line('✗ 資格情報')).toContain('2026-01-31');
  expect(line('✗ トークン')).toContain('AADSTS7000215');
  expect(line('✓ ボットの窓口')).toBeDefined();
  expect(line('✓ サイト：アプリに write')).toBeDefined();
  expect(printed).not.toContain('not-the-secret-any-more');
});

test('without the provisioning identity the grant and the catalogue are not looked at', async () => {
  const { line } = await doctor({ PROVISION_CLIENT_ID: undefined });
  expect(line('✓ サイト：書き込み')).toBeDefined();
  expect(line('✓ サイト：アプリに write')).toBeUndefined();
  expect(line('✓ アプリカタログ')).toBeUndefined();
});

test('an address that Teams cannot reach, and one where something else answers, are told', async () => {
  const away = await doctor({ PUBLIC_ORIGIN: 'http://127.0.0.1:9' });
  expect(away.line('! ボットの窓口')).toContain('http://127.0.0.1:9/api/messages');
  const strange = await doctor({ PUBLIC_ORIGIN: office.host });
  expect(strange.line('✗ ボットの窓口')).toMatch(/40\d/);
  expect(strange.code).toBe(1);
});

test('an unknown language or environment is refused before anything is looked at', async () => {
  const language = await doctor({}, ['--lang', 'fr']);
  expect([language.code, language.printed]).toEqual([2, '--lang fr is unknown. Write ja or en.\n']);
  const environment = await doctor({}, ['--env', 'nowhere']);
  expect(environment.code).toBe(2);
  expect(environment.printed).toContain('There is no environment "nowhere"');
});

test('the running app finds the same where an administrator has it look, and then says how grave it is', async () => {
  const host = hostApi(office.host);
  const administrator = await host.personNamed('常葉 まもる');
  const report = await callAs<HealthAnswer>(
    [office.app, host, administrator],
    'POST',
    '/api/health/look',
    {},
  );
  const subjects = new Set(report.findings.map(({ subject }) => subject));
  expect(report.state).toBe('attention');
  expect([...subjects]).toEqual(
    healthSubjects.filter((each) => !['settings', 'package', 'catalogue'].includes(each)),
  );
  expect(await (await fetch(`${office.app}/readyz`)).json()).toEqual({
    ready: true,
    health: 'attention',
  });
});

describe('with change notifications on', () => {
  const on = { CHANGE_NOTIFICATIONS: 'on' };

  /** The subscriptions that the stand-in has; asking tells the app, which takes it. */
  async function subscribed(): Promise<readonly string[]> {
    const answer = await fetch(`${office.host}/control/graph/lifecycle`, {
      method: 'POST',
      body: JSON.stringify({ event: 'missed' }),
    });
    const { subscriptions } = await answer.json();
    return subscriptions.toSorted();
  }

  test('an administrator reads that Graph does not subscribe, until it does', async () => {
    const host = hostApi(office.host);
    const administrator = await host.personNamed('常葉 まもる');
    const found = async (code: string) => {
      const from = [office.app, host, administrator] as const;
      const { findings } = await callAs<HealthAnswer>(from, 'GET', '/api/health');
      return findings.find((finding) => finding.code === code);
    };
    await host.control('PUT', 'profile', { name: 'gentle', subscriptionsByGrant: false });
    await app.stop();
    app = await office.startApp(undefined, on);
    const denied = await until('the refusal', () => found('subscriptions-denied'));
    expect(denied).toMatchObject({ subject: 'subscriptions', state: 'attention' });
    expect(denied.text).toContain('CHANGE_NOTIFICATIONS');
    await host.control('PUT', 'profile', { name: 'gentle' });
    await host.control('PUT', 'clock', { advanceMs: 120_000 });
    await until('all subscriptions', async () => (await subscribed()).length === lists);
    await until('the end of the refusal', async () => !(await found('subscriptions-denied')));
    await host.control('PUT', 'clock', { offsetMs: 0 });
  });

  test('subscriptions outlive the process, are taken over, and go where the setting goes', async () => {
    const before = await subscribed();
    expect(before).toHaveLength(lists);
    await app.kill();
    expect(await subscribed()).toEqual(before);
    app = await office.startApp(undefined, on);
    const { code, line } = await doctor(on);
    expect([code, line('✓ 変更通知')]).toEqual([0, expect.stringContaining(`${lists}個`)]);
    expect(await subscribed()).toEqual(before);
    await app.stop();
    expect(await subscribed()).toEqual(before);
    app = await office.startApp();
    await until('no subscription', async () => (await subscribed()).length === 0);
  });
});
