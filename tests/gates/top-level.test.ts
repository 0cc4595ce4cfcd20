import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

const agreed = [
  ...['.ci', '.gitignore', '.npmrc', 'CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md'],
  ...['adaptive-cards', 'bench', 'biome.json', 'docs', 'env', 'infra', 'manifest', 'package.json'],
  ...['package-lock.json', 'src', 'teamsapp.yml', 'tests', 'tsconfig.json'],
];
const notCommitted = ['.git', '.data', 'build', 'coverage', 'devTools', 'dist', 'node_modules'];

test('the top level has the agreed entries and no others', () => {
  const found = readdirSync(root).filter((name) => !notCommitted.includes(name));
  expect(found.filter((name) => !agreed.includes(name))).toEqual([]);
});
