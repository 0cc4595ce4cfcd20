import { setTimeout as pause } from 'node:timers/promises';
import { usualPlans } from '../dist/server/graph/poll-plans.js';
import { submit } from './activities.mjs';
import { call, drive } from './client.mjs';
import { meetNewcomers } from './fill.mjs';
import { countSecretariat, countSubmitTurns } from './graph-counts.mjs';
import { measureLatencies, untilAllRead } from './latencies.mjs';
import { table as actTable } from './lines.mjs';
import { describeMachine } from './machine.mjs';
import { openOffice } from './office.mjs';
import { openReaders } from './readers.mjs';
import { storeProposals } from './stock.mjs';
import { columnsTable, growth } from './table.mjs';
import { resetUsage, untilQuiet, usageOf } from './usage.mjs';

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

/** The day of the usage model (docs/performance.md): so many hours of it somebody uses the product. */
const activeHours = 10;
const campaignDays = 42;
const minute = 60_000;

/** The demo's campaign, as the mapper of proposals needs it. */
const campaign = {
  id: 'demo',
  title: '見本の募集',
  opensAt: 0,
  visibility: 'after-review-begins',
  isSample: true,
};

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

/** Units that the polls of a day cost by their plan: one each. */
export function pollUnitsPerDay(plans = Object.values(usualPlans)) {
  const [active, idle] = [activeHours * 60 * minute, (24 - activeHours) * 60 * minute];
  return plans.reduce((sum, { activeMs, idleMs }) => sum + active / activeMs + idle / idleMs, 0);
}

const numberOf = (lines, name) =>
  Number(/([\d.]+) units/.exec(lines.find((line) => line.name.startsWith(name)).ours)[1]);

/** Units of a day of the model: submits of a campaign's day, decisions published one by one with their ledger, polls. */
function unitsPerDay(size, { submit, decide, publish, ledger }) {
  const submits = size / campaignDays;
  const changes = Math.max(50, (4 * size) / 365);
  return submits * submit + changes * (decide + publish + ledger) + pollUnitsPerDay();
}

async function countActs(office, plan, readers) {
  const people = await meetNewcomers(office, 2);
  // The office of a person is remembered with the first submit.
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
    const warmReaders = await openReaders(office);
    const again = await measureLatencies(warmReaders, { ...plan, reads: 1, warmUp: 1, hints: 1 });
    say(
      `${size} proposals: texts read ${readIn.toFixed(0)} s later, started anew in ${warm.seconds.toFixed(1)} s.`,
    );
    return { size, first, warm, memory, latencies, again, acts, polls };
  } finally {
    await office.stop();
  }
}

const megabytes = ({ heap, external }) => (heap + external) / 1e6;

/** Growth from size to size of the middle of a hundred. */
const growthOf = (results, name) =>
  growth(results.map(({ size, latencies }) => [size, latencies[name].p50]));

const verdict = (isMet) => (isMet ? 'met' : 'MISSED');

/** Goals are for the largest stock; smaller ones tell nothing of them. */
const largest = 100_000;
const verdictAt = (size, isMet) => (size >= largest ? verdict(isMet) : '-');

function latencyRows(results, last) {
  const goals = {
    'first page': (exponent) => ['exponent ≤ 0.1', exponent <= 0.1],
    'search by words': () => [
      'p95 ≤ 15 ms at 100,000',
      last.latencies['search by words'].p95 <= 15,
    ],
    'similar texts': () => ['p95 ≤ 10 ms at 100,000', last.latencies['similar texts'].p95 <= 10],
  };
  return Object.keys(last.latencies).map((name) => {
    const exponents = growthOf(results, name);
    const [goal, isMet] = goals[name]?.(Math.max(...exponents)) ?? ['-', undefined];
    const shown = results.map(({ latencies }) => {
      const { p50, p95 } = latencies[name];
      return `${p50.toFixed(1)} / ${p95.toFixed(1)} ms`;
    });
    const grows = exponents.map((each) => each.toFixed(2)).join(' / ');
    return [
      `${name}: p50 / p95`,
      ...shown,
      grows,
      goal,
      isMet === undefined ? '-' : verdictAt(last.size, isMet),
    ];
  });
}

function rowsOf(results) {
  const last = results.at(-1);
  const [least] = results;
  const each = (show) => results.map(show);
  const start = ({ seconds: took, calls, units }) =>
    `${took.toFixed(1)} s, ${calls} calls, ${units} units`;
  const heap =
    ((megabytes(last.memory) - megabytes(least.memory)) / (last.size - least.size)) * 100_000;
  const days = each(({ size, acts }) => unitsPerDay(size, acts));
  const most = (name) => Math.max(...results.map(({ acts }) => acts[name]));
  const act = (name, goal, limit) => [
    `units per ${name}`,
    ...each(({ acts }) => String(acts[name])),
    '-',
    goal,
    verdict(most(name) <= limit),
  ];
  return [
    ['first sync', ...each(({ first }) => start(first)), '-', '-', '-'],
    [
      'warm start',
      ...each(({ warm }) => start(warm)),
      '-',
      '≤ 5 s at 100,000',
      verdictAt(last.size, last.warm.seconds <= 5),
    ],
    [
      'memory after it',
      ...each(({ memory }) => `${megabytes(memory).toFixed(0)} MB`),
      '-',
      '-',
      '-',
    ],
    [
      'memory per 100,000',
      ...each(() => '').slice(1),
      `${heap.toFixed(0)} MB`,
      '-',
      '≤ 300 MB',
      verdictAt(last.size, heap <= 300),
    ],
    ...latencyRows(results, last),
    act('read', '0', 0),
    act('submit', '2', 2),
    act('decide', '2', 2),
    act('publish', '≤ 4', 4),
    ['units per publication, ledger', ...each(({ acts }) => String(acts.ledger)), '-', '-', '-'],
    ['polls in an active minute, counted', ...each(({ polls }) => polls.toFixed(0)), '-', '-', '-'],
    [
      'units per day of the model',
      ...days.map((units) => units.toFixed(0)),
      '-',
      '≤ 40,000',
      verdict(Math.max(...days) <= 40_000),
    ],
  ];
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
  say(columnsTable([heads, ...rowsOf(results)]));
  say(`\nPolls by their plan: ${pollUnitsPerDay().toFixed(0)} units a day.`);
  for (const { size, acts } of results) say(`\n${size} proposals\n${actTable(acts.lines)}`);
}
