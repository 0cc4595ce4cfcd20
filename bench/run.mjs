// npm run bench [-- --small]          CPU beside bare floors, and calls per act
// npm run bench -- graph [--small]    starts, memory, reads and units at 648, 10,000 and 100,000 proposals
//   --sizes 648,10000    other sizes of the stock
//   --small  a handful of requests: shows that every part works; its figures say nothing
// Prints one table: what the app costs beside a bare floor, and what the stand-in counted.
// A goal that is missed is printed as missed; the exit code tells only whether the run came to its end.

import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { nodeVersionFault } from '../src/tooling/node-version.mjs';
import { fill } from './fill.mjs';
import { countSecretariat, countSubmitTurns } from './graph-counts.mjs';
import { table } from './lines.mjs';
import { describeMachine } from './machine.mjs';
import { openOffice } from './office.mjs';
import { longestGraphRunMs, longestRunMs, plans, submitsPerPerson } from './plan.mjs';
import { compareLists } from './read-lists.mjs';
import { openReaders } from './readers.mjs';
import { graphPlans, runGraph } from './run-graph.mjs';
import { compareSimilarity } from './run-similarity.mjs';
import { compareSubmitTurns } from './submit-turns.mjs';

const say = (line) => console.log(line);

/** What the app costs while nobody asks: polls, sweeps, the clock. */
async function idleNote(office, seconds) {
  const before = await office.server.cpu();
  await pause(seconds * 1000);
  const perSecond = ((await office.server.cpu()) - before) / seconds;
  return `The app at rest uses ${perSecond.toFixed(1)} ms of CPU per second (in our figures).`;
}

async function measure(office, plan, similar) {
  const people = await fill(office, plan);
  say(`${plan.proposals} proposals have been submitted.`);
  const idle = await idleNote(office, plan.samples);
  const readers = await openReaders(office);
  const lists = await compareLists(office, plan, readers);
  say('The lists have been measured.');
  const acts = await countSecretariat(office, plan, readers);
  const submits = await countSubmitTurns(office, plan, people);
  say('The calls to Graph have been counted.');
  const turns = await compareSubmitTurns(office, plan, people);
  const parts = [turns, lists, submits, acts, similar];
  return {
    lines: parts.flatMap((part) => part.lines),
    notes: [...parts.flatMap((part) => part.notes), idle],
  };
}

function checkPlan({ samples, submits, counted, invented, submitWarmUp, warmUpPeople }) {
  const most = invented * (submitsPerPerson - 1);
  const isTooMuch = submitWarmUp > warmUpPeople * submitsPerPerson;
  if (samples * submits + counted > most || isTooMuch)
    throw new Error('The plan has too few people.');
}

async function runUsual(isSmall) {
  const plan = isSmall ? plans.small : plans.full;
  checkPlan(plan);
  const started = Date.now();
  const loadBefore = loadavg()[0];
  const similar = await compareSimilarity({ isSmall });
  say('Finding similar texts has been measured.');
  const office = await openOffice(say);
  try {
    const { lines, notes } = await measure(office, plan, similar);
    say(`\n${describeMachine()}`);
    say(`load average ${loadBefore.toFixed(1)} before, ${loadavg()[0].toFixed(1)} after\n`);
    say(`${table(lines)}\n`);
    for (const note of notes) say(note);
    say(`Took ${Math.round((Date.now() - started) / 1000)} s.`);
  } finally {
    await office.stop();
  }
}

/** What can be measured, by the word behind `npm run bench --`. */
const parts = {
  '': { withinMs: longestRunMs, measure: runUsual },
  graph: {
    withinMs: longestGraphRunMs,
    measure: (isSmall, sizes) => {
      const plan = isSmall ? graphPlans.small : graphPlans.full;
      return runGraph({ ...plan, ...(sizes && { sizes: sizes.split(',').map(Number) }) }, say);
    },
  },
};

async function main() {
  const { values, positionals } = parseArgs({
    options: { small: { type: 'boolean', default: false }, sizes: { type: 'string' } },
    allowPositionals: true,
  });
  const fault = nodeVersionFault();
  if (fault !== undefined) throw new Error(fault);
  const part = positionals.join(' ');
  const run = parts[part];
  if (!run) throw new Error(`There is no benchmark "${part}"; there is "graph".`);
  endWithin(run.withinMs);
  await run.measure(values.small, values.sizes);
}

/** The measured processes end themselves when this one is gone. */
function endWithin(milliseconds) {
  setTimeout(() => {
    console.error('The benchmark took too long and was ended.');
    process.exit(1);
  }, milliseconds).unref();
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
await main().catch((fault) => {
  console.error(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 1;
});
