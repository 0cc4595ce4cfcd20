import { closeSync, fstatSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AppendedFile,
  openAppendedFile,
  openWrittenFile,
} from '../../src/spool/appended-file.js';

let folder: string;
let path: string;
let opened: AppendedFile[];
const raise = (fault: unknown) => {
  throw fault;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mebuki-appended-'));
  path = join(folder, 'one');
  opened = [];
});
afterEach(async () => {
  for (const file of opened) file.close();
  await rm(folder, { recursive: true, force: true });
});

/** What an open file is to a process once its network share has come back. */
function makeStale(): void {
  const { ino, dev } = statSync(path);
  for (let fd = 3; fd < 512; fd += 1) {
    try {
      const seen = fstatSync(fd);
      if (seen.ino === ino && seen.dev === dev) closeSync(fd);
    } catch {
      // No open file has this number.
    }
  }
}

async function openBoth() {
  const own = openAppendedFile(path, raise);
  const at = own.put(Buffer.from('朝礼の廃止'));
  await own.sync();
  const other = openWrittenFile(path);
  opened.push(own, other);
  return { own, other, at, length: own.size() };
}

test('what was open and is stale is opened anew, by who writes it and by who only reads it', async () => {
  const { own, other, at, length } = await openBoth();
  makeStale();
  expect(own.read(at, length)?.toString()).toBe('朝礼の廃止');
  expect(other.read(at, length)?.toString()).toBe('朝礼の廃止');
  const next = own.put(Buffer.from('次'));
  await own.sync();
  expect(other.read(next, own.size() - next)?.toString()).toBe('次');
});

test('what is stale and whose path is gone says what the disk says', async () => {
  const { own, at, length } = await openBoth();
  makeStale();
  await rm(path);
  expect(() => own.read(at, length)).toThrow('ENOENT');
  opened = [];
});

test('what a full disk does not take is not gathered in memory again each time it is asked', async () => {
  const faults: unknown[] = [];
  const file = openAppendedFile('/dev/full', (fault) => faults.push(fault));
  opened.push(file);
  const concat = jest.spyOn(Buffer, 'concat');
  const block = Buffer.alloc(64 * 1024, 'x');
  try {
    for (let count = 0; count < 64; count += 1) file.put(block);
    await expect(file.sync()).rejects.toThrow('ENOSPC');
    const gathered = concat.mock.results.map(({ value }) => value.length);
    expect(gathered.length).toBeGreaterThan(2);
    expect(Math.max(...gathered)).toBeLessThan(512 * 1024);
  } finally {
    concat.mockRestore();
  }
  expect(faults.length).toBeLessThan(8);
  expect(file.read(block.length * 63, block.length)?.equals(block)).toBe(true);
});
