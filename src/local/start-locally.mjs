import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../tooling/project-root.mjs';
import { runNode } from '../tooling/run-node.mjs';
import { localEnvironment } from './local-environment.mjs';
import { startServer } from './local-server.mjs';
import { startFaults } from './start-faults.mjs';

const say = (line) => process.stdout.write(`${line}\n`);

/** What takes the app longest to load; it does so while the lists are made ready. */
const appLibraries = ['botbuilder', 'restify', 'adaptivecards-templating', '@azure/msal-node'];

/** Thrown to end the start with one line; the line was or will be shown. */
class StartFault extends Error {}

async function untilOk(url, server, seconds) {
  for (let round = 0; round < seconds * 50; round += 1) {
    if (!server.isRunning()) throw new StartFault(`${server.name} ended while it was starting.`);
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not listening yet; the loop is bounded and a server that ended is noticed above.
    }
    await pause(20);
  }
  throw new StartFault(`${server.name} did not answer at ${url} within ${seconds} seconds.`);
}

/**
 * Brings everything up in order. `run.servers` grows as they start, so that whoever stops knows what runs; once
 * `run.breakOff` is aborted nothing more is started.
 */
async function bringUp(environment, run) {
  const { signal } = run.breakOff;
  async function step(title, args, changes) {
    const { code } = await runNode(args, { env: changes, signal });
    if (code !== 0) throw new StartFault(`${title} failed; the lines above say why.`);
  }
  function server(...how) {
    signal.throwIfAborted();
    const started = startServer(...how);
    run.servers.push(started);
    return started;
  }
  await step('The build', ['src/tooling/build.mjs', '--if-needed'], {});
  const standIn = server('The stand-in', 'dist/local/main.js', environment);
  const app = server('The app', 'dist/server/main.js', environment, appLibraries);
  await untilOk(environment.CLOCK_URL, standIn, 20);
  await step('Provisioning', ['dist/server/provision.js', '--quiet'], environment);
  await step('Filling in the masters', ['dist/local/seed/run-seed.js', 'masters'], environment);
  app.release();
  await untilOk(`${environment.PUBLIC_ORIGIN}/readyz`, app, 40);
  await step('Submitting the samples', ['dist/local/seed/run-seed.js', 'samples'], environment);
}

/** Stops what was started, the youngest first; says what was stopped, and nothing where nothing was at work. */
async function stopAll(run, wasAsked) {
  // After Ctrl-C in a terminal the servers may have ended already: they heard it too.
  const hadWork = wasAsked ? run.servers.length > 0 : run.servers.some((each) => each.isAtWork());
  for (const each of run.servers.toReversed()) await each.stop();
  if (hadWork) say('止めました。Stopped.');
  else if (wasAsked) say('起動を取りやめました。The start was broken off.');
}

function tellReady(environment, startedAt) {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  say('');
  say(`準備ができました（${seconds}秒）。この住所を開いてください / Ready. Open:`);
  say(`  http://127.0.0.1:${environment.LOCAL_PORT}/`);
  say(`人物と提案はすべて架空です（${environment.LOCAL_PROFILE}）。止めるには Ctrl-C。`);
}

/** The whole local run, from the checks to Ctrl-C. */
export async function startLocally() {
  const startedAt = Date.now();
  const environment = {
    // Keeps what V8 has compiled between two starts; Node 20 does not know it and passes over it.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(projectRoot, 'dist', '.compiled'),
    ...localEnvironment(projectRoot),
  };
  const faults = await startFaults(environment);
  if (faults.length > 0) {
    process.stderr.write(`${faults.join('\n')}\n`);
    process.exitCode = 1;
    return;
  }
  const run = { servers: [], breakOff: new AbortController() };
  let stopped;
  const stop = (wasAsked) => {
    run.breakOff.abort();
    stopped ??= stopAll(run, wasAsked);
    return stopped;
  };
  process.on('SIGINT', () => stop(true));
  process.on('SIGTERM', () => stop(true));
  try {
    await bringUp(environment, run);
    tellReady(environment, startedAt);
    const first = await Promise.race(run.servers.map((each) => each.ended.then(() => each)));
    if (!run.breakOff.signal.aborted) throw new StartFault(`${first.name} ended by itself.`);
  } catch (fault) {
    if (!run.breakOff.signal.aborted) {
      process.stderr.write(`${fault instanceof StartFault ? fault.message : fault.stack}\n`);
      process.exitCode = 1;
    }
  }
  await stop(false);
}
