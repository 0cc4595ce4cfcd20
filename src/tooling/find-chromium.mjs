// As a program: prints the path of the browser, or one line saying what to install (exit code 1).

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const commands = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  ...['microsoft-edge', 'microsoft-edge-stable', 'chrome', 'msedge'],
];
const knownPlaces = {
  linux: ['/usr/bin/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
      (path) => join(process.env[name] ?? 'C:\\', path),
    ),
  ),
};

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed() {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = commands.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return [...(knownPlaces[process.platform] ?? []), ...onPath].find(canRun);
}

function installOnDebian() {
  console.error('No browser found: installing chromium and fonts-noto-cjk with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const packages = ['chromium', 'fonts-noto-cjk'];
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const run = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    if (run.status !== 0) throw new Error(`apt-get ${args.join(' ')} failed.`);
  }
}

/**
 * Path of a Chromium, Chrome or Edge of this machine. On Debian as root one is installed when
 * there is none; elsewhere that is an error whose message says what to install.
 */
export function findChromium() {
  const chosen = process.env.MEBUKI_CHROMIUM;
  if (chosen !== undefined && chosen !== '') {
    if (canRun(chosen)) return chosen;
    throw new Error(`MEBUKI_CHROMIUM names ${chosen}, which cannot be run.`);
  }
  const found = installed();
  if (found !== undefined) return found;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) installOnDebian();
  const after = installed();
  if (after !== undefined) return after;
  throw new Error(
    'No browser found: install Chromium, Google Chrome or Microsoft Edge, or name one in MEBUKI_CHROMIUM.',
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(findChromium());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
