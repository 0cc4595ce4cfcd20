import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localEnvironment } from '../../src/local/local-environment.mjs';
import { freePort } from '../../src/tooling/free-port.mjs';

const root = join(__dirname, '../..');

/** A process of the office, with what it printed. */
export interface OfficeProcess {
  readonly child: ChildProcess;
  readonly printed: () => string;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to end. */
  stop(): Promise<void>;
}

/** The whole product against its stand-in, as real processes on free ports. */
export interface LocalOffice {
  /** Address of the host page. */
  readonly host: string;
  /** Address of the first app. */
  readonly app: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly firstApp: OfficeProcess;
  /**
   * Starts an app process (the first again after a kill, or another port on the same lists), with other settings where
   * given, and waits until it is ready.
   */
  startApp(port?: string, settings?: Readonly<Record<string, string>>): Promise<OfficeProcess>;
  stop(): Promise<void>;
}

/**
 * Waits until a condition holds; rejects with the last fault after the given seconds. A machine that does other work
 * besides may take several polls of half a minute each.
 */
export async function until<T>(
  what: string,
  condition: () => Promise<T | undefined | false>,
  seconds = 75,
  everyMs = 100,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  let fault: unknown;
  while (Date.now() < end) {
    try {
      const value = await condition();
      if (value !== undefined && value !== false) return value;
      fault = undefined;
    } catch (caught) {
      fault = caught;
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  throw new Error(`${what}: not within ${seconds} s${fault ? `, last: ${String(fault)}` : ''}`);
}

function startProcess(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
): OfficeProcess {
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output = (output + chunk).slice(-200_000);
    });
  }
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const end = (signal: 'SIGKILL' | 'SIGTERM') => () => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return ended;
  };
  return { child, printed: () => output, kill: end('SIGKILL'), stop: end('SIGTERM') };
}

async function runToEnd(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<void> {
  const run = startProcess(script, args, env);
  await new Promise<void>((resolve) => run.child.once('close', () => resolve()));
  if (run.child.exitCode !== 0)
    throw new Error(`${script} ${args.join(' ')} failed:\n${run.printed()}`);
}

const answers = async (url: string): Promise<boolean> => (await fetch(url)).ok;

/** Whether the app knows the campaign, asked as any member of staff. */
async function seesCampaign(environment: Record<string, string>, host: string): Promise<boolean> {
  const state = await (await fetch(`${host}/host/state`)).json();
  const token = await fetch(`${host}/host/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ person: state.me.id }),
  });
  const answer = await fetch(`http://127.0.0.1:${environment['PORT']}/api/my-proposals`, {
    headers: { Authorization: `Bearer ${(await token.json()).token}` },
  });
  return (await answer.json()).campaign !== undefined;
}

/** Sets how the stand-in behaves from now on. */
async function setProfile(host: string, profile: object): Promise<void> {
  const response = await fetch(`${host}/control/profile`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(profile),
  });
  if (!response.ok) throw new Error(`the profile was refused: ${await response.text()}`);
}

/** How an office is opened. */
export interface OfficeOptions {
  readonly profile?: 'gentle' | 'pessimistic';
  readonly seed?: number;
  /** Whether the 46 samples are submitted first. */
  readonly withSamples?: boolean;
  /** Where Teams reaches the app, if not at the first process itself. */
  readonly publicOrigin?: string;
  /** Units that the app believes to be granted a minute, where a journey asks for more than those of most do. */
  readonly unitsPerMinute?: number;
  /** Application permissions that the app was given beside the one it needs. */
  readonly appRoles?: string;
  /** Told the address of the first process before the app is opened for people. */
  readonly onFirstApp?: (app: string) => void;
}

/** Opens an office: stand-in, lists, masters, one app; samples where asked for. Its data folder goes with it. */
export async function openLocalOffice(options: OfficeOptions = {}): Promise<LocalOffice> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mebuki-office-'));
  const [port, localPort] = [await freePort(), await freePort()];
  const environment: Record<string, string> = {
    ...localEnvironment(root, { PORT: port, LOCAL_PORT: localPort, DATA_DIR: dataDir }),
    LOCAL_TLS_PORT: '0',
    LOCAL_PROFILE: options.profile ?? 'gentle',
    LOCAL_SEED: String(options.seed ?? 1),
    LOG_LEVEL: 'warn',
    // A journey does in a minute what takes an office longer.
    GRAPH_UNITS_PER_MINUTE: String(options.unitsPerMinute ?? 2_500),
    ...(options.appRoles !== undefined && { LOCAL_APP_ROLES: options.appRoles }),
    ...(options.publicOrigin && {
      PUBLIC_ORIGIN: options.publicOrigin,
      APP_BASE_URL: options.publicOrigin,
    }),
  };
  const running: OfficeProcess[] = [];
  const host = `http://127.0.0.1:${localPort}`;

  async function startApp(
    ownPort = port,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<OfficeProcess> {
    const own = { ...environment, ...settings, PORT: ownPort };
    const app = startProcess('dist/server/main.js', [], own);
    running.push(app);
    await until(`the app on ${ownPort}`, async () => {
      if (app.child.exitCode !== null) throw new Error(app.printed());
      return answers(`http://127.0.0.1:${ownPort}/readyz`);
    });
    return app;
  }

  async function stop(): Promise<void> {
    for (const each of running.toReversed()) await each.stop();
    await rm(dataDir, { recursive: true, force: true });
  }

  let firstApp: OfficeProcess;
  try {
    running.push(startProcess('dist/local/main.js', [], environment));
    await until('the stand-in', () => answers(`${host}/control/clock`));
    // No journey is about how long an administrator waits for what was just filled in.
    await setProfile(host, { name: 'gentle', deltaLagMs: [0, 0] });
    await runToEnd('dist/server/provision.js', [], environment);
    await runToEnd('dist/local/seed/run-seed.js', ['masters'], environment);
    await setProfile(host, { name: options.profile ?? 'gentle' });
    firstApp = await startApp();
    options.onFirstApp?.(`http://127.0.0.1:${port}`);
    // The change feed may learn of the masters a few seconds after they were written, as in a tenant.
    await until('the open campaign', () => seesCampaign(environment, host), 60);
    const phase = options.withSamples ? 'samples' : 'app';
    await runToEnd('dist/local/seed/run-seed.js', [phase], environment);
  } catch (fault) {
    await stop();
    throw fault;
  }
  return { host, app: `http://127.0.0.1:${port}`, environment, firstApp, startApp, stop };
}
