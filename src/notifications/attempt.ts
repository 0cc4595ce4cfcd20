import type { LedgerRecipient, NoticeOutcome } from '../domain/notice-ledger.js';
import type { Withholding } from '../domain/withheld.js';
import type { SendOutcome } from '../usecases/messenger.js';

/** What one try at one recipient came to. */
export interface Attempt {
  readonly recipient: LedgerRecipient;
  /** Nothing was sent, for a reason that may pass: the least time to wait. */
  readonly waitMs?: number;
  /** The reason lies in credentials or permissions of the app, not in this recipient. */
  readonly isOwnFault?: boolean;
  /** A send may have arrived without a clear answer. */
  readonly isAmbiguous?: boolean;
}

/** A recipient whose notice has come to its end. */
export function ended(recipient: LedgerRecipient, outcome: NoticeOutcome, why?: string): Attempt {
  const { id, attempts } = recipient;
  return { recipient: { id, attempts, outcome, ...(why === undefined ? {} : { why }) } };
}

/** A recipient to whom certainly nothing was sent: this try does not count against the one repeat. */
export function unsent(recipient: LedgerRecipient, why: string, waitMs: number): Attempt {
  return { recipient: { ...recipient, attempts: recipient.attempts - 1, why }, waitMs };
}

/** A recipient who is not to be told any more: nothing was sent in this try. */
export function suppressed(recipient: LedgerRecipient, why: Withholding): Attempt {
  return ended({ ...recipient, attempts: recipient.attempts - 1 }, 'suppressed', why);
}

const ownFaults: ReadonlySet<string> = new Set(['no-token', 'unauthorized', 'forbidden']);

/** Reads the messenger's answer. A bare 403 may be a permission that comes back, so it is no end (protocols: tell). */
export function attemptOf(recipient: LedgerRecipient, sent: SendOutcome): Attempt {
  switch (sent.kind) {
    case 'accepted':
      return ended(recipient, 'delivered');
    case 'refused':
      return sent.why === 'forbidden'
        ? { ...unsent(recipient, sent.why, 0), isOwnFault: true }
        : ended(recipient, 'undeliverable', sent.why);
    case 'not-sent': {
      const attempt = unsent(recipient, sent.why, sent.retryAfterMs ?? 0);
      return ownFaults.has(sent.why) ? { ...attempt, isOwnFault: true } : attempt;
    }
    case 'ambiguous':
      return { recipient: { ...recipient, why: sent.why }, isAmbiguous: true };
  }
}
