import type { ActContext } from './act-context.js';
import {
  type Audience,
  type AudienceChannel,
  type AudiencePart,
  type AudiencePerson,
  channelParts,
  personParts,
} from './audience.js';
import type { ChannelMapping } from './channel-map.js';
import type { Instant } from './instant.js';
import { isOutsideTeams, type PersonId } from './person.js';
import type { Proposal } from './proposal.js';
import { isForAllStaff } from './visibility.js';

/** A merged proposal whose proposer has no chat, and who received it and so knows whose it is. */
export type MergedOnBehalf = Required<Pick<Proposal, 'number' | 'receivedFor'>>;

type AudienceContext = Pick<ActContext, 'channelMap' | 'campaign' | 'supportersOf'>;

/** Whether the proposer has no chat and is told through the office (domain 6). */
export function isToldThroughOffice({ proposer }: Pick<Proposal, 'proposer'>): boolean {
  return isOutsideTeams(proposer.personId);
}

/** Of what was merged into a proposal, what is handed on to its proposer through the office. */
export function mergedToHandOn(merged: readonly Proposal[]): readonly MergedOnBehalf[] {
  return merged.flatMap((each) => {
    const { number, receivedFor } = each;
    return receivedFor && isToldThroughOffice(each) ? [{ number, receivedFor }] : [];
  });
}

function peopleAs(
  proposal: Proposal,
  part: AudiencePerson['as'],
  { supportersOf, campaign }: AudienceContext,
): readonly PersonId[] {
  switch (part) {
    case 'proposer':
      return isToldThroughOffice(proposal) ? [] : [proposal.proposer.personId];
    case 'co-proposer':
      return proposal.coProposers
        .filter(({ answer }) => answer === 'accepted')
        .map(({ personId }) => personId);
    case 'supporter':
      return isForAllStaff(proposal, campaign)
        ? supportersOf(proposal.id).filter((personId) => !isOutsideTeams(personId))
        : [];
  }
}

/** The channels of a department. */
export function channelsOfDepartment(
  channelMap: readonly ChannelMapping[],
  departmentId: string | undefined,
): readonly string[] {
  return channelMap
    .filter((mapping) => mapping.purpose === 'department' && mapping.departmentId === departmentId)
    .map(({ channelId }) => channelId);
}

/** The channel of a department and nobody else: what an office is asked or reminded of is not for everybody. */
export function audienceOfDepartment(
  channelMap: readonly ChannelMapping[],
  departmentId: string,
  asOf: Instant,
): Audience {
  const channels = channelsOfDepartment(channelMap, departmentId);
  return {
    people: [],
    channels: channels.map((channelId) => ({ channelId, as: 'owner' })),
    asOf,
  };
}

/** The channels of all staff, or of the secretariat. */
export function channelsFor(
  channelMap: readonly ChannelMapping[],
  purpose: 'staff-updates' | 'secretariat',
): readonly string[] {
  return channelMap
    .filter((mapping) => mapping.purpose === purpose)
    .map(({ channelId }) => channelId);
}

function channelsAs(
  proposal: Proposal,
  part: AudienceChannel['as'],
  { channelMap, campaign }: AudienceContext,
): readonly string[] {
  switch (part) {
    case 'staff':
      return isForAllStaff(proposal, campaign) ? channelsFor(channelMap, 'staff-updates') : [];
    case 'through-office':
    case 'secretariat':
      return channelsFor(channelMap, 'secretariat');
    case 'owner':
      return [proposal.decision, proposal.published.decision].flatMap((decision) =>
        decision ? channelsOfDepartment(channelMap, decision.owner.departmentId) : [],
      );
  }
}

/** Each person and channel once, as the first part that names it. */
function distinct<T extends string, P>(
  named: readonly (readonly [T, P])[],
): readonly (readonly [T, P])[] {
  return [...new Map([...named].reverse())].reverse();
}

/** Whether somebody without a chat proposed what is published as merged into it, and is told of it as its supporters are. */
function isHandedOnToMerged(
  proposal: Proposal,
  { supportersOf, campaign }: AudienceContext,
): boolean {
  return isForAllStaff(proposal, campaign) && supportersOf(proposal.id).some(isOutsideTeams);
}

/** The channels' parts; proposers without a chat are told through those who hand it on. */
function channelPartsOf(
  proposal: Proposal,
  parts: readonly AudiencePart[],
  context: AudienceContext,
): readonly AudienceChannel['as'][] {
  const isHandedOn =
    (parts.includes('proposer') && isToldThroughOffice(proposal)) ||
    (parts.includes('supporter') && isHandedOnToMerged(proposal, context));
  return channelParts.filter((part) =>
    part === 'through-office' ? isHandedOn : parts.includes(part),
  );
}

/**
 * Whom a proposal's event tells, by the parts that the lifecycle table names. Nobody and no channel is told twice:
 * the first part that names one counts. Of a proposal that not all staff may see, neither their channels nor its
 * supporters hear.
 */
export function audienceOf(
  proposal: Proposal,
  parts: readonly AudiencePart[],
  context: AudienceContext,
  asOf: Instant,
): Audience {
  const people = personParts
    .filter((part) => parts.includes(part))
    .flatMap((as) => peopleAs(proposal, as, context).map((personId) => [personId, as] as const));
  const channels = channelPartsOf(proposal, parts, context).flatMap((as) =>
    channelsAs(proposal, as, context).map((id) => [id, as] as const),
  );
  return {
    people: distinct(people).map(([personId, as]) => ({ personId, as })),
    channels: distinct(channels).map(([channelId, as]) => ({ channelId, as })),
    asOf,
  };
}
