import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const tooling = join(root, 'src', 'tooling');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mebuki-suites-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function node(args: string[], env: Record<string, string> = {}) {
  const run = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, MEBUKI_CHROMIUM: process.execPath, ...env },
  });
  const lines = run.stdout.trimEnd().split('\n');
  return { status: run.status, lastLine: lines[lines.length - 1], stderr: run.stderr };
}

/** Runs the test command over planted suites, given as file name → JavaScript. */
function testCommand(suites: Record<string, string>) {
  for (const [name, text] of Object.entries(suites)) writeFileSync(join(folder, name), text);
  const config = JSON.stringify({ rootDir: folder, transform: {} });
  return node([join(tooling, 'test.mjs'), '--no-build', '--config', config]);
}

const pass = "test('passes', () => {});";

describe('the test command', () => {
  test('ends with what passed', () => {
    const { status, lastLine } = testCommand({ 'a.test.js': pass, 'b.test.js': pass });
    expect([status, lastLine]).toEqual([0, '2 passed, 0 failed']);
  });

  test('counts a failing test, a suite that cannot run and a skipped test as failed', () => {
    const { status, lastLine, stderr } = testCommand({
      'a.test.js': pass,
      'failing.test.js': "test('fails', () => { throw new Error('no'); });",
      'broken.test.js': 'this is no program',
      'skipping.test.js': `${pass} xtest('is left out', () => {});`,
    });
    expect([status, lastLine]).toEqual([1, '2 passed, 3 failed']);
    expect(stderr).toContain('1 skipped tests count as failed.');
  });

  const onceFailing = (name: string) => `
    const { existsSync, writeFileSync } = require('node:fs');
    test('fails once', () => {
      const been = ${JSON.stringify(join(folder, name))};
      if (existsSync(been)) return;
      writeFileSync(been, '');
      throw new Error('no');
    });`;

  test('tries a suite that failed once more, alone, and names it', () => {
    const { status, lastLine, stderr } = testCommand({
      'a.test.js': pass,
      'shaky.test.js': onceFailing('been'),
    });
    expect([status, lastLine]).toEqual([0, '2 passed, 0 failed']);
    expect(stderr).toMatch(/^Passed only alone, which is to be looked into: .*shaky\.test\.js$/m);
  });

  test('tries none again where many failed', () => {
    const names = ['a', 'b', 'c', 'd'];
    const suites = names.map((name) => [`${name}.test.js`, onceFailing(name)]);
    const { status, lastLine, stderr } = testCommand(Object.fromEntries(suites));
    expect([status, lastLine]).toEqual([1, '0 passed, 4 failed']);
    expect(stderr).not.toContain('Tried again');
  });

  test('fails when there is no test at all', () => {
    const { status, lastLine, stderr } = testCommand({});
    expect([status, lastLine]).toEqual([1, '0 passed, 1 failed']);
    expect(stderr).toContain('No test was run.');
  });

  test('says which browser cannot be run', () => {
    const missing = join(folder, 'no-browser');
    const run = node([join(tooling, 'test.mjs'), '--no-build'], { MEBUKI_CHROMIUM: missing });
    expect([run.status, run.lastLine]).toEqual([1, '0 passed, 1 failed']);
    expect(run.stderr.trim()).toBe(`MEBUKI_CHROMIUM names ${missing}, which cannot be run.`);
  });
});

describe('the build command', () => {
  test('names the parts it knows when asked for another', () => {
    const { status, stderr } = node([join(tooling, 'build.mjs'), '--only', 'sever']);
    expect(status).toBe(1);
    expect(stderr.trim()).toBe('Unknown part: sever. Known parts: server, local, page, tabs.');
  });
});

describe('the check of the Node version', () => {
  test.each([
    ['18.19.0', 'Node 20.20.0 or newer is needed; this is Node 18.19.0.'],
    ['20.19.9', 'Node 20.20.0 or newer is needed; this is Node 20.19.9.'],
    ['20.20.0', 'undefined'],
    ['24.1.0', 'undefined'],
  ])('Node %s: %s', (version, sentence) => {
    const url = JSON.stringify(join(tooling, 'node-version.mjs'));
    const program = `import(${url}).then((m) => console.log(String(m.nodeVersionFault('${version}'))))`;
    expect(node(['-e', program]).lastLine).toBe(sentence);
  });
});
