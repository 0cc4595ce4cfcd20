import { spawn } from 'node:child_process';
import { projectRoot } from '../tooling/project-root.mjs';

/**
 * @typedef {object} LocalServer A server of this project with its end in view.
 * @property {string} name
 * @property {Promise<number>} ended its exit code, 1 when ended by a signal
 * @property {() => boolean} isRunning
 * @property {() => boolean} isAtWork running and no longer held back
 * @property {() => void} release lets a held server start; nothing for the others
 * @property {() => Promise<void>} stop asks it to end and waits until it has
 */

/**
 * Starts a server of this project. A held one only loads the libraries named here until it is released, so that
 * loading them costs no waiting where other work comes first.
 * @param {string} name
 * @param {string} script
 * @param {Record<string, string>} environment
 * @param {string[]} [heldWith] libraries to load before the release
 * @returns {LocalServer}
 */
export function startServer(name, script, environment, heldWith) {
  const args = heldWith ? ['src/local/start-held.mjs', script, ...heldWith] : [script];
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit', ...(heldWith ? ['ipc'] : [])],
  });
  const ended = new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  let isHeld = heldWith !== undefined;
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return {
    name,
    ended,
    isRunning,
    isAtWork: () => isRunning() && !isHeld,
    release: () => {
      if (isHeld && child.connected) child.send('start');
      isHeld = false;
    },
    stop: async () => {
      if (isRunning()) child.kill('SIGTERM');
      await ended;
    },
  };
}
