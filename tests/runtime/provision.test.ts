import { allSchemas } from '../../src/graph/lists/all-lists.js';
import { type StandIn, startStandIn } from '../../src/local/compose.js';
import { silentLog } from '../../src/local/log.js';
import type { Person } from '../../src/local/people.js';
import { testPerson, testSettings } from '../local/frame/test-stand-in.js';
import { until } from '../support/local-office.js';
import { runScript } from '../support/run-script.js';

jest.setTimeout(200_000);

const listCount = allSchemas.length;

/** Someone invented（架空）. */
const administrator: Person = {
  ...testPerson,
  id: '55555555-5555-4555-8555-555555555555',
  name: '常葉 まもる',
  upn: 'tokiwa.mamoru@mebuki.example',
  persona: 'administrator',
};

let standIn: StandIn;

beforeEach(async () => {
  standIn = await startStandIn(testSettings, { people: [administrator], log: silentLog });
  standIn.deps.profile.set('gentle', { unitsPerMinute: 100_000, deviceCodeIntervalS: 0.05 });
});

afterEach(() => standIn.close());

function environment(): Record<string, string> {
  return {
    TENANT_ID: testSettings.tenantId,
    APP_ID: testSettings.appId,
    PROVISION_CLIENT_ID: testSettings.provisionClientId,
    PROVISION_CLIENT_SECRET: testSettings.provisionClientSecret,
    LOGIN_ORIGIN: `${standIn.origin}/entra`,
    GRAPH_BASE_URL: `${standIn.origin}/graph`,
    SITE_HOSTNAME: testSettings.siteHostname,
    SITE_PATH: testSettings.sitePath,
  };
}

const command = ['src/tooling/with-settings.mjs', 'provision'];

/** Runs the command as an administrator does, or its program alone. */
function begin(
  args: readonly string[],
  changes: Readonly<Record<string, string>> = {},
  program: readonly string[] = command,
) {
  return runScript([...program, ...args], { ...environment(), ...changes });
}

async function provision(args: readonly string[], changes: Readonly<Record<string, string>> = {}) {
  const { printed, ended } = begin(args, changes);
  const code = await ended;
  return { code, lines: printed().trim().split('\n') };
}

test('a dry run shows the plan, counted, and writes nothing; without it the plan comes first and each step as it is done', async () => {
  const dry = await provision(['--dry-run']);
  expect(dry.code).toBe(0);
  expect(dry.lines.slice(0, 3)).toEqual([
    'サイト https://mebuki.example/sites/mebuki',
    'リスト',
    expect.stringMatching(/^ {2}＋ MebukiProposals（芽吹き 提案）：列 \d+、索引 \d+（うち/),
  ]);
  const counts = dry.lines.at(-2);
  expect(counts).toMatch(/^作成 \d+、変更 1、人の作業 0$/);
  expect(dry.lines.at(-1)).toContain('何も書いていません');
  const real = await provision(['--lang', 'en']);
  expect(real.code).toBe(0);
  expect(real.lines.filter((line) => line.startsWith('  + Mebuki'))).toHaveLength(listCount);
  expect(real.lines.filter((line) => line.startsWith('✓ Mebuki'))).toHaveLength(listCount);
  expect(real.lines.at(-1)).toBe('Done.');
  expect((await provision([])).lines.at(-1)).toBe('すべてそろっています。することはありません。');
});

test.each(['before', 'after'] as const)(
  'a power cut %s a write is carried out leaves nothing that the next run does not finish',
  async (when) => {
    standIn.deps.faults.replace([
      {
        match: { family: 'graph', method: 'POST', path: '/lists', nth: 3 },
        action: { kind: 'hold', name: 'third list', when },
      },
    ]);
    const { child, ended } = begin([], {}, ['dist/server/provision.js']);
    await until('the third list', async () => standIn.deps.faults.held().length > 0, 60);
    child.kill('SIGKILL');
    await ended;
    standIn.deps.faults.replace([]);
    standIn.deps.faults.releaseAll();
    const next = await provision(['--quiet']);
    expect(next.code).toBe(0);
    // The list that was made but not named yet is named, not made again.
    const made = when === 'before' ? listCount - 2 : listCount - 3;
    const changed = when === 'before' ? 1 : 2;
    expect(next.lines).toEqual([`作成 ${made}、変更 ${changed}、人の作業 0`, '完了しました。']);
    expect((await provision(['--quiet'])).lines).toEqual([
      'すべてそろっています。することはありません。',
    ]);
  },
);

test('a person signs in with a code instead of a secret; what is printed holds no token', async () => {
  const running = begin(['--sign-in'], { PROVISION_CLIENT_SECRET: '' });
  const shown = /https:\/\/microsoft\.com\/devicelogin を開き、コード ([A-Z0-9]{9}) を/;
  await until('the code', async () => shown.test(running.printed()), 60);
  const [, userCode = ''] = shown.exec(running.printed()) ?? [];
  expect(standIn.deps.deviceCodes.answer(userCode, { signedIn: administrator })).toBe(true);
  expect(await running.ended).toBe(0);
  expect(running.printed()).toContain('完了しました。');
  expect(running.printed()).not.toMatch(/eyJ/);
});

test('what a person has to do is told under its mark, and the exit code is 1', async () => {
  const { code, lines } = await provision([], { SITE_PATH: '/sites/elsewhere' });
  expect(code).toBe(1);
  expect(lines).toContain('作成 0、変更 0、人の作業 1');
  expect(lines.at(-1)).toMatch(/^！ https:\/\/mebuki\.example\/sites\/elsewhere がありません/);
});

test('nothing can be rolled back before the second version', async () => {
  await provision([]);
  const { code, lines } = await provision(['--roll-back', '--lang', 'en']);
  expect(code).toBe(1);
  expect(lines.at(-1)).toBe('! There is nothing before version 1 to go back to.');
});

test.each([
  [['--lang', 'fr'], /--lang fr is unknown\. Write ja or en\./],
  [['--delete'], /--delete/],
])('%j is refused before anything is asked', async (args, said) => {
  const { code, lines } = await provision(args);
  expect(code).toBe(1);
  expect(lines.join('\n')).toMatch(said);
});
