import type { MergedOnBehalf } from '../domain/audience-of.js';
import type { Locale } from '../domain/conversation.js';
import { civilDateOf, type Instant } from '../domain/instant.js';
import type { Masters } from '../domain/masters.js';
import type { ReceivedFor } from '../domain/new-proposal.js';
import type { OpenQuestion } from '../domain/proposal-state.js';
import type { PublishedView } from '../domain/published-view.js';
import { codeTexts } from '../text/code-texts.js';
import { formatDayWithWeekday, formatShortDate } from '../text/format.js';
import { noticeTexts } from '../text/notice-texts.js';
import { terms } from '../text/terms.js';
import type { OutgoingCard } from './card.js';
import type { CardFrame } from './card-frame.js';
import type { Fact } from './decision-facts.js';
import { tabLink } from './deep-link.js';
import { type MessagePart, messageCard } from './message-card.js';
import { plainText } from './plain-text.js';
import { type MeetingFacts, meetingDay, meetingName } from './presentation-card.js';
import { decisionValues } from './status-card.js';

/** What is to be handed on to a proposer who does not use Teams. */
export interface ThroughOfficeCardInput {
  readonly locale: Locale;
  readonly masters: Masters;
  readonly view: PublishedView;
  /** When it happened. */
  readonly at: Instant;
  readonly receivedFor: ReceivedFor | undefined;
  /** What the proposer is asked, as long as it is open. */
  readonly question: OpenQuestion | undefined;
  /** What was merged into it and is handed on to its proposer as well. */
  readonly merged?: readonly MergedOnBehalf[];
  /** The meeting at which the proposer is invited to present it, where that is what happened. */
  readonly meeting?: MeetingFacts;
}

/** Most merged proposals that are named one by one. */
const mostNamed = 20;

/** Each merged proposal whose proposer is told, with who received it. */
function mergedFacts(merged: readonly MergedOnBehalf[], locale: Locale): readonly Fact[] {
  const { throughOffice } = noticeTexts[locale];
  const named = merged.slice(0, mostNamed).map(({ number, receivedFor: { by, route } }) => ({
    title: throughOffice.merged,
    value: throughOffice.mergedFrom(
      number,
      plainText(by.name),
      codeTexts[locale].receiptRoute[route],
    ),
  }));
  const more = merged.length - named.length;
  if (more === 0) return named;
  return [...named, { title: throughOffice.mergedMore, value: String(more) }];
}

/**
 * 所属経由: asks the secretariat to hand the published state on to a proposer who does not use Teams. It says who
 * received the proposal and so knows whose it is, never who proposed it: whoever reads it may still have to decide.
 */
export function throughOfficeCard(
  frame: CardFrame,
  {
    locale,
    masters,
    view,
    at,
    receivedFor,
    question,
    merged = [],
    meeting,
  }: ThroughOfficeCardInput,
): OutgoingCard {
  const { throughOffice, question: asked, presentation, openTriage } = noticeTexts[locale];
  const { field, status } = terms[locale];
  const decided = decisionValues({ view, masters, locale });
  const received = receivedFor
    ? [
        { title: throughOffice.receivedBy, value: plainText(receivedFor.by.name) },
        { title: field.receiptRoute, value: codeTexts[locale].receiptRoute[receivedFor.route] },
      ]
    : [];
  const due = question
    ? [{ title: field.requestDue, value: formatDayWithWeekday(question.dueOn, locale) }]
    : [];
  const parts: readonly MessagePart[] = [
    ...(meeting ? [meetingName(meeting, locale)] : []),
    ...(question ? [{ label: asked.label, text: question.text }] : []),
    ...decided.texts.map(({ label, value }) => ({ label, text: value })),
  ];
  return messageCard(frame, locale, {
    number: view.number,
    title: view.content.title,
    eyebrow: throughOffice.eyebrow,
    corner: formatShortDate(civilDateOf(at), locale),
    headline: throughOffice.headline,
    ...(meeting && { lead: presentation.headline }),
    facts: [
      { title: throughOffice.status, value: status[view.status] },
      ...due,
      ...(meeting ? meetingDay(meeting, locale) : []),
      ...decided.facts,
      ...received,
      ...mergedFacts(merged, locale),
    ],
    boxes: parts.length > 0 ? [parts] : [],
    note: throughOffice.note,
    links: [{ title: openTriage, url: tabLink(frame, `triage/${view.number}`, view.number) }],
  });
}
