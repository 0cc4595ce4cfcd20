import type { Locale } from '../domain/conversation.js';
import { civilDateOf } from '../domain/instant.js';
import type { Masters } from '../domain/masters.js';
import type { PublishedView } from '../domain/published-view.js';
import { cardTexts } from '../text/card-texts.js';
import { formatShortDate } from '../text/format.js';
import { terms } from '../text/terms.js';
import type { OutgoingCard } from './card.js';
import { type CardFrame, drawCard, proposalLink, statusImage } from './card-frame.js';
import { decisionValues } from './status-card.js';

/** A published change for a channel. */
export interface ChannelCardInput {
  readonly locale: Locale;
  readonly masters: Masters;
  readonly view: PublishedView;
  /** A channel of all staff, or that of the department that owns the proposal. */
  readonly as: 'staff' | 'owner';
}

/** What became of one proposal, for a channel: no names, even with consent, and no proposing department. */
export function publishedChannelCard(
  frame: CardFrame,
  { locale, masters, view, as }: ChannelCardInput,
): OutgoingCard {
  const { channel, action } = cardTexts[locale];
  const isOwner = as === 'owner';
  const headline = isOwner
    ? channel.ownerHeadline(view.number)
    : channel.staffHeadline(view.number);
  return drawCard(frame, 'published-channel', locale, headline, {
    eyebrow: isOwner ? channel.ownerEyebrow : channel.staffEyebrow,
    date: formatShortDate(civilDateOf(view.at), locale),
    headline,
    title: view.content.title,
    statusImage: statusImage(frame, view.status),
    statusName: terms[locale].status[view.status],
    ...decisionValues({ view, masters, locale }),
    note: isOwner ? channel.ownerNote : channel.noNames,
    links: [proposalLink(frame, view.number, action.viewMore)],
  });
}
