import type { Locale } from '../domain/conversation.js';
import { type CivilDate, civilDateOf, type Instant } from '../domain/instant.js';
import { cardTexts } from '../text/card-texts.js';
import { formatDayWithWeekday, formatShortDate } from '../text/format.js';
import { noticeTexts } from '../text/notice-texts.js';
import type { OutgoingCard } from './card.js';
import { type CardFrame, proposalLink, withRefresh } from './card-frame.js';
import { messageCard } from './message-card.js';
import { plainText } from './plain-text.js';

/** A question to those who proposed (T2), or a reminder of it. */
export interface QuestionCardInput {
  readonly locale: Locale;
  readonly number: string;
  readonly title: string;
  readonly text: string;
  readonly askedAt: Instant;
  readonly dueOn: CivilDate;
  readonly isReminder: boolean;
  /** The reader's id in the channel (29:…), so that the card becomes that of the status. */
  readonly userId?: string;
}

/** A question with its text and its day. Only those who proposed read it; seen again, it shows the present state. */
export function questionCard(frame: CardFrame, input: QuestionCardInput): OutgoingCard {
  const { locale, number, title, text, askedAt, dueOn, isReminder, userId } = input;
  const { question } = noticeTexts[locale];
  const drawn = messageCard(frame, locale, {
    number,
    title,
    eyebrow: question.eyebrow,
    corner: formatShortDate(civilDateOf(askedAt), locale),
    headline: isReminder ? question.reminder : question.headline,
    boxes: [[{ label: question.label, text }]],
    note: question.note(formatDayWithWeekday(dueOn, locale)),
    links: [proposalLink(frame, number, cardTexts[locale].action.viewMore)],
  });
  return withRefresh(drawn, userId, { number, as: 'status' });
}

/** An invitation to propose together. */
export interface InvitationCardInput {
  readonly locale: Locale;
  readonly number: string;
  readonly title: string;
  readonly invitedAt: Instant;
  /** Who invites; told to the invited person alone. */
  readonly proposerName: string;
}

/** An invitation 共同提案の招待, for the invited person. */
export function invitationCard(frame: CardFrame, input: InvitationCardInput): OutgoingCard {
  const { locale, number, title, invitedAt, proposerName } = input;
  const { invitation } = noticeTexts[locale];
  return messageCard(frame, locale, {
    number,
    title,
    eyebrow: invitation.eyebrow,
    corner: formatShortDate(civilDateOf(invitedAt), locale),
    headline: invitation.headline(plainText(proposerName)),
    lead: invitation.lead,
    links: [proposalLink(frame, number, cardTexts[locale].action.viewMore)],
  });
}
