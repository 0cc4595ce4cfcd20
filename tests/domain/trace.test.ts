import { statuses } from '../../src/domain/status.js';
import { type Promising, type Traced, traceOf } from '../../src/domain/trace.js';

const receivedAt = Date.parse('2026-11-09T03:00:00Z');
const statusAt = Date.parse('2026-11-24T03:00:00Z');
const decision: Promising = { track: 'start-this-fy', startMonth: '2026-12' };

function line(traced: Partial<Traced>) {
  return traceOf({ status: 'received', receivedAt, statusAt, ...traced });
}

const states = (traced: Partial<Traced>) => line(traced).map(({ state }) => state);

test('under review, the decision is where it stands', () => {
  expect(states({ status: 'reviewing' })).toEqual(['done', 'current', 'ahead', 'ahead']);
  expect(line({ status: 'reviewing' })[1]?.note).toEqual({ kind: 'status', status: 'reviewing' });
});

test('a published decision closes its step with its day, and the measure carries the promise', () => {
  expect(states({ status: 'decided', decision })).toEqual(['done', 'done', 'ahead', 'ahead']);
  expect(line({ status: 'decided', decision }).map(({ note }) => note)).toEqual([
    { kind: 'at', at: receivedAt },
    { kind: 'at', at: statusAt },
    { kind: 'promised', promised: { track: 'start-this-fy', month: '2026-12' } },
    { kind: 'none' },
  ]);
});

test('every track promises its own time', () => {
  const promising: readonly Promising[] = [
    { track: 'realise-this-fy', targetMonth: '2027-02' },
    { track: 'later', targetFiscalYear: 2028 },
    { track: 'delegated', replyDue: '2026-12-21' },
  ];
  expect(
    promising.map((each) => line({ status: 'decided', decision: each })[2]?.note),
  ).toMatchObject([
    { promised: { month: '2027-02' } },
    { promised: { fiscalYear: 2028 } },
    { promised: { replyDue: '2026-12-21' } },
  ]);
});

test.each([
  ['withdrawn', 1],
  ['difficult', 2],
  ['out-of-scope', 2],
] as const)('%s: the steps that never come say so, and why', (status, reached) => {
  const steps = line({ status, decision: undefined });
  const never = steps.filter(({ state }) => state === 'never');
  expect(never).toEqual(steps.slice(reached));
  expect(new Set(never.map(({ note }) => JSON.stringify(note)))).toEqual(
    new Set([JSON.stringify({ kind: 'never', because: status })]),
  );
});

test('the proposal itself is always done, and at most one step is current', () => {
  for (const status of statuses) {
    expect(states({ status })[0]).toBe('done');
    expect(states({ status }).filter((state) => state === 'current').length).toBeLessThan(2);
  }
});
