import type { ActContext } from '../domain/act-context.js';
import { channelsOn } from '../domain/channel-map.js';
import { civilDateOf } from '../domain/instant.js';
import type { Proposal } from '../domain/proposal.js';
import type { Clock, Register } from './ports.js';

/** What the rules may look at, as the register holds it now. */
export function contextOf(
  {
    register,
    clock,
    isHoliday,
  }: {
    readonly register: Register;
    readonly clock: Clock;
    readonly isHoliday: ActContext['isHoliday'];
  },
  { campaignId }: Pick<Proposal, 'campaignId'>,
): ActContext {
  return {
    masters: register.masters(),
    members: register.members(),
    channelMap: channelsOn(register.channelMap(), civilDateOf(clock.now())),
    campaign: register.campaigns().find(({ id }) => id === campaignId),
    isHoliday,
    supportersOf: (proposalId) => register.supportersOf(proposalId),
    isSurvivor: (proposalId) => register.isSurvivor(proposalId),
    isIdeaOf: (proposalId, personId) => register.isIdeaOf(proposalId, personId),
    proposal: (id) => register.proposal(id)?.value,
    proposalByNumber: (number) => register.proposalByNumber(number)?.value,
    measureState: (measureId) => register.measureState(measureId),
    releaseState: (setId) => register.releaseState(setId),
    hasIssueGroup: (issueGroupId) => register.hasIssueGroup(issueGroupId),
    issueGroupShare: (proposal) => register.issueGroupShare(proposal),
  };
}
