import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localEnvironment } from '../src/local/local-environment.mjs';
import { freePort } from '../src/tooling/free-port.mjs';
import { projectRoot } from '../src/tooling/project-root.mjs';
import { runNode } from '../src/tooling/run-node.mjs';
import { makeEveryoneSecretary, openAdmin } from './admin.mjs';
import { openChannel } from './channel.mjs';
import { call } from './client.mjs';
import { startProcess, until } from './processes.mjs';

/**
 * The benchmark does in a minute what an office does in a year: no limit of units may stop it. And what
 * is written into the lists must be there when the app starts right after.
 */
const profile = { name: 'gentle', unitsPerMinute: 1_000_000, deltaLagMs: [0, 0] };

/** A first reading of a hundred thousand proposals takes minutes. */
const firstStartWithin = 900;

async function runToEnd(args, env) {
  const { code, output } = await runNode(args, { capture: true, env });
  if (code !== 0) throw new Error(`${args.join(' ')} failed:\n${output}`);
}

async function untilAnswers(server, url, seconds) {
  const answers = async () => (server.isRunning() ? (await fetch(url)).ok : 'ended');
  await until(server.name, answers, seconds);
  if (!server.isRunning()) throw new Error(`${server.name} ended:\n${server.printed()}`);
}

async function environmentOf(channel, dataDir) {
  const [port, localPort] = [await freePort(), await freePort()];
  const ports = { PORT: port, LOCAL_PORT: localPort, DATA_DIR: dataDir };
  const local = localEnvironment(projectRoot, ports);
  return {
    ...local,
    LOCAL_TLS_PORT: '0',
    LOCAL_PROFILE: 'gentle',
    LOCAL_SEED: '1',
    LOG_LEVEL: 'warn',
    GRAPH_UNITS_PER_MINUTE: '2000000',
    BOT_OPENID_METADATA_URL: channel.metadataUrl,
    BOT_SERVICE_URLS: `${local.BOT_SERVICE_URLS},${channel.serviceUrl}`,
  };
}

/** What of the environment the benchmark's own requests need. */
function idsOf(environment) {
  return { appId: environment.APP_ID, tenantId: environment.TENANT_ID };
}

/**
 * Opens the whole product: the bench's own bot channel, the stand-in, lists, masters, the app as it is
 * built. Everything is stopped and removed by `stop`, also after a half start.
 * @param {(line: string) => void} say
 * @param {(office: object) => Promise<void>} [stock] fills the lists before the app starts
 * @param {(start: () => Promise<void>, office: object) => Promise<void>} [begin] starts the app, and may watch how
 */
export async function openOffice(say, stock, begin = (start) => start()) {
  const local = localEnvironment(projectRoot);
  const channel = await openChannel({ appId: local.APP_ID, issuer: local.BOT_TOKEN_ISSUER });
  const dataDir = await mkdtemp(join(tmpdir(), 'mebuki-bench-'));
  // Also where the run is broken off.
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 }));
  const environment = await environmentOf(channel, dataDir);
  const servers = [];
  const start = (name, script, changes = {}) => {
    const server = startProcess(name, script, { ...environment, ...changes });
    servers.push(server);
    return server;
  };
  async function stop() {
    await Promise.all(servers.map((server) => server.stop()));
    await channel.close();
    await rm(dataDir, { recursive: true, force: true });
  }
  const [host, app] = [environment.TEAMS_HOST_ORIGINS, environment.PUBLIC_ORIGIN];
  const office = { channel, environment, ids: idsOf(environment), host, app, servers, start, stop };
  try {
    const standIn = start('the stand-in', 'dist/local/main.js');
    await untilAnswers(standIn, environment.CLOCK_URL);
    await call(`${host}/control/profile`, { method: 'PUT', body: profile });
    say('The stand-in runs; the lists are made and filled.');
    await runToEnd(['dist/server/provision.js'], environment);
    await runToEnd(['dist/local/seed/run-seed.js', 'masters'], environment);
    office.admin = await openAdmin(environment);
    await makeEveryoneSecretary(office.admin);
    await stock?.(office);
    office.startApp = async (seconds) => {
      office.server = start('the app', 'dist/server/main.js');
      await untilAnswers(office.server, `${app}/readyz`, seconds);
    };
    await begin(() => office.startApp(stock ? firstStartWithin : undefined), office);
    await runToEnd(['dist/local/seed/run-seed.js', 'app'], environment);
    return office;
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** Starts one of the floors; answers the server and the address it listens at. */
export async function openFloor(office, script) {
  const server = office.start(script, `bench/floors/${script}`);
  const { port } = await server.hear();
  return { server, url: `http://127.0.0.1:${port}` };
}
