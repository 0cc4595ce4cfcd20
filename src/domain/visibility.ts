import type { Act } from './act.js';
import type { Campaign } from './campaign.js';
import { actsFor, capacitiesOn, isContributor } from './capacity.js';
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

/**
 * Whether somebody works on a proposal and may therefore read its working state (domain 1): the secretariat, and the
 * owner and head of the department that owns it.
 */
export function maySeeWorking(proposal: Proposal, act: Act): boolean {
  return capacitiesOn(proposal, act).some((capacity) =>
    ['secretariat', 'owner', 'head'].includes(capacity),
  );
}

/**
 * Whether somebody was asked for an opinion on it, for an office that one of its requests names. Nobody is asked about
 * an own idea, and whoever proposed it does not learn that the own office was.
 */
export function isAsked(proposal: Proposal, act: Act): boolean {
  return (
    !isContributor(proposal, act.by.id) &&
    proposal.opinions.some(({ departmentId }) => actsFor(act, departmentId))
  );
}

/** Whether a proposal was asked of an office for which somebody acts, or is owned by it. */
export function concernsOffice(proposal: Proposal, act: Act): boolean {
  const capacities = capacitiesOn(proposal, act);
  return isAsked(proposal, act) || capacities.includes('owner') || capacities.includes('head');
}

/** Whether a proposal exists for a person at all; of any other the answer is the one of a number never given. */
export function mayKnowOf(proposal: Proposal, act: Act, campaign: Campaign | undefined): boolean {
  return (
    maySeeWorking(proposal, act) ||
    isAsked(proposal, act) ||
    maySeePublished(proposal, campaign, act.by.id)
  );
}
