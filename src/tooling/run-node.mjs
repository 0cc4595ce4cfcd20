import { spawn } from 'node:child_process';
import { projectRoot } from './project-root.mjs';

/**
 * Runs a script with this Node in the project folder and waits for its end.
 * @param {string[]} args script and arguments
 * @param {{ capture?: boolean, env?: Record<string, string>, signal?: AbortSignal }} [how] `capture`: keep what it
 *   prints instead of showing it; `signal`: ends it, and rejects.
 * @returns {Promise<{ code: number, output: string }>} exit code (1 when ended by a signal)
 */
export function runNode(args, { capture = false, env = {}, signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      env: { ...process.env, ...env },
      signal,
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
