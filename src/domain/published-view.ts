import type { Decision } from './decision.js';
import type { Instant } from './instant.js';
import type { Proposal } from './proposal.js';
import type { ProposalContent } from './proposal-content.js';
import type { ProposalNumber } from './proposal-number.js';
import type { Status } from './status.js';
import { publishedTrail } from './trail.js';

/** One line of the trail as everyone who may see the proposal reads it. */
export interface PublishedLine {
  readonly seq: number;
  readonly kind: 'received' | 'review-begun' | 'published';
  readonly occurredAt: Instant;
  /** The status from then on. */
  readonly status: Status;
  readonly decision?: Decision;
}

/** The published state of a proposal, and nothing of the working one (domain 1). */
export interface PublishedView {
  readonly number: ProposalNumber;
  readonly title: string;
  readonly receivedAt: Instant;
  readonly content: ProposalContent;
  readonly status: Status;
  readonly statusAt: Instant;
  readonly decision?: Decision;
  /** Only with the proposer's consent. */
  readonly proposerName?: string;
  readonly trail: readonly PublishedLine[];
}

function linesOf(proposal: Proposal): readonly PublishedLine[] {
  return publishedTrail(proposal.trail).flatMap((entry): PublishedLine[] => {
    const { seq, occurredAt } = entry;
    switch (entry.kind) {
      case 'received':
        return [{ seq, kind: entry.kind, occurredAt, status: 'received' }];
      case 'review-begun':
        return [{ seq, kind: entry.kind, occurredAt, status: 'reviewing' }];
      case 'published': {
        const { kind, status, decision } = entry;
        return [{ seq, kind, occurredAt, status, decision }];
      }
      default:
        return [];
    }
  });
}

/**
 * What staff, cards and channels may know of a proposal. Made from content, published state and published trail alone,
 * so that a decision not yet published cannot change a byte of it.
 */
export function publishedView(proposal: Proposal): PublishedView {
  const { number, receivedAt, content, published, proposer } = proposal;
  return {
    number,
    title: content.title,
    receivedAt,
    content,
    status: published.status,
    statusAt: published.at,
    ...(published.decision ? { decision: published.decision } : {}),
    ...(content.namePublication ? { proposerName: proposer.name } : {}),
    trail: linesOf(proposal),
  };
}
