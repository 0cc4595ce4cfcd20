import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(__dirname, '..', '..');

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
  expect(codes().filter((code) => !isNamed(code))).toEqual([]);
});
