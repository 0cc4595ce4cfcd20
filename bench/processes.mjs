import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../src/tooling/project-root.mjs';

const preload = pathToFileURL(join(projectRoot, 'bench/report-cpu.mjs')).href;
const endWithinMs = 60_000;
const answerWithinMs = 60_000;

/** User and system time in milliseconds. */
const milliseconds = ({ user, system }) => (user + system) / 1000;

/** CPU that the benchmark itself has used, in milliseconds. */
export const ownCpu = () => milliseconds(process.cpuUsage());

/**
 * Waits until a condition answers something; throws after the given seconds.
 * @param {string} what what is waited for, for the message
 * @param {() => Promise<unknown>} condition a rejection counts as "not yet"
 */
export async function until(what, condition, seconds = 30) {
  const end = Date.now() + seconds * 1000;
  let last;
  while (Date.now() < end) {
    last = await condition().catch((fault) => void fault);
    if (last) return last;
    await pause(100);
  }
  throw new Error(`${what}: not within ${seconds} s`);
}

async function end(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const cut = setTimeout(() => child.kill('SIGKILL'), endWithinMs);
  await ended;
  clearTimeout(cut);
}

let lastStart = 0;

/** Milliseconds since the youngest process was started. */
export const sinceLastStart = () => Date.now() - lastStart;

/**
 * Starts a script that can be asked what CPU it used. `hear` waits for its next message.
 * @returns {{ name: string, printed: () => string,
 *   hear: () => Promise<any>, ask: (message: unknown) => Promise<any>,
 *   cpu: () => Promise<number>, isRunning: () => boolean, stop: () => Promise<void> }}
 */
export function startProcess(name, script, environment) {
  lastStart = Date.now();
  const child = spawn(process.execPath, ['--import', preload, join(projectRoot, script)], {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      output = (output + chunk).slice(-20_000);
    });
  }
  const ended = new Promise((resolve) => child.once('close', resolve));
  const hear = () =>
    new Promise((resolve, reject) => {
      const silent = new Error(`${name} does not answer`);
      const late = setTimeout(() => reject(silent), answerWithinMs);
      child.once('message', (answer) => {
        clearTimeout(late);
        resolve(answer);
      });
    });
  const ask = (message) => {
    const answer = hear();
    // A closed channel shows as silence.
    child.send(message, () => undefined);
    return answer;
  };
  return {
    name,
    printed: () => output,
    hear,
    ask,
    cpu: async () => milliseconds((await ask('cpu')).cpu),
    memory: async () => (await ask('memory')).memory,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    stop: () => end(child, ended),
  };
}
