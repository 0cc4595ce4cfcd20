import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const longestMs = 600_000;

let status: number | null;
let printed: string;

beforeAll(() => {
  const args = [join(root, 'bench', 'run.mjs'), 'graph', '--small'];
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: longestMs });
  status = run.status;
  printed = `${run.stdout}${run.stderr}`;
}, longestMs);

const lineOf = (name: string) => printed.split('\n').find((each) => each.startsWith(name));

describe('the benchmark of Graph with a handful of proposals', () => {
  test('comes to its end', () => {
    expect({ status, printed }).toEqual({ status: 0, printed: expect.any(String) });
  });

  test.each(['first sync', 'warm start'])('says what a start asks of Graph: %s', (name) => {
    expect(lineOf(name)).toMatch(/(\d+\.\d s, [1-9]\d* calls, [1-9]\d* units +){2}-/);
  });

  test.each([
    'first page',
    'filter by two facets',
    'search by words',
    'my proposals',
    'similar texts',
  ])('says how long a read takes at each size, and how that grows: %s', (name) => {
    expect(lineOf(`${name}: p50 / p95`)).toMatch(
      /([\d.]+ \/ [\d.]+ ms +){2}-?\d+\.\d\d +(exponent|p95|-)/,
    );
  });

  test.each([
    ['read', '0'],
    ['submit', '2'],
    ['decide', '2'],
  ])('counts the units of a %s: %s', (name, units) => {
    expect(lineOf(`units per ${name}`)).toMatch(
      new RegExp(`^units per ${name} +${units} +${units} +- +${units} +met$`),
    );
  });

  test('adds up a day of the model, polls included', () => {
    expect(lineOf('units per day of the model')).toMatch(/ [\d]{4,} +[\d]{4,} +- +≤ 40,000 +met$/);
    expect(printed).toMatch(/Polls by their plan: \d{4,} units a day\./);
  });

  test('passes no verdict on goals that are set for a large stock', () => {
    expect(lineOf('warm start')).toMatch(/≤ 5 s at 100,000 +-$/);
    expect(lineOf('heap per 100,000')).toMatch(/≤ 300 MB +-$/);
  });
});

test('a benchmark that there is not is named, with the one there is', () => {
  const run = spawnSync(process.execPath, [join(root, 'bench', 'run.mjs'), 'grape'], {
    encoding: 'utf8',
  });
  expect(run.status).toBe(1);
  expect(run.stderr).toContain('There is no benchmark "grape"; there is "graph".');
});
