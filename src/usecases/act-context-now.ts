import type { ActContext } from '../domain/act-context.js';
import type { Proposal } from '../domain/proposal.js';
import type { Register } from './ports.js';

/** What the rules may look at, as the register holds it now. */
export function contextOf(
  {
    register,
    isHoliday,
  }: { readonly register: Register; readonly isHoliday: ActContext['isHoliday'] },
  { campaignId }: Pick<Proposal, 'campaignId'>,
): ActContext {
  return {
    masters: register.masters(),
    members: register.members(),
    channelMap: register.channelMap(),
    campaign: register.campaigns().find(({ id }) => id === campaignId),
    isHoliday,
    supportersOf: (proposalId) => register.supportersOf(proposalId),
    proposal: (id) => register.proposal(id)?.value,
    proposalByNumber: (number) => register.proposalByNumber(number)?.value,
    measureState: (measureId) => register.measureState(measureId),
    hasIssueGroup: (issueGroupId) => register.hasIssueGroup(issueGroupId),
  };
}
