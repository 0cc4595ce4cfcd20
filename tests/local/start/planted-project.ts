import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from '../../../src/tooling/free-port.mjs';
import { until } from '../../support/local-office.js';

const root = join(__dirname, '../../..');

/** A copy of what `npm start` is made of, with other programs in the place of the built ones. */
export interface PlantedProject {
  /** Puts a file into it. */
  plant(path: string, text: string): void;
  /** Runs `npm start` there. */
  start(): PlantedRun;
  /** The names that its programs have noted, in order. */
  noted(): readonly string[];
  remove(): void;
}

/** A running `npm start`. */
export interface PlantedRun {
  readonly child: ChildProcess;
  readonly printed: () => string;
  /** Waits until a program has noted a name. */
  untilNoted(name: string): Promise<unknown>;
  untilPrinted(text: string): Promise<unknown>;
  /** Exit code and everything printed. */
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
}

/** Text of a program that notes its name and ends. */
export const notes = (name: string): string =>
  `require('node:fs').appendFileSync(process.env.DATA_DIR + '/noted', '${name}\\n');\n`;

/** Text of a server that notes its name, answers everything on a port, and notes its end. */
export const serves = (name: string, port: 'PORT' | 'LOCAL_PORT'): string => `${notes(name)}
require('node:http').createServer((_, answer) => answer.end('{}')).listen(process.env.${port}, '127.0.0.1');
process.once('SIGTERM', () => {
  ${notes(`${name} stopped`)}
  process.exit(0);
});
`;

const programs: Readonly<Record<string, string>> = {
  'dist/local/main.js': serves('stand-in', 'LOCAL_PORT'),
  'dist/server/provision.js': notes('provision'),
  'dist/local/seed/run-seed.js': notes('seed'),
  'dist/server/main.js': serves('app', 'PORT'),
};
const libraries = ['botbuilder', 'restify', 'adaptivecards-templating', '@azure/msal-node'];

/** Plants a project whose parts all do what they should; nothing in it has to be built. */
export async function plantProject(): Promise<PlantedProject> {
  const folder = mkdtempSync(join(tmpdir(), 'mebuki-planted-'));
  const dataDir = join(folder, 'data');
  const ports = {
    PORT: await freePort(),
    LOCAL_PORT: await freePort(),
    LOCAL_TLS_PORT: await freePort(),
  };
  function plant(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const part of ['src/local', 'src/tooling']) {
    for (const name of readdirSync(join(root, part)).filter((each) => each.endsWith('.mjs'))) {
      plant(`${part}/${name}`, readFileSync(join(root, part, name), 'utf8'));
    }
  }
  cpSync(join(root, 'env'), join(folder, 'env'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  plant('dist/package.json', '{ "type": "commonjs" }');
  mkdirSync(dataDir);
  for (const [path, text] of Object.entries(programs)) plant(path, text);
  for (const name of libraries) {
    plant(`node_modules/${name}/package.json`, '{ "main": "main.js" }');
    plant(`node_modules/${name}/main.js`, notes(name));
  }
  const noted = (): readonly string[] => {
    const file = join(dataDir, 'noted');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  };

  function start(): PlantedRun {
    const child = spawn(process.execPath, ['src/local/start.mjs'], {
      cwd: folder,
      env: { ...process.env, ...ports, DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
      });
    }
    return {
      child,
      printed: () => output,
      untilNoted: (name) => until(name, async () => noted().includes(name)),
      untilPrinted: (text) => until(text, async () => output.includes(text)),
      ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, output }))),
    };
  }

  return { plant, start, noted, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
