import type { Campaign } from '../domain/campaign.js';
import type { Locale } from '../domain/conversation.js';
import type { Masters } from '../domain/masters.js';
import type { NoticeIntent } from '../domain/notice.js';
import type { PersonId } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import { publishedView } from '../domain/published-view.js';
import type { OutgoingCard } from './card.js';
import type { Cards } from './create-cards.js';

/** What the cards of notices are filled with. */
export interface NoticeSources {
  readonly cards: Cards;
  readonly masters: () => Masters;
  readonly campaigns: () => readonly Campaign[];
  /** A person's id in the channel (29:…), where their chat is known. */
  readonly userIdOf: (personId: PersonId) => string | undefined;
}

/**
 * The card of an event for one kind of place: the receipt for the first event, the published state for every later
 * one. It is drawn from the published state alone and states a state, so that a repetition says nothing wrong.
 */
export function composeNotice(
  { cards, masters, campaigns, userIdOf }: NoticeSources,
  proposal: Proposal,
  intent: NoticeIntent,
  locale: Locale,
): OutgoingCard {
  const view = publishedView(proposal);
  const common = { locale, masters: masters(), view };
  if (intent.place.kind === 'channel') {
    return cards.publishedChannel({ ...common, as: intent.place.channel.as });
  }
  const { proposer } = proposal;
  const userId = userIdOf(proposer.personId);
  const forPerson = { ...common, ...(userId !== undefined && { userId }) };
  if (intent.seq === 1) {
    const campaign = campaigns().find((each) => each.id === proposal.campaignId);
    return cards.receipt({ ...forPerson, campaign, proposer });
  }
  return cards.status({ ...forPerson, isOwn: true });
}
