import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const rows = ['F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F07', 'F08', 'F13', 'F17', 'F21'];

const table = readFileSync(join(root, 'docs', 'quality.md'), 'utf8').split('# Fault rows')[1] ?? '';

test('every fault row that concerns Graph has its tests, and they exist', () => {
  for (const row of rows) expect(table).toContain(`| ${row} `);
  const files = [...table.matchAll(/tests\/[\w/-]+\.test\.ts/g)].map(([file]) => file);
  expect(files.length).toBeGreaterThan(rows.length);
  expect(files.filter((file) => !existsSync(join(root, file)))).toStrictEqual([]);
});

test('the product sends no batches, whose members could fail one by one', () => {
  const folder = join(root, 'src', 'graph');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  expect(sources.length).toBeGreaterThan(30);
  const batching = sources.filter((name) =>
    readFileSync(join(folder, name), 'utf8').includes('$batch'),
  );
  expect(batching).toStrictEqual([]);
});
