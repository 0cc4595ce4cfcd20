import { setTimeout as pause } from 'node:timers/promises';
import { submit } from './activities.mjs';
import { call, drive } from './client.mjs';
import { meetNewcomers } from './fill.mjs';
import { countSecretariat, countSubmitTurns } from './graph-counts.mjs';
import { graphRows } from './graph-rows.mjs';
import { measureLatencies, untilAllRead } from './latencies.mjs';
import { table as actTable } from './lines.mjs';
import { describeMachine } from './machine.mjs';
import { openOffice } from './office.mjs';
import { sinceLastStart } from './processes.mjs';
import { openReaders } from './readers.mjs';
import { storeProposals } from './stock.mjs';
import { columnsTable } from './table.mjs';
import { resetUsage, untilQuiet, usageOf } from './usage.mjs';
import { pollUnitsPerDay } from './usage-model.mjs';

/** How much is measured; `small` only shows that every part works. */
export const graphPlans = {
  full: {
    sizes: [648, 10_000, 100_000],
    reads: 200,
    warmUp: 60,
    hints: 120,
    counted: 5,
    countedReads: 40,
    activeSeconds: 60,
  },
  small: {
    sizes: [40, 80],
    reads: 4,
    warmUp: 2,
    hints: 4,
    counted: 1,
    countedReads: 2,
    activeSeconds: 2,
  },
};

/** The demo's campaign, as the mapper of proposals needs it. */
const campaign = {
  id: 'demo',
  title: '見本の募集',
  opensAt: 0,
  visibility: 'after-review-begins',
  isSample: true,
};

/** The app examines its lists and files once, a minute after it began to serve. */
const looksAfterItselfMs = 65_000;

const seconds = (from) => (Date.now() - from) / 1000;

/** Starts the app and answers what that took, until it is ready and has caught up. */
async function timedStart(office, start) {
  await resetUsage(office);
  const from = Date.now();
  await start();
  const took = seconds(from);
  const { calls, units, polls } = await usageOf(office);
  return { seconds: took, calls: calls + polls.calls, units: units + polls.units };
}

/** Polls within a minute in which somebody uses the product, counted and as the plan says. */
async function countPolls(office, readers, activeSeconds) {
  await untilQuiet(office);
  await resetUsage(office);
  const from = Date.now();
  while (seconds(from) < activeSeconds) {
    await call(`${office.app}/api/me`, { token: readers.token() });
    await pause(Math.min(10_000, activeSeconds * 500));
  }
  const { polls } = await usageOf(office);
  return (polls.units / activeSeconds) * 60;
}

const numberOf = (lines, name) =>
  Number(/([\d.]+) units/.exec(lines.find((line) => line.name.startsWith(name)).ours)[1]);

async function countActs(office, plan, readers) {
  // What it asks then is no part of any act.
  await pause(Math.max(0, looksAfterItselfMs - sinceLastStart()));
  const people = await meetNewcomers(office, plan.counted);
  // The office of a person is remembered with the first submit; what is decided below is theirs.
  await drive(
    people.map((person, index) => submit(office, office.app, person, index)),
    1,
  );
  const acts = await countSecretariat(office, plan, readers);
  const submits = await countSubmitTurns(office, { ...plan, proposals: people.length }, people);
  const lines = [...submits.lines, ...acts.lines];
  const ledger = acts.notes.map((note) => /\(([\d.]+) units\) per publication/.exec(note)?.[1]);
  return {
    lines,
    submit: numberOf(lines, 'Graph per submit'),
    decide: numberOf(lines, 'Graph per decide'),
    publish: numberOf(lines, 'Graph per publish'),
    read: numberOf(lines, 'Graph per read'),
    ledger: Number(ledger.find((units) => units !== undefined)),
  };
}

async function measureSize(size, plan, say) {
  let filledIn = 0;
  let first;
  const office = await openOffice(
    () => {},
    async (opening) => {
      const from = Date.now();
      await storeProposals(opening, size, campaign, Date.now());
      filledIn = seconds(from);
    },
    async (start, opening) => {
      first = await timedStart(opening, start);
    },
  );
  try {
    say(
      `${size} proposals: stored in ${filledIn.toFixed(0)} s, first read in ${first.seconds.toFixed(1)} s.`,
    );
    const readers = await openReaders(office);
    const readIn = await untilAllRead(readers);
    const memory = await office.server.memory();
    const latencies = await measureLatencies(readers, plan);
    const acts = await countActs(office, plan, readers);
    const polls = await countPolls(office, readers, plan.activeSeconds);
    await office.server.stop();
    const warm = await timedStart(office, () => office.startApp(first.seconds + 60));
    // What was there before is there again.
    await measureLatencies(await openReaders(office), { ...plan, reads: 1, warmUp: 1, hints: 1 });
    say(
      `${size} proposals: texts read ${readIn.toFixed(0)} s later, started anew in ${warm.seconds.toFixed(1)} s.`,
    );
    return { size, first, warm, memory, latencies, acts, polls };
  } finally {
    await office.stop();
  }
}

/** npm run bench -- graph: what Graph and memory are asked for at three sizes of the stock. */
export async function runGraph(plan, say) {
  const results = [];
  for (const size of plan.sizes) results.push(await measureSize(size, plan, say));
  const heads = [
    'what',
    ...plan.sizes.map((size) => size.toLocaleString('en')),
    'growth',
    'goal',
    '',
  ];
  say(`\n${describeMachine()}\n`);
  say(columnsTable([heads, ...graphRows(results)]));
  say(`\nPolls by their plan: ${pollUnitsPerDay().toFixed(0)} units a day.`);
  for (const { size, acts } of results) say(`\n${size} proposals\n${actTable(acts.lines)}`);
}
