import type { Cards } from '../cards/create-cards.js';
import { isContributor } from '../domain/capacity.js';
import type { PersonId } from '../domain/person.js';
import { publishedView } from '../domain/published-view.js';
import type { Register } from '../usecases/ports.js';
import type { ComposeNotice } from './notice-ports.js';

const receiptSeq = 1;

/** The user id of a person in the bot channel, for a card that renews itself. */
function userIdOf(register: Register, personId: PersonId): { readonly userId?: string } {
  const conversation = register.conversation(personId)?.value;
  return conversation ? { userId: conversation.userId } : {};
}

/** Chooses the card of a notice. All of them show the published state, so that one seen twice tells nothing wrong. */
export function composeNotices(cards: Cards, register: Register): ComposeNotice {
  return (proposal, intent, locale, personId = '') => {
    const shared = { locale, masters: register.masters(), view: publishedView(proposal) };
    if (intent.place.kind === 'channel') {
      return cards.publishedChannel({
        ...shared,
        as: intent.place.channel.as === 'owner' ? 'owner' : 'staff',
      });
    }
    const person = { ...shared, ...userIdOf(register, personId) };
    const campaign = register.campaigns().find((each) => each.id === proposal.campaignId);
    return intent.seq === receiptSeq
      ? cards.receipt({ ...person, campaign, proposer: proposal.proposer })
      : cards.status({ ...person, isOwn: isContributor(proposal, personId) });
  };
}
