import fc from 'fast-check';
import {
  deliveryLines,
  deliveryReport,
  rowsOfOpenEvents,
} from '../../src/domain/delivery-report.js';
import { noticeBalance } from '../../src/domain/notice-balance.js';
import { type LedgerRow, ledgerStates, noticeOutcomes } from '../../src/domain/notice-ledger.js';

const recipient = fc.record(
  {
    id: fc.string(),
    attempts: fc.nat(2),
    outcome: fc.constantFrom(...noticeOutcomes),
    why: fc.constantFrom('blocked', 'in-feed', 'no-conversation'),
  },
  { requiredKeys: ['id', 'attempts'] },
);
const row: fc.Arbitrary<LedgerRow> = fc
  .record({
    proposalId: fc.constantFrom('p1', 'p2'),
    seq: fc.integer({ min: 1, max: 3 }),
    place: fc.constantFrom('people|0', 'people|1', 'channel|c'),
    state: fc.constantFrom(...ledgerStates),
    recipients: fc.array(recipient, { maxLength: 5 }),
  })
  .map(({ place, proposalId, seq, state, recipients }) => ({
    key: `${proposalId}:${seq}|${place}`,
    ...{ proposalId, seq, state, recipients, by: 'one', epoch: 1, until: 0 },
  }));

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

test('whatever the ledger holds and whatever waits, the classes sum up to what was planned, end by end', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.nat(30), (rows, waiting) => {
      const balance = noticeBalance(rows, [], waiting);
      const { planned, classes } = deliveryReport(rows, balance);
      expect(planned).toBe(sum(Object.values(balance)));
      for (const [end, count] of Object.entries(balance)) {
        expect(sum(classes.filter((each) => each.end === end).map((each) => each.count))).toBe(
          count,
        );
      }
      const lines = deliveryLines(rows);
      expect(sum(lines.map((line) => line.planned))).toBe(planned - waiting);
      for (const line of lines) {
        expect(sum(line.classes.map(({ count }) => count))).toBe(line.planned);
      }
    }),
  );
});

test('an event with one recipient who was not reached keeps all of its rows', () => {
  const base = { proposalId: 'p', state: 'closed', by: '', epoch: 1, until: 0 } as const;
  const rows: readonly LedgerRow[] = [
    {
      ...base,
      key: 'p:1|people|0',
      seq: 1,
      recipients: [{ id: 'a', attempts: 1, outcome: 'delivered' }],
    },
    {
      ...base,
      key: 'p:2|people|0',
      seq: 2,
      recipients: [{ id: 'a', attempts: 1, outcome: 'delivered' }],
    },
    {
      ...base,
      key: 'p:2|people|1',
      seq: 2,
      recipients: [{ id: 'b', attempts: 1, outcome: 'undeliverable', why: 'gone' }],
    },
  ];
  expect(deliveryLines(rowsOfOpenEvents(rows))).toStrictEqual([
    {
      aboutId: 'p',
      seq: 2,
      place: 'people',
      planned: 2,
      classes: [
        { end: 'delivered', count: 1 },
        { end: 'undeliverable', why: 'gone', count: 1 },
      ],
    },
  ]);
});
