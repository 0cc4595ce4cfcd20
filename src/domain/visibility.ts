import type { Act } from './act.js';
import type { Campaign } from './campaign.js';
import { actsFor, capacitiesOn, isContributor, isOwnIdea } from './capacity.js';
import type { PersonId } from './person.js';
import type { Proposal } from './proposal.js';

/**
 * Whether the review of a proposal has begun for all to know: a question before it begins opens nothing, and neither
 * does its end by withdrawal.
 */
function isReviewPublished({ published, question }: Proposal): boolean {
  if (published.status === 'clarifying') return question?.resume === 'reviewing';
  return published.status !== 'received' && published.status !== 'withdrawn';
}

/** Whether all staff may know of a proposal at all (domain 5). */
export function isForAllStaff(
  proposal: Proposal,
  campaign: Pick<Campaign, 'visibility'> | undefined,
): boolean {
  if (proposal.hidden) return false;
  if (campaign?.visibility === 'at-once') return true;
  return campaign?.visibility === 'after-review-begins' && isReviewPublished(proposal);
}

/**
 * Whether a person without a role may see the published state of a proposal (domain 5): the proposer always,
 * others by the campaign's setting unless it is 非公開. What may not be seen is answered as not existing.
 */
export function maySeePublished(
  proposal: Proposal,
  campaign: Campaign | undefined,
  personId: PersonId,
): boolean {
  return isContributor(proposal, personId) || isForAllStaff(proposal, campaign);
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
    !isOwnIdea(proposal, act) &&
    proposal.status !== 'withdrawn' &&
    proposal.opinions.some(
      ({ departmentId, returned }) => returned === undefined && actsFor(act, departmentId),
    )
  );
}

/** Whether a proposal was asked of an office for which somebody acts, or is owned by it. */
export function concernsOffice(proposal: Proposal, act: Act): boolean {
  const capacities = capacitiesOn(proposal, act);
  return isAsked(proposal, act) || capacities.includes('owner') || capacities.includes('head');
}

/**
 * Whether a proposal exists for a person at all; of any other the answer is the one of a number never given. That it
 * was merged with an own one takes it from nobody who works on it: its published state stays.
 */
export function mayKnowOf(
  proposal: Proposal,
  { isOwnIdea: _, ...act }: Act,
  campaign: Campaign | undefined,
): boolean {
  return (
    maySeeWorking(proposal, act) ||
    isAsked(proposal, act) ||
    maySeePublished(proposal, campaign, act.by.id)
  );
}

/**
 * Whether a person reads the published state of a proposal in the place of an own one: as everyone may, or as one who
 * would work on it and does not, because it was merged with an own idea.
 */
export function maySeeAsOwn(proposal: Proposal, act: Act, campaign: Campaign | undefined): boolean {
  return (
    maySeePublished(proposal, campaign, act.by.id) ||
    (act.isOwnIdea?.(proposal.id) === true && mayKnowOf(proposal, act, campaign))
  );
}
