import type { Instant } from './instant.js';
import { type NoticeIntent, recipientIdsOf } from './notice.js';
import type { LedgerRow } from './notice-ledger.js';

/** Who holds a row: the process and its epoch. */
export interface Holder {
  readonly holder: string;
  readonly epoch: number;
}

/** The row of an intent whose own row was lost: kept from being sent until an administrator says what is to become of it. */
export function heldRowOf(intent: NoticeIntent, { holder, epoch }: Holder, at: Instant): LedgerRow {
  return {
    key: intent.key,
    proposalId: intent.proposalId,
    seq: intent.seq,
    state: 'held',
    by: holder,
    epoch,
    until: at,
    recipients: recipientIdsOf(intent).map((id) => ({ id, attempts: 0 })),
  };
}

/** An open row, held. */
export function heldAgain(row: LedgerRow, { holder, epoch }: Holder, at: Instant): LedgerRow {
  return { ...row, state: 'held', by: holder, epoch, until: at };
}

/** What an administrator can say of a held notice: send it after all, or never. */
export const heldWords = ['release', 'dismiss'] as const;

/** One of the words. */
export type HeldWord = (typeof heldWords)[number];

/** A held row after an administrator's word: due at once as if never tried, or closed without being sent. */
export function settledRow(row: LedgerRow, word: HeldWord, at: Instant): LedgerRow {
  const recipients = row.recipients.map((recipient) => {
    if (recipient.outcome) return recipient;
    const { id } = recipient;
    return word === 'release'
      ? { id, attempts: 0 }
      : { id, attempts: recipient.attempts, outcome: 'suppressed' as const, why: 'dismissed' };
  });
  return { ...row, state: word === 'release' ? 'due' : 'closed', until: at, recipients };
}
