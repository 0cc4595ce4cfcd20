import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examineFolder, noteStart } from '../../src/spool/start-marks.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mebuki-starts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('two starts that a folder remembers prove that it outlives a restart; one does not, nor the same twice', async () => {
  expect(await examineFolder(join(folder, 'new'))).toEqual([{ code: 'folder-unproved' }]);
  await noteStart(folder, { instance: 'first', at: 1_000 });
  await noteStart(folder, { instance: 'first', at: 1_000 });
  expect(await examineFolder(folder)).toEqual([{ code: 'folder-unproved' }]);
  await noteStart(folder, { instance: 'second', at: 2_000 });
  expect(await examineFolder(folder)).toEqual([{ code: 'folder-kept', starts: 2, since: 1_000 }]);
});

test('the first start is kept however many follow, and the record stays small', async () => {
  for (let at = 1; at <= 30; at += 1) await noteStart(folder, { instance: `start ${at}`, at });
  expect(await examineFolder(folder)).toEqual([{ code: 'folder-kept', starts: 20, since: 1 }]);
  expect(JSON.parse(readFileSync(join(folder, 'starts.json'), 'utf8'))).toHaveLength(20);
});

test.each(['', '[{"instance":', '{"not":"a list"}'])(
  'a torn or foreign record (%j) proves nothing, and the next start writes a new one',
  async (record) => {
    writeFileSync(join(folder, 'starts.json'), record);
    expect(await examineFolder(folder)).toEqual([{ code: 'folder-unproved' }]);
    await noteStart(folder, { instance: 'a', at: 1 });
    await noteStart(folder, { instance: 'b', at: 2 });
    expect(await examineFolder(folder)).toEqual([{ code: 'folder-kept', starts: 2, since: 1 }]);
  },
);

test('a folder that cannot be written to is told with what the system says', async () => {
  const file = join(folder, 'a file');
  writeFileSync(file, '');
  chmodSync(file, 0o400);
  const [finding] = await examineFolder(join(file, 'data'));
  expect(finding).toEqual({
    code: 'folder-unwritable',
    said: expect.stringContaining('ENOTDIR'),
  });
});
