import { drive } from './client.mjs';
import { machineCpu } from './machine.mjs';
import { concurrency } from './plan.mjs';
import { ownCpu } from './processes.mjs';

/** Other work on the computer above this many cores is told beside the figure. */
export const tellFrom = 0.25;

/**
 * One sample: CPU of a server per request in milliseconds, requests per second, and the cores that
 * processes outside of the benchmark took meanwhile (undefined where that cannot be known).
 */
export async function takeSample(server, requests, all) {
  const running = all.filter((each) => each.isRunning());
  const cpuOf = () => Promise.all(running.map((each) => each.cpu()));
  const sumOf = (values) => values.reduce((sum, each) => sum + each, 0);
  const before = { server: await server.cpu(), known: sumOf(await cpuOf()) + ownCpu() };
  const machineBefore = machineCpu();
  const startedAt = performance.now();
  const { seconds } = await drive(requests, concurrency);
  const cpu = (await server.cpu()) - before.server;
  const machineAfter = machineCpu();
  const wallMs = performance.now() - startedAt;
  const known = sumOf(await cpuOf()) + ownCpu() - before.known;
  const foreign =
    machineBefore === undefined || machineAfter === undefined
      ? undefined
      : Math.max(0, (machineAfter - machineBefore - known) / wallMs);
  return { cpuMs: cpu / requests.length, perSecond: requests.length / seconds, foreign };
}

/** The middle value. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Measures ours and its floor in pairs, taking turns at going first.
 * @param {{ samples: number, ours: () => Promise<object>, floor: () => Promise<object> }} what
 * @returns {Promise<{ ours: object[], floor: object[] }>}
 */
export async function takePairs({ samples, ours, floor }) {
  const taken = { ours: [], floor: [] };
  for (let index = 0; index < samples; index += 1) {
    const order = index % 2 === 0 ? ['floor', 'ours'] : ['ours', 'floor'];
    for (const which of order) taken[which].push(await (which === 'ours' ? ours() : floor()));
  }
  return taken;
}
