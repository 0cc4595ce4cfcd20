// node --expose-gc bench/similarity.mjs [--small] [--json]     (after npm run build)
// What a hint costs: ours beside a cosine of character pairs, in one process, in turns, as ratio.
// The same lines stand in the table of `npm run bench`, which reads them as JSON.

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findHints } from '../dist/server/domain/similarity/find-hints.js';
import { createSimilarityIndex } from '../dist/server/domain/similarity/similarity-index.js';
import { table } from './lines.mjs';
import { describeMachine } from './machine.mjs';
import { median } from './measure.mjs';
import { createFloor } from './similarity-floor.mjs';
import { mixedTexts } from './similarity-texts.mjs';

// 30,000 texts take too long for the whole benchmark, which has to end in time on a busy computer.
const sizes = { full: [648, 5000, 30_000], bench: [648, 5000], small: [46] };
const rounds = { full: 9, bench: 9, small: 1 };
const queriesPerRound = 20;

/** CPU milliseconds for each text, and the megabytes that stay. */
function build(create, texts) {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const index = create();
  const ms = cpuMs(() => {
    texts.forEach((words, at) => {
      index.put(`R5-${at}`, words);
    });
  });
  globalThis.gc?.();
  const after = process.memoryUsage();
  const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  return { index, ms: ms / texts.length, mb: bytes / 1_048_576 };
}

/** CPU, not time: other work on the machine must not show. */
function cpuMs(act) {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function cpuEach(queries, ask) {
  const ms = cpuMs(() => {
    for (const words of queries) ask(words);
  });
  return ms / queries.length;
}

/** In turns, so that a busy moment of the machine falls on both. */
function inTurns(asks, count, size) {
  const times = asks.map(() => []);
  for (let round = 0; round <= count; round += 1) {
    const queries = mixedTexts(queriesPerRound, size + round + 1);
    asks.forEach((ask, which) => {
      const each = cpuEach(queries, ask);
      // The first round only warms up.
      if (round > 0) times[which].push(each);
    });
  }
  return times;
}

function line(name, unit, ours, floor, goal) {
  const isMet = goal === undefined ? undefined : ours <= goal;
  return {
    name,
    ours: `${ours.toFixed(2)} ${unit}`,
    floor: `${floor.toFixed(2)} ${unit}`,
    ratio: `${(ours / floor).toFixed(2)}×`,
    goal: goal === undefined ? '-' : `≤ ${goal} ${unit}`,
    verdict: isMet === undefined ? '-' : isMet ? 'met' : 'MISSED',
  };
}

function compareAt(size, count) {
  const texts = mixedTexts(size, 1);
  const floor = build(createFloor, texts);
  const ours = build(createSimilarityIndex, texts);
  const isAllowed = () => true;
  const [hints, nearest, shelved, plain] = inTurns(
    [
      (words) => findHints(ours.index, words, isAllowed),
      (words) => ours.index.ask(words).nearest({ limit: 5 }),
      () => ours.index.nearestTo(`R5-${Math.floor(size / 2)}`, { limit: 5 }),
      (words) => floor.index.nearest(words, 5),
    ],
    count,
    size,
  ).map(median);
  const of = (what) => `${size} texts: ${what}`;
  return [
    line(of('hints with reasons'), 'ms', hints, plain, size === 5000 ? 5 : undefined),
    line(of('top 5 of a text being written'), 'ms', nearest, plain),
    line(of('top 5 of a text of the index'), 'ms', shelved, plain),
    line(of('add one text'), 'ms', ours.ms, floor.ms),
    line(of('memory'), 'MB', ours.mb, floor.mb, size === 30_000 ? 75 : undefined),
  ];
}

/** Lines for the table of the benchmark. */
export function similarityLines(kind) {
  return sizes[kind].flatMap((size) => compareAt(size, rounds[kind]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const flag = { type: 'boolean', default: false };
  const { values } = parseArgs({ options: { small: flag, json: flag } });
  const whole = values.json ? 'bench' : 'full';
  const lines = similarityLines(values.small ? 'small' : whole);
  console.log(values.json ? JSON.stringify(lines) : `${describeMachine()}\n${table(lines)}`);
}
