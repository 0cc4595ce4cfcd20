import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLocalMark } from '../../src/spool/local-mark.js';

const at = Date.parse('2026-10-05T01:00:00Z');
let folder: string;
let file: string;
let faults: unknown[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mebuki-mark-'));
  file = join(folder, 'mark');
  faults = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = () => openLocalMark(file, (fault) => faults.push(fault));

test('a mark is remembered by the next process', async () => {
  expect(await open().read()).toBeUndefined();
  await open().write(at);
  expect(await open().read()).toBe(at);
  expect(await readdir(folder)).toEqual(['mark']);
  expect(faults).toEqual([]);
});

test('a file that holds something else counts as none, and is told', async () => {
  await writeFile(file, 'x');
  expect(await open().read()).toBeUndefined();
  expect(faults).toHaveLength(1);
});

test('a folder that is gone is told and stops nothing', async () => {
  const mark = open();
  await rm(folder, { recursive: true });
  await mark.write(at);
  expect(faults).toHaveLength(1);
  expect(await mark.read()).toBeUndefined();
});
