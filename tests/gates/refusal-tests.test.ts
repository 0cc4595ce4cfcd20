import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(__dirname, '..', '..');

/** Refusals that came before this gate and whose tests look at something else. The list only becomes shorter. */
const older: readonly string[] = [
  'already-received',
  'trail-full',
  'no-such-measure',
  'already-driven',
  'no-such-release-set',
  'release-set-empty',
  'not-in-release-set',
  'in-release-set',
  'quiet-time-asked',
  'quiet-time-unconfirmed',
  'no-such-publication',
  'nothing-to-remind',
  'no-such-issue-group',
];

/** The codes that refusal.ts names. */
function codes(): readonly string[] {
  const text = readFileSync(join(root, 'src', 'domain', 'refusal.ts'), 'utf8');
  return [...text.matchAll(/\bcode: '([a-z-]+)'/g)].flatMap(([, code]) => code ?? []);
}

/** All test files but this one, as one text. */
function testTexts(): string {
  const folder = join(root, 'tests');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith('.test.ts') && relative(__filename, path) !== '')
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

test('every refusal of the domain has a test that names its code', () => {
  const texts = testTexts();
  const isNamed = (code: string) =>
    texts.includes(`'${code}'`) || (!code.includes('-') && texts.includes(`${code}: () =>`));
  expect(codes().length).toBeGreaterThan(30);
  expect(older.filter((code) => !codes().includes(code))).toEqual([]);
  expect(codes().filter((code) => !isNamed(code) && !older.includes(code))).toEqual([]);
});
