import { setTimeout as pause } from 'node:timers/promises';
import { call } from './client.mjs';

const poll = 'GET items/delta';
const quietForMs = 1_500;
const quietWithinMs = 40_000;

/** What the stand-in counted since the last reset, with the change feed's polls apart. */
export async function usageOf({ host }) {
  const { byOperation } = await call(`${host}/control/usage`);
  const { [poll]: polls = { calls: 0, units: 0 }, ...rest } = byOperation;
  const sum = (name) => Object.values(rest).reduce((total, each) => total + each[name], 0);
  return { calls: sum('calls'), units: sum('units'), polls, byOperation: rest };
}

export async function resetUsage({ host }) {
  await call(`${host}/control/usage/reset`, { method: 'POST' });
}

/** Waits until the app has made no call but polls for a while, so that work after an answer is counted too. */
export async function untilQuiet(office) {
  const end = Date.now() + quietWithinMs;
  let { calls } = await usageOf(office);
  let since = Date.now();
  while (Date.now() - since < quietForMs) {
    if (Date.now() > end) throw new Error('the app does not stop calling Graph');
    await pause(150);
    const now = await usageOf(office);
    if (now.calls !== calls) since = Date.now();
    calls = now.calls;
  }
}

/** Counts what some work costs, the quiet after it included. */
export async function countUsage(office, work) {
  await untilQuiet(office);
  await resetUsage(office);
  await work();
  await untilQuiet(office);
  return usageOf(office);
}
