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

const notes = (traced: Partial<Traced>) => line(traced).map(({ note }) => note.kind);

test('what is realised closes the step of its measure with its day, and what came before is over', () => {
  expect(line({ status: 'realised', decision }).map(({ note }) => note)).toEqual([
    { kind: 'at', at: receivedAt },
    { kind: 'status', status: 'realised' },
    { kind: 'at', at: statusAt },
    { kind: 'none' },
  ]);
});

test('a promise is shown until work begins, and nothing is promised where nothing is decided', () => {
  expect(notes({ status: 'decided', decision })).toEqual(['at', 'at', 'promised', 'none']);
  expect(notes({ status: 'decided' })).toEqual(['at', 'at', 'none', 'none']);
  expect(notes({ status: 'started', decision })).toEqual(['at', 'status', 'status', 'none']);
  expect(notes({ status: 'reviewing', decision })).toEqual(['at', 'status', 'none', 'none']);
  expect(notes({ status: 'received' })).toEqual(['at', 'none', 'none', 'none']);
});

test('what was judged before it ended says by which status', () => {
  expect(line({ status: 'difficult', decision })[1]?.note).toEqual({
    kind: 'status',
    status: 'difficult',
  });
});
