import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../tooling/project-root.mjs';
import { runNode } from '../tooling/run-node.mjs';
import { localEnvironment } from './local-environment.mjs';
import { startFaults } from './start-faults.mjs';

const say = (line) => process.stdout.write(`${line}\n`);

/** Thrown to end the start with one line; the line was or will be shown. */
class StartFault extends Error {}

/** Starts a server of this project and keeps its end in view. */
function startServer(name, script, environment) {
  const child = spawn(process.execPath, [script], {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  return {
    name,
    child,
    ended,
    isRunning: () => child.exitCode === null && child.signalCode === null,
  };
}

async function untilOk(url, server, seconds) {
  for (let round = 0; round < seconds * 20; round += 1) {
    if (!server.isRunning()) throw new StartFault(`${server.name} ended while it was starting.`);
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not listening yet; the loop is bounded and a server that ended is noticed above.
    }
    await pause(50);
  }
  throw new StartFault(`${server.name} did not answer at ${url} within ${seconds} seconds.`);
}

async function runStep(title, args, environment) {
  const { code } = await runNode(args, { env: environment });
  if (code !== 0) throw new StartFault(`${title} failed; the lines above say why.`);
}

async function stopAll(servers) {
  for (const server of servers.toReversed()) {
    if (server.isRunning()) server.child.kill('SIGTERM');
    await server.ended;
  }
}

/** Brings everything up in order. `servers` grows as they start, so that whoever stops knows what runs. */
async function bringUp(environment, servers) {
  await runStep('The build', ['src/tooling/build.mjs', '--if-needed'], {});
  const standIn = startServer('The stand-in', 'dist/local/main.js', environment);
  servers.push(standIn);
  await untilOk(environment.CLOCK_URL, standIn, 20);
  await runStep('Provisioning', ['dist/server/provision.js'], environment);
  await runStep('Filling in the masters', ['dist/local/seed/run-seed.js', 'masters'], environment);
  const app = startServer('The app', 'dist/server/main.js', environment);
  servers.push(app);
  await untilOk(`${environment.PUBLIC_ORIGIN}/readyz`, app, 40);
  await runStep('Submitting the samples', ['dist/local/seed/run-seed.js', 'samples'], environment);
}

/** The whole local run, from the checks to Ctrl-C. */
export async function startLocally() {
  const started = Date.now();
  const environment = localEnvironment(projectRoot);
  const faults = await startFaults(environment);
  if (faults.length > 0) {
    process.stderr.write(`${faults.join('\n')}\n`);
    process.exitCode = 1;
    return;
  }
  const servers = [];
  let stopping;
  const stop = () => {
    stopping ??= stopAll(servers).then(() => say('止めました。Stopped.'));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    await bringUp(environment, servers);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    say('');
    say(`準備ができました（${seconds}秒）。この住所を開いてください / Ready. Open:`);
    say(`  http://127.0.0.1:${environment.LOCAL_PORT}/`);
    say(`人物と提案はすべて架空です（${environment.LOCAL_PROFILE}）。止めるには Ctrl-C。`);
    const first = await Promise.race(servers.map((each) => each.ended.then(() => each)));
    if (!stopping) throw new StartFault(`${first.name} ended by itself.`);
  } catch (fault) {
    if (!stopping) {
      process.stderr.write(`${fault instanceof StartFault ? fault.message : fault.stack}\n`);
      process.exitCode = 1;
    }
  }
  stop();
  await stopping;
}
