import type { OutgoingCard } from '../cards/card.js';
import type { Act } from '../domain/act.js';
import { redactedFor } from '../domain/blind/redact.js';
import { standingOf } from '../domain/capacity.js';
import { civilDateOf, type Instant } from '../domain/instant.js';
import { heldRoles } from '../domain/member.js';
import type { Proposal } from '../domain/proposal.js';
import { publishedView } from '../domain/published-view.js';
import { maySeePublished } from '../domain/visibility.js';
import { rolesNow } from '../usecases/permissions.js';
import { publishedSurroundings } from '../usecases/published-surroundings.js';
import type { BotPorts, Speaker } from './turn.js';

/** The speaker as who acts now, with the roles held now. */
export function actOfSpeaker({ register }: BotPorts, { personId, name }: Speaker, at: Instant) {
  const roles = heldRoles(register.members(), personId, civilDateOf(at));
  return { by: { id: personId, name }, at, roles } satisfies Act;
}

/**
 * A proposal if the speaker may see its published state, in the copy that the speaker may read; what may not be seen
 * does not exist (domain 5).
 */
export function visibleProposal(
  ports: BotPorts,
  speaker: Speaker,
  number: string,
): Proposal | undefined {
  const { register, clock } = ports;
  const { personId } = speaker;
  const proposal = register.proposalByNumber(number)?.value;
  if (!proposal) return undefined;
  const campaign = register.campaigns().find((each) => each.id === proposal.campaignId);
  const maySee =
    maySeePublished(proposal, campaign, personId) ||
    rolesNow(register, personId, clock.now()).includes('secretariat');
  if (!maySee) return undefined;
  return redactedFor(proposal, actOfSpeaker(ports, speaker, clock.now()));
}

/** The published state of a proposal as a card that renews itself for the speaker. */
export function statusCardFor(
  { register, cards }: BotPorts,
  { personId, userId, locale }: Speaker,
  proposal: Proposal,
): OutgoingCard {
  const as = standingOf(proposal, personId);
  const isAsked = as !== undefined && as !== 'invited';
  return cards.status({
    locale,
    masters: register.masters(),
    view: publishedView(proposal, publishedSurroundings(register)),
    as,
    ...(isAsked && proposal.question && { question: proposal.question }),
    userId,
  });
}

/** The receipt of the speaker's own proposal, with its published state; without an id of the channel it stays as it is. */
export function receiptCardFor(
  { register, cards }: BotPorts,
  { userId, locale }: Pick<Speaker, 'locale'> & { readonly userId?: string },
  proposal: Proposal,
): OutgoingCard {
  return cards.receipt({
    locale,
    masters: register.masters(),
    campaign: register.campaigns().find((each) => each.id === proposal.campaignId),
    view: publishedView(proposal, publishedSurroundings(register)),
    proposer: proposal.proposer,
    receivedFor: proposal.receivedFor,
    ...(userId !== undefined && { userId }),
  });
}
