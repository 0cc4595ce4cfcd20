import type { Cards } from '../cards/create-cards.js';
import { isContributor, standingOf } from '../domain/capacity.js';
import type { PersonId } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import { publishedView } from '../domain/published-view.js';
import type { Register } from '../usecases/ports.js';
import { publishedSurroundings } from '../usecases/published-surroundings.js';
import type { ComposeNotice } from './notice-ports.js';

const receiptSeq = 1;

/** The user id of a person in the bot channel, for a card that renews itself. */
function userIdOf(register: Register, personId: PersonId): { readonly userId?: string } {
  const conversation = register.conversation(personId)?.value;
  return conversation ? { userId: conversation.userId } : {};
}

/** What only those who proposed read on the card of the published state. */
function ownPart(proposal: Proposal, personId: PersonId) {
  const isOwn = isContributor(proposal, personId);
  const isAsked = isOwn && standingOf(proposal, personId) !== 'invited';
  return { isOwn, ...(isAsked && proposal.question && { question: proposal.question }) };
}

/**
 * Chooses the card of a notice for the one who reads it. All of them show the published state, so that one seen twice
 * tells nothing wrong; who proposed it reads as well what is asked.
 */
export function composeNotices(cards: Cards, register: Register): ComposeNotice {
  return (proposal, intent, locale, personId = '') => {
    const view = publishedView(proposal, publishedSurroundings(register));
    const shared = { locale, masters: register.masters(), view };
    const { place } = intent;
    if (place.kind === 'channel') {
      return cards.publishedChannel({
        ...shared,
        as: place.channel.as === 'owner' ? 'owner' : 'staff',
      });
    }
    const person = { ...shared, ...userIdOf(register, personId) };
    const campaign = register.campaigns().find((each) => each.id === proposal.campaignId);
    return intent.seq === receiptSeq
      ? cards.receipt({ ...person, campaign, proposer: proposal.proposer })
      : cards.status({ ...person, ...ownPart(proposal, personId) });
  };
}
