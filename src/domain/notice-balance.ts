import { type NoticeIntent, recipientIdsOf } from './notice.js';
import type { LedgerRow, NoticeOutcome } from './notice-ledger.js';

/** How many notices, counted by recipient, came to what. Together they are all that was ever derived. */
export type NoticeBalance = Readonly<Record<NoticeOutcome | 'held' | 'pending', number>>;

/**
 * The balance of the ledger and of what is derived and not in it yet (protocols: tell). `waiting`: how many people are
 * told of events whose frozen audiences are not read yet.
 */
export function noticeBalance(
  rows: readonly LedgerRow[],
  derived: readonly NoticeIntent[],
  waiting = 0,
): NoticeBalance {
  const balance = {
    delivered: 0,
    unconfirmed: 0,
    undeliverable: 0,
    suppressed: 0,
    held: 0,
    pending: waiting,
  };
  for (const { state, recipients } of rows) {
    const open = state === 'held' ? 'held' : 'pending';
    for (const { outcome } of recipients) balance[outcome ?? open] += 1;
  }
  for (const intent of derived) balance.pending += recipientIdsOf(intent).length;
  return balance;
}
