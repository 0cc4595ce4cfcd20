import { growth } from './table.mjs';
import { unitsPerDay } from './usage-model.mjs';

const megabytes = (bytes) => bytes / 1e6;

/** What the growth from the least to the largest stock comes to for 100,000 proposals, in megabytes. */
function perHundredThousand(results, name) {
  const [least, last] = [results[0], results.at(-1)];
  const grown = megabytes(last.memory[name] - least.memory[name]);
  return (grown / (last.size - least.size)) * 100_000;
}

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

/** A row of the table; what is not said is a dash. */
const row = (name, shown, { grows = '-', goal = '-', came = '-' } = {}) => [
  name,
  ...shown,
  grows,
  goal,
  came,
];

const startText = ({ seconds, calls, units }) =>
  `${seconds.toFixed(1)} s, ${calls} calls, ${units} units`;

function startRows(results, last) {
  const came = verdictAt(last.size, last.warm.seconds <= 5);
  return [
    row(
      'first sync',
      results.map(({ first }) => startText(first)),
    ),
    row(
      'warm start',
      results.map(({ warm }) => startText(warm)),
      { goal: '≤ 5 s at 100,000', came },
    ),
  ];
}

function memoryRows(results, last) {
  const megabytesOf = (name) =>
    results.map(({ memory }) => `${megabytes(memory[name]).toFixed(0)} MB`);
  const [heap, beside] = [
    perHundredThousand(results, 'heap'),
    perHundredThousand(results, 'external'),
  ];
  const atLast = (figure) => [...results.slice(1).map(() => ''), `${figure.toFixed(0)} MB`];
  const goalOf = (figure) => ({ goal: '≤ 300 MB', came: verdictAt(last.size, figure <= 300) });
  return [
    row('heap with all texts read', megabytesOf('heap')),
    row('beside the heap', megabytesOf('external')),
    row('resident', megabytesOf('resident')),
    row('heap per 100,000', atLast(heap), goalOf(heap)),
    row('beside the heap per 100,000', atLast(beside)),
    row('both per 100,000', atLast(heap + beside), goalOf(heap + beside)),
  ];
}

function unitRows(results) {
  const act = (name, goal, limit) => {
    const counted = results.map(({ acts }) => acts[name]);
    const came = verdict(Math.max(...counted) <= limit);
    return row(`units per ${name}`, counted.map(String), { goal, came });
  };
  const days = results.map(({ size, acts }) => unitsPerDay(size, acts));
  const came = verdict(Math.max(...days) <= 40_000);
  return [
    act('read', '0', 0),
    act('submit', '2', 2),
    act('decide', '2', 2),
    act('publish', '≤ 4', 4),
    row(
      'units per publication, ledger',
      results.map(({ acts }) => String(acts.ledger)),
    ),
    row(
      'polls in an active minute, counted',
      results.map(({ polls }) => polls.toFixed(0)),
    ),
    row(
      'units per day of the model',
      days.map((units) => units.toFixed(0)),
      {
        goal: '≤ 40,000',
        came,
      },
    ),
  ];
}

/** The rows of the table: name, a cell for each size, growth, goal, whether it was met. */
export function graphRows(results) {
  const last = results.at(-1);
  return [
    ...startRows(results, last),
    ...memoryRows(results, last),
    ...latencyRows(results, last),
    ...unitRows(results),
  ];
}
