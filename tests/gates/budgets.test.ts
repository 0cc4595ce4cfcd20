import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..', '..');
let tree: string;

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'mebuki-budgets-'));
});

afterEach(() => rmSync(tree, { recursive: true, force: true }));

function plant(file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), text);
}

function judge() {
  const tool = join(root, 'src', 'tooling', 'lint-budgets.mjs');
  const run = spawnSync(process.execPath, [tool, '--root', tree], { encoding: 'utf8' });
  return { status: run.status, faults: run.stderr.trim() };
}

const cast = (name: string) => `export const ${name}: unknown = ({} as object);\n`;

// Put together here, so that this file passes the gate it tests.
const unfinished = `TO${'DO'}`;
const alone = `test.on${'ly'}`;
const home = `/ho${'me'}`;

describe('the budgets', () => {
  test('a clean tree passes', () => {
    plant('src/domain/number.ts', 'export const tracks = ["a"] as const;\n');
    expect(judge()).toEqual({ status: 0, faults: '' });
  });

  test('one cast is allowed, a second one in a small product is not', () => {
    plant('src/graph/first.ts', cast('first'));
    expect(judge().status).toBe(0);
    plant('src/graph/second.ts', cast('second'));
    const { status, faults } = judge();
    expect(status).toBe(1);
    expect(faults).toBe(
      'product: 2 type assertions, 1 allowed: src/graph/first.ts (1), src/graph/second.ts (1)',
    );
  });

  test('a cast inside a component is counted', () => {
    plant('src/tabs/Row.tsx', 'export const Row = () => <p>{({} as { a: string }).a}</p>;\n');
    plant('src/tabs/other.ts', cast('other'));
    expect(judge().faults).toContain('src/tabs/Row.tsx (1)');
  });

  test('the stand-in has a budget of its own', () => {
    plant('src/graph/first.ts', cast('first'));
    plant('src/local/second.ts', cast('second'));
    expect(judge().status).toBe(0);
    plant('src/local/third.ts', cast('third'));
    expect(judge().faults).toMatch(/^stand-in: 2 type assertions/);
  });

  test('files that are long as a rule are refused', () => {
    plant('src/domain/long.ts', 'export {};\n'.repeat(251));
    const { faults } = judge();
    expect(faults).toContain('product: half of the files are 251 lines or longer');
    expect(faults).toContain('product: one file in twenty is 251 lines or longer');
  });

  test.each([
    ['docs/notes.md', `${unfinished}: write this`, 'unfinished work belongs in an issue'],
    ['tests/a.test.ts', `${alone}('x', () => {});`, 'every test runs, always'],
    ['tests/b.test.ts', `describe.sk${'ip'}('x', () => {});`, 'every test runs, always'],
    ['env/.env.local', `DATA_DIR=${home}/somebody/data`, 'a path of one machine'],
    ['src/domain/quiet.ts', `// @ts-ig${'nore'}`, 'a type error is mended, not silenced'],
  ])('%s with a forbidden word is refused, with the reason', (file, text, reason) => {
    plant(file, `// first line\n${text}\n`);
    const { status, faults } = judge();
    expect(status).toBe(1);
    expect(faults).toContain(`${file}:2: `);
    expect(faults).toContain(reason);
  });

  test.each(['src/domain/date-utils.ts', 'src/bot/helpers.ts', 'src/graph/list-manager.ts'])(
    '%s has a name that says nothing',
    (file) => {
      plant(file, 'export const a = 1;\n');
      expect(judge().faults).toBe(`${file}: the name does not say what is inside`);
    },
  );

  test('what is installed or built is not judged', () => {
    plant('node_modules/x/index.js', `// ${unfinished}`);
    plant('dist/server/main.js', `// ${unfinished}`);
    plant('.data/notes.txt', unfinished);
    expect(judge()).toEqual({ status: 0, faults: '' });
  });
});
