import type { Decision } from './decision.js';
import type { Instant } from './instant.js';
import type { Proposal } from './proposal.js';
import type { ProposalContent } from './proposal-content.js';
import type { ProposalNumber } from './proposal-number.js';
import type { ProposalState } from './proposal-state.js';
import type { Status } from './status.js';
import { publishedTrail, type TrailEntry } from './trail.js';

/** One line of the trail as everyone may read it: no names, no places in the working trail. */
export type PublishedTrailLine =
  | {
      readonly kind: 'received' | 'content-edited' | 'review-begun' | 'withdrawn';
      readonly at: Instant;
    }
  | {
      readonly kind: 'published';
      readonly at: Instant;
      readonly status: Status;
      readonly decision?: Decision;
    };

/**
 * All that anyone outside the deciding offices may see of a proposal (domain 1). It holds nothing that a decision
 * not yet published could change: no working status, no trail length, no revision.
 */
export interface PublishedView {
  readonly number: ProposalNumber;
  readonly campaignId: string;
  readonly receivedAt: Instant;
  readonly content: ProposalContent;
  readonly status: Status;
  readonly decision?: Decision;
  /** When the published state became what it is. */
  readonly at: Instant;
  /** Oldest first. */
  readonly trail: readonly PublishedTrailLine[];
  /** Only with the proposer's consent, and not while the proposal is judged unseen who wrote it (blind review). */
  readonly proposerName?: string;
}

function publishedBy({ status, decision }: ProposalState) {
  return decision ? { status, decision } : { status };
}

function lineOf(entry: TrailEntry): readonly PublishedTrailLine[] {
  const at = entry.occurredAt;
  switch (entry.kind) {
    case 'received':
    case 'content-edited':
    case 'review-begun':
    case 'withdrawn':
      return [{ kind: entry.kind, at }];
    case 'published':
      return [{ kind: 'published', at, ...publishedBy(entry.state) }];
    default:
      return [];
  }
}

/** The one way from a stored proposal to what cards, tabs and channels for staff may show. */
export function publishedView(proposal: Proposal): PublishedView {
  const { number, campaignId, receivedAt, content, published, proposer } = proposal;
  return {
    number,
    campaignId,
    receivedAt,
    content,
    status: published.status,
    ...(published.decision && { decision: published.decision }),
    at: published.at,
    trail: publishedTrail(proposal.trail).flatMap(lineOf),
    ...(content.namePublication && published.decision && { proposerName: proposer.name }),
  };
}
