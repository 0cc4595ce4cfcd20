import { truncateSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimilarityIndex } from '../../src/domain/similarity/similarity-index.js';
import { openRowFiles, type RowFiles } from '../../src/runtime/row-files.js';

let folder: string;
let faults: unknown[];
let rows: RowFiles;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mebuki-rows-'));
  faults = [];
  rows = openRowFiles(
    folder,
    (count) => `rows-${count}`,
    (fault) => faults.push(fault),
  );
});
afterEach(async () => {
  rows.close();
  await rm(folder, { recursive: true, force: true });
});

const rowOf = (handle: number) =>
  Array.from({ length: handle % 7 }, (_, index) => 4_294_967_295 - handle * index);

test('rows are given back as they were put, from the file as from before it', async () => {
  const pool = rows.open();
  const handles = Array.from({ length: 40_000 }, (_, handle) => pool.add(rowOf(handle)));
  expect(await readdir(folder)).toEqual(['rows-0']);
  for (const handle of [...handles.slice(0, 60), ...handles.slice(-60)]) {
    expect([...(pool.get(handle) ?? [])]).toEqual(rowOf(handle));
  }
  expect(faults).toEqual([]);
});

test('a pool that ended is read by who was under way, until the next one ends', () => {
  const [first, second] = [rows.open(), rows.open()];
  first.add([1]);
  second.add([2]);
  first.end();
  expect([...(first.get(0) ?? [])]).toEqual([1]);
  second.end();
  expect([...(second.get(0) ?? [])]).toEqual([2]);
});

test('texts compared by rows in files are as alike as those in memory', () => {
  const titles = ['会議の資料を紙で配らない', '会議の議事録を自動で作る', '朝礼をやめる'];
  const answers = [createSimilarityIndex(), createSimilarityIndex(undefined, rows.open)].map(
    (index) => {
      for (const [id, title] of titles.entries()) index.put(String(id), { title });
      index.remove('1');
      index.put('1', { title: '会議の議事録を電子で配る' });
      return index.ask({ title: '会議の資料を電子で配る' }).nearest({ limit: 3 });
    },
  );
  expect(answers[0]?.length).toBeGreaterThan(1);
  expect(answers[1]).toStrictEqual(answers[0]);
});

const threeTexts = ['朝礼をやめる', '会議の資料を紙で配らない', '名札を大きくする'];

/** Three texts, and so much behind their rows that these are in the file and not in memory. */
function openThree(onLost: (id: string) => void) {
  const pool = rows.open();
  const moved = { ...pool, get: (handle: number) => pool.get(handle < 3 ? handle : handle + 1) };
  const index = createSimilarityIndex(undefined, () => moved, onLost);
  for (const [id, title] of threeTexts.entries()) index.put(String(id), { title });
  pool.add(Array.from({ length: 70_000 }, () => 1));
  return index;
}

test('a row that cannot be read is none, its file is told of once, and its text leaves the index to be put again', () => {
  const lost: string[] = [];
  const index = openThree((id) => lost.push(id));
  const [key = ''] = index.read('0')?.features.map((feature) => feature.key) ?? [];
  const without = openThree((id) => lost.push(id));
  for (const id of threeTexts.keys()) without.remove(String(id));
  expect(lost).toStrictEqual([]);
  expect(index.telling(key)).not.toBe(without.telling(key));

  truncateSync(join(folder, 'rows-0'), 0);
  const title = '朝礼をやめる';
  const find = () =>
    index
      .ask({ title })
      .nearest({ limit: 3 })
      .map(({ id }) => id);
  expect(find()).toStrictEqual([]);
  expect(lost).toStrictEqual(['0']);
  index.remove('1');
  expect(index.read('2')).toBeUndefined();
  expect(lost).toStrictEqual(['0', '1', '2']);
  expect(faults).toHaveLength(1);
  expect(index.size()).toBe(0);
  expect(index.telling(key)).toBe(without.telling(key));
  index.put('0', { title });
  expect(find()).toStrictEqual(['0']);
});
