import type { Campaign } from './campaign.js';
import { isContributor } from './capacity.js';
import type { PersonId } from './person.js';
import type { Proposal } from './proposal.js';

/**
 * Whether a person without a role may see the published state of a proposal (domain 5): the proposer always,
 * others by the campaign's setting unless it is 非公開. What may not be seen is answered as not existing.
 */
export function maySeePublished(
  proposal: Proposal,
  campaign: Campaign | undefined,
  personId: PersonId,
): boolean {
  if (isContributor(proposal, personId)) return true;
  if (proposal.hidden) return false;
  switch (campaign?.visibility) {
    case 'at-once':
      return true;
    case 'after-review-begins':
      return proposal.published.status !== 'received' && proposal.published.status !== 'withdrawn';
    default:
      return false;
  }
}
