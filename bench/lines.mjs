import { median, tellFrom } from './measure.mjs';

const verdict = (isMet) => (isMet ? 'met' : 'MISSED');

function figures(samples, name, digits) {
  const values = samples.map((each) => each[name]);
  return { middle: median(values), least: Math.min(...values), most: Math.max(...values), digits };
}

const shown = ({ middle, least, digits }, unit) =>
  `${middle.toFixed(digits)} ${unit} (min ${least.toFixed(digits)})`;

function ratioOf(pairs, name) {
  return median(pairs.ours.map((each, index) => each[name] / pairs.floor[index][name]));
}

/** What the samples were disturbed by; nothing where they were not. */
function disturbance(name, { ours, floor }) {
  const most = (samples) => Math.max(0, ...samples.map(({ foreign = 0 }) => foreign));
  if (Math.max(most(ours), most(floor)) <= tellFrom) return [];
  const cores = `${most(ours).toFixed(2)} (ours) and ${most(floor).toFixed(2)} (floor)`;
  return [`${name}: other processes took up to ${cores} cores during a sample.`];
}

/** The two lines of a comparison: CPU per request with its goal, and requests per second. */
export function comparisonLines(name, pairs, goal) {
  const cpu = ratioOf(pairs, 'cpuMs');
  const rate = ratioOf(pairs, 'perSecond');
  const of = (which, what, digits, unit) => shown(figures(pairs[which], what, digits), unit);
  const lines = [
    {
      name: `${name}: server CPU per request`,
      ours: of('ours', 'cpuMs', 3, 'ms'),
      floor: of('floor', 'cpuMs', 3, 'ms'),
      ratio: `${cpu.toFixed(2)}×`,
      goal: `≤ ${goal}×`,
      verdict: verdict(cpu <= goal),
    },
    {
      name: `${name}: requests per second`,
      ours: of('ours', 'perSecond', 0, '/s'),
      floor: of('floor', 'perSecond', 0, '/s'),
      ratio: `${rate.toFixed(2)}×`,
      goal: '-',
      verdict: '-',
    },
  ];
  return { lines, notes: disturbance(name, pairs) };
}

const counted = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(2));

/** A line about counted Graph calls and units; there is no floor beside them. */
export function countLine({ name, ours, goal, isMet }) {
  const text = `${counted(ours.calls)} call${ours.calls === 1 ? '' : 's'}, ${counted(ours.units)} units`;
  return { name, ours: text, floor: '-', ratio: '-', goal, verdict: verdict(isMet) };
}

const heads = {
  name: 'what',
  ours: 'ours',
  floor: 'floor',
  ratio: 'ratio',
  goal: 'goal',
  verdict: '',
};

/** The table as text, columns aligned. */
export function table(lines) {
  const names = Object.keys(heads);
  const rows = [heads, ...lines];
  const widths = names.map((name) => Math.max(...rows.map((row) => row[name].length)));
  return rows
    .map((row) => names.map((name, index) => row[name].padEnd(widths[index])).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}
