import type { Locale } from '../domain/conversation.js';
import { type CivilDate, civilDateOf, type Instant } from '../domain/instant.js';
import { cardTexts } from '../text/card-texts.js';
import { formatDayWithWeekday, formatShortDate } from '../text/format.js';
import { noticeTexts } from '../text/notice-texts.js';
import { terms } from '../text/terms.js';
import type { OutgoingCard } from './card.js';
import { type CardFrame, proposalLink } from './card-frame.js';
import type { Fact } from './decision-facts.js';
import { type MessagePart, messageCard } from './message-card.js';

/** The meeting at which an idea is to be presented. */
export interface MeetingFacts {
  readonly meeting: string;
  readonly heldOn: CivilDate;
}

/** An invitation to present. */
export interface PresentationCardInput extends MeetingFacts {
  readonly locale: Locale;
  readonly number: string;
  readonly title: string;
  readonly invitedAt: Instant;
}

/** When the meeting is. */
export function meetingDay({ heldOn }: MeetingFacts, locale: Locale): readonly Fact[] {
  const value = formatDayWithWeekday(heldOn, locale);
  return [{ title: terms[locale].field.heldOn, value }];
}

/** Which meeting it is, where no Markdown is read. */
export function meetingName({ meeting }: MeetingFacts, locale: Locale): MessagePart {
  return { label: terms[locale].field.meeting, text: meeting };
}

/** 発表の依頼, for those who proposed: presenting is their own choice (domain 8). */
export function presentationCard(frame: CardFrame, input: PresentationCardInput): OutgoingCard {
  const { locale, number, title, invitedAt } = input;
  const { presentation } = noticeTexts[locale];
  return messageCard(frame, locale, {
    number,
    title,
    eyebrow: presentation.eyebrow,
    corner: formatShortDate(civilDateOf(invitedAt), locale),
    headline: presentation.headline,
    lead: presentation.lead,
    facts: meetingDay(input, locale),
    boxes: [[meetingName(input, locale)]],
    links: [proposalLink(frame, number, cardTexts[locale].action.viewMore)],
  });
}
