import type fc from 'fast-check';

/** Whether the long suite runs (npm run test:long). */
export const isLong = process.env['MEBUKI_LONG'] === 'yes';

const longFactor = 20;

/** On the other versions of Node and in other time zones a tenth is enough: the rules were tried before. */
const isBrief = process.env['MEBUKI_BRIEF'] === 'yes';
const briefShare = 0.1;

// The mutation run fixes seed and number of cases itself, so that its figure is the same on every run.
const isMutationRun = '__stryker__' in globalThis;

/** Whether enough is tried that every situation a rule speaks of must come up; a tenth of the runs may miss a rare one. */
export const isThorough = !isBrief && !isMutationRun;

/**
 * How often a property is tried: `normal` times, twenty times as often in the long suite. The seed is written down
 * before the first run and again by fast-check on a failure; MEBUKI_SEED repeats a run.
 */
export function runs(name: string, normal: number): fc.Parameters<unknown> {
  if (isMutationRun) return { numRuns: normal };
  const share = isBrief ? briefShare : 1;
  const numRuns = isLong ? normal * longFactor : Math.ceil(normal * share);
  const given = process.env['MEBUKI_SEED'];
  const seed = given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
  process.stderr.write(`${name}: ${numRuns} runs, MEBUKI_SEED=${seed}\n`);
  return { numRuns, seed };
}

/** Time that a property may take in the long suite and in the normal one. */
export const propertyTimeoutMs = isLong ? 3_600_000 : 120_000;
