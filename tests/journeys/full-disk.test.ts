import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { access, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { callAs } from '../support/call-as.js';
import { type OfficeWatch, watchOffice } from '../support/consistency/watch-office.js';
import { findAction, type HostApi, hostApi, rightInputs } from '../support/host-api.js';
import { type LocalOffice, openLocalOffice, until } from '../support/local-office.js';

jest.setTimeout(300_000);

const run = promisify(execFile);

interface Health {
  readonly findings: readonly { readonly code: string; readonly text: string }[];
}

let office: LocalOffice;
let host: HostApi;
let watch: OfficeWatch;
let clerk: string;
let administrator: string;

beforeAll(async () => {
  office = await openLocalOffice();
  host = hostApi(office.host);
  watch = await watchOffice(office, host);
  clerk = await host.personNamed('若葉 みのり');
  administrator = await host.personNamed('常葉 まもる');
});
afterAll(() => office?.stop());

const dataDir = (): string => office.environment['DATA_DIR'] ?? '';
const spoolDir = (): string => join(dataDir(), 'spool');

/** Lets a process write no more than so many bytes to any file, as a full disk does; `unlimited` ends it. */
async function limitFiles(pid: number | undefined, bytes: string): Promise<void> {
  await run('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
}

async function submit(title: string, token: string = randomUUID()): Promise<unknown> {
  const { message, data } = await host.form(clerk);
  const sent = { ...data, ...rightInputs, token, title };
  const answer = await host.press(clerk, message, 'submit-proposal', sent);
  watch.heard(answer);
  return answer;
}

const isReceipt = (answer: unknown): boolean => /R\d+-\d{4,}/.test(JSON.stringify(answer));

const findings = async (): Promise<ReadonlyMap<string, string>> => {
  const health = await callAs<Health>([office.app, host, administrator], 'GET', '/api/health');
  return new Map(health.findings.map(({ code, text }) => [code, text]));
};

const ownTitles = async (): Promise<readonly string[]> => {
  const { proposals } = await callAs<{ proposals: readonly { title: string }[] }>(
    [office.app, host, clerk],
    'GET',
    '/api/my-proposals',
  );
  return proposals.map(({ title }) => title);
};

/** What a form comes back with that could not be kept. */
function expectNotKept(answer: unknown, title: string): void {
  const form = JSON.stringify(answer);
  expect(isReceipt(answer)).toBe(false);
  expect(findAction(answer, 'submit-proposal')).toBeDefined();
  expect(form).toContain(title);
  expect(form).toMatch(/保存できませんでした/);
}

test('on a full disk a form comes back with every text and says that it was not kept; with room again it is received', async () => {
  const { pid } = office.firstApp.child;
  await limitFiles(pid, '0');
  const title = '満杯のあいだの提案';
  const token = randomUUID();
  expectNotKept(await submit(title, token), title);
  expect([...(await findings()).keys()]).toContain('folder-unwritable');
  expect(await ownTitles()).toStrictEqual([]);
  const left = (await readdir(spoolDir(), { recursive: true })).filter((name) =>
    name.includes(token),
  );
  expect(left).toStrictEqual([]);
  await limitFiles(pid, 'unlimited');
  expect(isReceipt(await submit(title, token))).toBe(true);
  expect(await ownTitles()).toStrictEqual([title]);
  expect([...(await findings()).keys()]).not.toContain('folder-unwritable');
});

test('where the folder cannot be made the app starts all the same, answers, and refuses forms until it can', async () => {
  await office.firstApp.stop();
  const aside = `${spoolDir()}-aside`;
  await rename(spoolDir(), aside);
  await writeFile(spoolDir(), 'a file where the folder should be');
  const app = await office.startApp();
  expect((await ownTitles()).length).toBe(1);
  expectNotKept(await submit('置き場のないあいだの提案'), '置き場のないあいだの提案');
  expect((await findings()).get('folder-unwritable')).toMatch(/DATA_DIR/);
  await rm(spoolDir());
  await rename(aside, spoolDir());
  expect(isReceipt(await submit('置き場のないあいだの提案'))).toBe(true);
  await app.stop();
});

test('a torn file and one of another form are set aside and named, the others are received', async () => {
  const sound = randomUUID();
  const [torn, strange] = [randomUUID(), randomUUID()];
  const app = await office.startApp();
  await host.control('PUT', 'faults', {
    rules: [
      { match: { family: 'graph', method: 'POST', path: '/items' }, action: { kind: 'reset' } },
    ],
  });
  const kept = await submit('停電の前に預かった提案', sound);
  expect(JSON.stringify(kept)).toContain('もう一度送る必要はありません');
  await app.kill();
  await host.control('DELETE', 'faults');
  const names = await readdir(spoolDir(), { recursive: true });
  const folder = names.find((name) => name.includes(sound))?.split('/')[0] ?? '';
  await writeFile(join(spoolDir(), folder, `${torn}.json`), '{"token":"');
  await writeFile(join(spoolDir(), folder, `${strange}.json`), '{"what":"is this"}');
  await office.startApp();
  await until(
    'the sound form to be received',
    async () => (await ownTitles()).includes('停電の前に預かった提案'),
    90,
  );
  const told = (await findings()).get('forms-damaged') ?? '';
  expect(told).toContain(`${torn}.damaged`);
  expect(told).toContain(`${strange}.damaged`);
  await access(join(spoolDir(), `${torn}.damaged`));
  const receiptsTold = async () => {
    const open = (await watch.check(true)).filter(
      ({ about }) => about !== torn && about !== strange,
    );
    return open.length === 0;
  };
  await until('the receipt, and everything else to fit together', receiptsTold, 60);
});
