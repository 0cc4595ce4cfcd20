import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examinePackage } from '../../src/runtime/examine-package.js';
import { readEnvironment } from '../../src/tooling/read-environment.mjs';

const root = join(__dirname, '..', '..');
const values = readEnvironment(join(root, 'env'), 'local', {});
const settings = {
  appId: values['APP_ID'] ?? '',
  appIdUri: values['APP_ID_URI'] ?? '',
  teamsAppId: values['TEAMS_APP_ID'] ?? '',
  publicOrigin: values['PUBLIC_ORIGIN'] ?? '',
};

let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mebuki-package-'));
  path = join(folder, 'mebuki.zip');
  execFileSync(process.execPath, ['src/tooling/package.mjs', '--out', path], {
    cwd: root,
    env: { PATH: process.env['PATH'] },
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a package made with the same settings agrees with them', async () => {
  expect(await examinePackage(path, settings)).toEqual([{ code: 'package-agrees' }]);
});

const other = '5e2f8a90-17bc-4d46-a3e8-92c0d7b6f415';

test.each([
  ['TEAMS_APP_ID', { teamsAppId: other }],
  ['APP_ID', { appId: other }],
  ['APP_ID_URI', { appIdUri: 'api://elsewhere' }],
])('a package of another %s is told to differ in it', async (name, changes) => {
  expect(await examinePackage(path, { ...settings, ...changes })).toEqual([
    { code: 'package-differs', names: [name] },
  ]);
});

test('a package of another address is told to differ in address and domain', async () => {
  const moved = { ...settings, publicOrigin: 'https://mebuki.example.jp' };
  expect(await examinePackage(path, moved)).toEqual([
    { code: 'package-differs', names: ['PUBLIC_DOMAIN', 'PUBLIC_ORIGIN'] },
  ]);
});

test('a package that was not made yet is told as absent', async () => {
  expect(await examinePackage(join(folder, 'none.zip'), settings)).toEqual([
    { code: 'package-absent' },
  ]);
});
