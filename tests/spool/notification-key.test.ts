import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  forgetNotificationKey,
  hasNotificationKey,
  keepNotificationKey,
} from '../../src/spool/notification-key.js';

let folder: string;
const file = () => join(folder, 'change-notifications.key');
const hex = (key: Uint8Array) => Buffer.from(key).toString('hex');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mebuki-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a key is made once, for the owner alone, and is the same for everybody after that', async () => {
  expect(await hasNotificationKey(folder)).toBe(false);
  const keys = await Promise.all([1, 2, 3].map(() => keepNotificationKey(folder)));
  expect(new Set(keys.map(hex)).size).toBe(1);
  expect(hex(await keepNotificationKey(folder))).toBe(hex(keys[0] ?? new Uint8Array()));
  expect(keys[0]).toHaveLength(32);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(await hasNotificationKey(folder)).toBe(true);
});

test.each(['', 'abc', 'z'.repeat(64)])('a torn key (%p) is replaced', async (torn) => {
  writeFileSync(file(), torn);
  const key = await keepNotificationKey(folder);
  expect(key).toHaveLength(32);
  expect(readFileSync(file(), 'utf8')).toBe(`${hex(key)}\n`);
});

test('a key that is forgotten is gone, also where there is none', async () => {
  const first = await keepNotificationKey(folder);
  await forgetNotificationKey(folder);
  await forgetNotificationKey(folder);
  expect(await hasNotificationKey(folder)).toBe(false);
  expect(hex(await keepNotificationKey(folder))).not.toBe(hex(first));
});

test('a folder that takes no files is told', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(keepNotificationKey(join(folder, 'file'))).rejects.toThrow();
});
