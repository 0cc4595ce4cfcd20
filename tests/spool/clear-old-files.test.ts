import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearOldFiles } from '../../src/spool/clear-old-files.js';

const dayMs = 86_400_000;
let folder: string;

async function have(name: string, age: number): Promise<void> {
  await writeFile(join(folder, name), name);
  const at = new Date(Date.parse('2026-10-05T01:00:00Z') - age);
  await utimes(join(folder, name), at, at);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mebuki-old-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('only what is old beside the newest file and wanted by nobody is removed', async () => {
  await have('newest', 0);
  await have('young', dayMs - 1_000);
  await have('old', dayMs + 1_000);
  await have('old-and-wanted', dayMs + 1_000);
  await clearOldFiles(folder, (name) => name === 'old-and-wanted', dayMs);
  expect((await readdir(folder)).sort()).toEqual(['newest', 'old-and-wanted', 'young']);
});

test('a folder at rest for long keeps its newest files', async () => {
  await have('one', 40 * dayMs);
  await clearOldFiles(folder, () => false, dayMs);
  expect(await readdir(folder)).toEqual(['one']);
});

test('a folder that is not there has nothing to remove', async () => {
  await expect(clearOldFiles(join(folder, 'none'), () => false, dayMs)).resolves.toBeUndefined();
});
