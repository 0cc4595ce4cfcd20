import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..', '..');
let tree: string;

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'mebuki-mutants-'));
});

afterEach(() => rmSync(tree, { recursive: true, force: true }));

function plant(file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), text);
}

function mutation(...args: string[]) {
  const tool = join(root, 'src', 'tooling', 'mutation.mjs');
  const run = spawnSync(process.execPath, [tool, '--root', tree, '--workers', '1', ...args], {
    encoding: 'utf8',
  });
  return { status: run.status, lines: run.stdout.split('\n'), stderr: run.stderr };
}

const ripe = `
const steps = [1];
export function isRipe(weeks: number, season: string): boolean {
  let left = weeks;
  while (left > 9) left -= steps.length;
  return left >= 3 && season === 'spring';
}
export const label = () => 'ripe';
const names = { spring: 'haru' };
export const longest = names.spring.length;
`;

function plantTest(expectations: string): void {
  const imports = "import { isRipe, longest } from '../../src/domain/ripe.js';";
  plant('tests/domain/ripe.test.ts', `${imports}\ntest('ripe', () => {${expectations}});`);
}

beforeEach(() => plant('src/domain/ripe.ts', ripe));

describe('the mutation run', () => {
  test('prints what no test noticed, and ends a mutant that has no end', () => {
    const [begin, end] = [
      '<!-- figures: npm run mutation -- --write -->',
      '<!-- end of figures -->',
    ];
    plant('docs/quality.md', `Before\n${begin}\nold figures\n${end}\nafter\n`);
    plantTest(`
      expect(isRipe(12, 'spring')).toBe(true);
      expect(isRipe(2, 'spring')).toBe(false);
      expect(isRipe(9, 'autumn')).toBe(false);
      expect(longest).toBe(4);`);
    const { status, lines, stderr } = mutation('--write', '--patience', '2000');
    const table = [
      '| File | Mutants | Noticed | Survived | Not reached | Left out | Score |',
      '|---|--:|--:|--:|--:|--:|--:|',
      '| `src/domain/ripe.ts` | 19 | 13 | 4 | 1 | 1 | 72.2 % |',
      '| **All** | 19 | 13 | 4 | 1 | 1 | 72.2 % |',
    ];
    expect(lines).toEqual([
      'src/domain/ripe.ts:5:10 survived [ConditionalExpression] left > 9 → false',
      'src/domain/ripe.ts:5:10 survived [EqualityOperator] left > 9 → left >= 9',
      'src/domain/ripe.ts:6:10 survived [EqualityOperator] left >= 3 → left > 3',
      "src/domain/ripe.ts:8:22 survived [ArrowFunction] () => 'ripe' → () => undefined",
      `src/domain/ripe.ts:8:28 unreached [StringLiteral] 'ripe' → ""`,
      '',
      ...table,
      '',
    ]);
    expect([status, stderr.trim().split('\n').at(-1)]).toEqual([1, 'Below the goal of 90 %.']);
    const written = readFileSync(join(tree, 'docs', 'quality.md'), 'utf8');
    expect(written).toMatch(new RegExp(`^Before\n${begin}\n\nTaken on .+ with Node .+\n\n`));
    expect(written.endsWith(`\n\n${table.join('\n')}\n\n${end}\nafter\n`)).toBe(true);
  });

  test('tries nothing while a test fails', () => {
    plantTest("expect(isRipe(2, 'spring')).toBe(true);");
    const { status, lines, stderr } = mutation('src/domain/ripe.ts');
    expect([status, lines]).toEqual([1, ['']]);
    expect(stderr).toContain('The tests must pass before anything is changed:');
    expect(stderr).toContain('tests/domain/ripe.test.ts: ripe: ');
  });
});
