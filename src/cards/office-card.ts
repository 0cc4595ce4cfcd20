import type { Locale } from '../domain/conversation.js';
import type { CivilDate } from '../domain/instant.js';
import type { Masters } from '../domain/masters.js';
import type { PublishedView } from '../domain/published-view.js';
import type { ReminderStep } from '../domain/reminder.js';
import { formatDayWithWeekday } from '../text/format.js';
import { noticeTexts } from '../text/notice-texts.js';
import { terms } from '../text/terms.js';
import type { OutgoingCard } from './card.js';
import type { CardFrame } from './card-frame.js';
import { decisionFacts } from './decision-facts.js';
import { tabLink } from './deep-link.js';
import { messageCard } from './message-card.js';

/** What an office is asked: for the first time, near the day, after it, or that nothing is left to answer. */
export type AskedOffice = 'asked' | Exclude<ReminderStep, 'escalated'> | 'closed';

interface OfficeCardInput {
  readonly locale: Locale;
  /** What everyone may read: the channel holds people who decide nothing. */
  readonly view: PublishedView;
  readonly dueOn: CivilDate;
  readonly asked: AskedOffice;
}

/** A request for an opinion, blind. */
export interface OpinionCardInput extends OfficeCardInput {
  /** What the secretariat asks. */
  readonly text: string;
}

/** A reminder of a published delegation. */
export interface DelegationCardInput extends OfficeCardInput {
  readonly masters: Masters;
}

function requestedLink(frame: CardFrame, number: string, locale: Locale) {
  const title = noticeTexts[locale].openRequested;
  return { title, url: tabLink(frame, `requested/${number}`, number) };
}

/** 意見照会 for the channel of the office that is asked: the idea and the question, nothing of who proposed. */
export function opinionCard(
  frame: CardFrame,
  { locale, view, dueOn, asked, text }: OpinionCardInput,
): OutgoingCard {
  const { opinion, due } = noticeTexts[locale];
  const { field } = terms[locale];
  const { title, currentProblem, proposedContent } = view.content;
  const headlines = { ...opinion, asked: opinion.headline };
  return messageCard(frame, locale, {
    number: view.number,
    title,
    eyebrow: opinion.eyebrow,
    corner: due(formatDayWithWeekday(dueOn, locale)),
    headline: headlines[asked],
    ...(asked !== 'closed' && { lead: opinion.lead }),
    boxes: [
      [
        { label: field.currentProblem, text: currentProblem },
        { label: field.proposedContent, text: proposedContent },
      ],
      [{ label: opinion.label, text }],
    ],
    links: [requestedLink(frame, view.number, locale)],
  });
}

/** A reminder of a delegation for the channel of its department, with what was published. */
export function delegationCard(
  frame: CardFrame,
  { locale, view, dueOn, asked, masters }: DelegationCardInput,
): OutgoingCard {
  const { delegation, due } = noticeTexts[locale];
  const { decision } = view;
  return messageCard(frame, locale, {
    number: view.number,
    title: view.content.title,
    eyebrow: delegation.eyebrow,
    corner: due(formatDayWithWeekday(dueOn, locale)),
    headline: asked === 'asked' ? delegation.soon : delegation[asked],
    facts: decision ? decisionFacts(decision, masters, locale) : [],
    boxes: decision ? [[{ label: terms[locale].field.reason, text: decision.reason }]] : [],
    note: delegation.lead,
    links: [requestedLink(frame, view.number, locale)],
  });
}
