import type { Instant } from './instant.js';
import type { Actor, Proposer } from './person.js';
import type { ProposalContent } from './proposal-content.js';
import type { ProposalNumber } from './proposal-number.js';

/** The ways by which a proposal comes that was not sent in the chat. */
export const receiptRoutes = ['phone', 'paper', 'mail', 'meeting', 'import'] as const;

/** One of the ways. */
export type ReceiptRoute = (typeof receiptRoutes)[number];

/** By which way a proposal came when it was not the chat form 代理受付. */
export interface ReceivedFor {
  /** Who entered it. */
  readonly by: Actor;
  readonly route: ReceiptRoute;
}

/** What a proposal is made of when it is stored for the first time. */
export interface NewProposal {
  /** The submission token: one form, one proposal, for ever. */
  readonly id: string;
  readonly number: ProposalNumber;
  readonly campaignId: string;
  readonly receivedAt: Instant;
  readonly proposer: Proposer;
  readonly content: ProposalContent;
  readonly receivedFor?: ReceivedFor;
}
