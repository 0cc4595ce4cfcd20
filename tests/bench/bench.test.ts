import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const longestMs = 200_000;

let status: number | null;
let printed: string;

beforeAll(() => {
  const run = spawnSync(process.execPath, [join(root, 'bench', 'run.mjs'), '--small'], {
    encoding: 'utf8',
    timeout: longestMs,
  });
  status = run.status;
  printed = `${run.stdout}${run.stderr}`;
}, longestMs);

describe('the benchmark with a handful of requests', () => {
  test('comes to its end', () => {
    expect({ status, printed }).toEqual({ status: 0, printed: expect.any(String) });
  });

  test.each([
    'Submit turn, known person: server CPU per request',
    'Submit turn, known person: requests per second',
    'My proposals at 6: server CPU per request',
    'My proposals at 6: requests per second',
    'Triage list at 6: server CPU per request',
    'Triage list at 6: requests per second',
  ])('compares ours with a floor: %s', (name) => {
    const line = printed.split('\n').find((each) => each.startsWith(name));
    expect(line).toMatch(
      /\d (ms|\/s) \(min [\d.]+\) +[\d.]+ (ms|\/s) \(min [\d.]+\) +\d+\.\d\d× +(≤ (1\.5|2)× +(met|MISSED)|- +-)$/,
    );
  });

  test.each([
    ['Graph per submit, no ledger', '1 call, 2 units'],
    ['Graph per read', '0 calls, 0 units'],
    ['Graph per decide', '1 call, 2 units'],
    ['Graph per publish, without the ledger', '2 calls, 4 units'],
  ])('counts what the stand-in saw: %s', (name, count) => {
    const line = printed.split('\n').find((each) => each.startsWith(name));
    expect(line).toContain(count);
    expect(line).toMatch(/ met$/);
  });

  test.each([
    '46 texts: hints with reasons',
    '46 texts: top 5 of a text being written',
    '46 texts: top 5 of a text of the index',
    '46 texts: add one text',
    '46 texts: memory',
  ])('compares finding similar texts with character pairs: %s', (name) => {
    const line = printed.split('\n').find((each) => each.startsWith(name));
    expect(line).toMatch(/-?[\d.]+ (ms|MB) +-?[\d.]+ (ms|MB) +-?[\d.]+× /);
  });

  test('tells the polls of the change feeds apart', () => {
    expect(printed.match(/the change feeds polled \d+ times/g)).toHaveLength(4);
  });
});
