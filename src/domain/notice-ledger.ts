import type { Instant } from './instant.js';

/** How one recipient's notice ended. */
export const noticeOutcomes = ['delivered', 'unconfirmed', 'undeliverable', 'suppressed'] as const;

/** One of the outcomes. */
export type NoticeOutcome = (typeof noticeOutcomes)[number];

/**
 * States of a place in the ledger (protocols: tell). `closed` means that every recipient has an outcome; `held` that
 * the ledger lost what it knew of this place, so that an administrator has to say whether to send.
 */
export const ledgerStates = ['due', 'sending', 'held', 'closed'] as const;

/** One of the ledger states. */
export type LedgerState = (typeof ledgerStates)[number];

/** One recipient (a person or a channel) of a ledger row. */
export interface LedgerRecipient {
  readonly id: string;
  readonly outcome?: NoticeOutcome;
  /** Why it was not delivered, a code. */
  readonly why?: string;
  /** Sends whose effect is known or possible; at most two. */
  readonly attempts: number;
}

/** One row of the notice ledger: one event at one place. */
export interface LedgerRow {
  /** The key of the intent, unique. */
  readonly key: string;
  readonly proposalId: string;
  readonly seq: number;
  readonly state: LedgerState;
  /** The process that claimed it, and its epoch. */
  readonly by: string;
  readonly epoch: number;
  /**
   * When the row's time comes: of `due` the next try, of `sending` the end of the claim (older is ambiguous: the
   * process that claimed it is gone), of `held` when it was held.
   */
  readonly until: Instant;
  readonly recipients: readonly LedgerRecipient[];
}
