import type { AudienceChannel } from './audience.js';
import type { Campaign } from './campaign.js';
import type { Proposal } from './proposal.js';
import { isForAllStaff } from './visibility.js';

/**
 * Why a notice on its way is not sent any more: the proposal was made 非公開 since, may not be seen by its reader for
 * another reason, nothing is left of what a post was to tell, or the person chose not to be told of what others propose.
 */
export const withholdings = ['hidden', 'not-visible', 'nothing-left', 'not-wanted'] as const;

/** One of the reasons. */
export type Withholding = (typeof withholdings)[number];

/** Why somebody who may not know of a proposal now is not told of it. */
export function withholdingOf({ hidden }: Pick<Proposal, 'hidden'>): Withholding {
  return hidden ? 'hidden' : 'not-visible';
}

/**
 * Why a channel is not told any more: one of all staff hears of nothing that not all staff may see (domain 5). Those of
 * the secretariat and of the offices it concerns hear of it as before.
 */
export function withheldFromChannel(
  proposal: Proposal,
  as: AudienceChannel['as'],
  campaign: Pick<Campaign, 'visibility'> | undefined,
): Withholding | undefined {
  return as !== 'staff' || isForAllStaff(proposal, campaign) ? undefined : withholdingOf(proposal);
}
