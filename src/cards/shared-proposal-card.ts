import type { Locale } from '../domain/conversation.js';
import { civilDateOf, type Instant } from '../domain/instant.js';
import type { Masters } from '../domain/masters.js';
import type { PublishedHead } from '../domain/published-view.js';
import { cardTexts } from '../text/card-texts.js';
import { extensionTexts } from '../text/extension-texts.js';
import { formatMonthDay, formatShortDate } from '../text/format.js';
import { terms } from '../text/terms.js';
import type { OutgoingCard } from './card.js';
import { type CardFrame, drawCard, proposalLink, sampleValues, statusImage } from './card-frame.js';
import type { Fact } from './decision-facts.js';
import { excerptOf } from './excerpt.js';
import type { MessagePart } from './message-card.js';
import { decisionValues } from './status-card.js';

/** A proposal for a conversation, where anybody reads it. */
export interface SharedProposalInput {
  readonly locale: Locale;
  readonly masters: Masters;
  /** Made of what everybody may read. */
  readonly view: PublishedHead;
  readonly campaign: { readonly isSample?: boolean } | undefined;
  readonly endorsers: number;
  readonly at: Instant;
}

function ownFacts({ endorsers, locale }: SharedProposalInput): readonly Fact[] {
  const { endorsed, people } = extensionTexts[locale];
  return endorsers === 0 ? [] : [{ title: endorsed, value: people(endorsers) }];
}

function ownTexts({ view, locale }: SharedProposalInput): readonly MessagePart[] {
  const { field } = terms[locale];
  const { currentProblem, proposedContent } = view.content;
  return [
    { label: field.currentProblem, text: excerptOf(currentProblem) },
    { label: field.proposedContent, text: excerptOf(proposedContent) },
    ...(view.proposerName === undefined
      ? []
      : [{ label: extensionTexts[locale].proposer, text: view.proposerName }]),
  ];
}

/** One proposal in a conversation: what it says, and what is published of it on the day the card was drawn. */
export function sharedProposalCard(frame: CardFrame, input: SharedProposalInput): OutgoingCard {
  const { locale, masters, view, campaign, at } = input;
  const texts = extensionTexts[locale];
  const status = terms[locale].status[view.status];
  const decision = decisionValues({ view, masters, locale });
  const facts = [...decision.facts, ...ownFacts(input)];
  const published = decision.texts.map(({ label, value }) => ({ label, text: excerptOf(value) }));
  const headline = cardTexts[locale].summary(view.number, status);
  return drawCard(frame, 'shared', locale, headline, {
    eyebrow: `${view.number}　${texts.proposal}`,
    corner: formatShortDate(civilDateOf(view.at), locale),
    title: view.content.title,
    statusImage: statusImage(frame, view.status),
    statusName: status,
    hasFacts: facts.length > 0,
    facts,
    boxes: [ownTexts(input), published]
      .filter((parts) => parts.length > 0)
      .map((parts) => ({ parts })),
    note: texts.asOf(formatMonthDay(civilDateOf(at), locale)),
    ...sampleValues(campaign, locale),
    links: [proposalLink(frame, view.number, cardTexts[locale].action.viewMore)],
  });
}
