import { receiptNotice } from '../../src/domain/notice.js';
import { noticeBalance } from '../../src/domain/notice-balance.js';
import { heldAgain, heldRowOf, settledRow } from '../../src/domain/notice-hold.js';
import type { LedgerRecipient, LedgerRow, LedgerState } from '../../src/domain/notice-ledger.js';
import {
  firstMark,
  hasLostItsRow,
  isFromBeforeLoss,
  isSameMark,
  knownWithinMs,
  markOfLoss,
  provesLoss,
  unitedMarks,
} from '../../src/domain/notice-mark.js';
import { sampleNow } from '../support/sample-proposals.js';

const me = { holder: 'process-2', epoch: 5 };
const row = (state: LedgerState, recipients: readonly LedgerRecipient[] = []): LedgerRow => ({
  key: 'p:1|people|0',
  proposalId: 'p',
  seq: 1,
  state,
  by: 'process-1',
  epoch: 4,
  until: sampleNow,
  recipients,
});
const told = { id: 'a', attempts: 1, outcome: 'delivered' } as const;
const untold = { id: 'b', attempts: 2 };
const receipt = receiptNotice('p', 'wakaba');
const recordedAt = (at: number) => ({ ...receipt, recordedAt: at });

test('a notice whose row was lost is held by who found that, and is not sent', () => {
  expect(heldRowOf(receipt, me, sampleNow)).toEqual({
    key: 'p:1|people|0',
    proposalId: 'p',
    seq: 1,
    state: 'held',
    by: 'process-2',
    epoch: 5,
    until: sampleNow,
    recipients: [{ id: 'wakaba', attempts: 0 }],
  });
});

test('an open row is held with all that is known of its recipients', () => {
  expect(heldAgain(row('due', [told, untold]), me, sampleNow + 1)).toEqual({
    ...row('held', [told, untold]),
    by: 'process-2',
    epoch: 5,
    until: sampleNow + 1,
  });
});

test('a held notice that is released is due at once as if never tried, but to nobody who was told', () => {
  expect(settledRow(row('held', [told, untold]), 'release', sampleNow + 1)).toEqual({
    ...row('due', [told, { id: 'b', attempts: 0 }]),
    until: sampleNow + 1,
  });
});

test('a held notice that is dismissed is closed, and says so of whoever was not told', () => {
  expect(settledRow(row('held', [told, untold]), 'dismiss', sampleNow + 1)).toEqual({
    ...row('closed', [told, { ...untold, outcome: 'suppressed', why: 'dismissed' }]),
    until: sampleNow + 1,
  });
});

test('the balance counts each recipient once, in the ledger or on the way into it', () => {
  const outcomes = ['unconfirmed', 'undeliverable', 'suppressed', 'suppressed'] as const;
  const closed = outcomes.map((outcome) => ({ id: outcome, attempts: 1, outcome }));
  const rows = [
    row('closed', [...closed, told]),
    row('held', [told, untold]),
    row('due', [untold]),
    row('sending', [untold, told]),
  ];
  expect(noticeBalance(rows, [receipt], 40)).toEqual({
    delivered: 3,
    unconfirmed: 1,
    undeliverable: 1,
    suppressed: 2,
    held: 1,
    pending: 43,
  });
  expect(noticeBalance([], []).pending).toBe(0);
});

test('of an unknown ledger, what was recorded a quarter of an hour ago must have its row', () => {
  expect(knownWithinMs).toBe(15 * 60_000);
  expect(firstMark(sampleNow + 999)).toEqual({ derivedThrough: sampleNow - knownWithinMs });
});

test('two statements know the later of each of their times together', () => {
  const left = { derivedThrough: 2000, lostAt: 500 };
  expect(unitedMarks(left, { derivedThrough: 1000, lostAt: 700 })).toEqual({
    derivedThrough: 2000,
    lostAt: 700,
  });
  expect(unitedMarks(left, { derivedThrough: 3000 })).toEqual({
    derivedThrough: 3000,
    lostAt: 500,
  });
  const none = unitedMarks({ derivedThrough: 1 }, { derivedThrough: 2 });
  expect(none).toEqual({ derivedThrough: 2 });
  expect(none).not.toHaveProperty('lostAt');
});

test('statements are the same where both of their times are', () => {
  const mark = { derivedThrough: 1000, lostAt: 500 };
  expect(isSameMark(mark, { ...mark })).toBe(true);
  expect(isSameMark(mark, { ...mark, lostAt: 501 })).toBe(false);
  expect(isSameMark(mark, { ...mark, derivedThrough: 1001 })).toBe(false);
  expect(isSameMark(mark, { derivedThrough: 1000 })).toBe(false);
});

test('a loss that is found later is the one that counts', () => {
  const mark = { derivedThrough: 1000 };
  expect(markOfLoss(mark, 5999)).toEqual({ derivedThrough: 1000, lostAt: 5000 });
  expect(markOfLoss({ ...mark, lostAt: 9000 }, 5000).lostAt).toBe(9000);
  expect(markOfLoss({ ...mark, lostAt: 2000 }, 5000).lostAt).toBe(5000);
});

test('an event lost its row where it should have had one, a receipt never', () => {
  const mark = { derivedThrough: 1000 };
  expect(hasLostItsRow(mark, recordedAt(1000))).toBe(true);
  expect(hasLostItsRow(mark, recordedAt(1001))).toBe(false);
  expect(hasLostItsRow({ ...mark, lostAt: 3000 }, recordedAt(2999))).toBe(true);
  expect(hasLostItsRow({ ...mark, lostAt: 3000 }, recordedAt(3000))).toBe(false);
  expect(hasLostItsRow({ ...mark, lostAt: 3000 }, receipt)).toBe(false);
});

test('a loss that is known is not found again', () => {
  expect(provesLoss({ derivedThrough: 1000 }, recordedAt(900))).toBe(true);
  expect(provesLoss({ derivedThrough: 1000, lostAt: 950 }, recordedAt(900))).toBe(false);
  expect(provesLoss({ derivedThrough: 1000, lostAt: 900 }, recordedAt(900))).toBe(true);
  expect(provesLoss({ derivedThrough: 1000 }, recordedAt(1001))).toBe(false);
  expect(provesLoss({ derivedThrough: 1000 }, receipt)).toBe(false);
});

test('an open row from before a loss may have been sent since', () => {
  const mark = { derivedThrough: 0, lostAt: sampleNow + 1 };
  const states: readonly LedgerState[] = ['due', 'sending', 'held', 'closed'];
  const doubtful = states.filter((state) => isFromBeforeLoss(mark, row(state)));
  expect(doubtful).toEqual(['due', 'sending']);
  expect(isFromBeforeLoss({ ...mark, lostAt: sampleNow }, row('due'))).toBe(false);
  expect(isFromBeforeLoss({ derivedThrough: 0 }, row('due'))).toBe(false);
});
