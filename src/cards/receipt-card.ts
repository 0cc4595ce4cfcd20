import type { Campaign } from '../domain/campaign.js';
import type { Locale } from '../domain/conversation.js';
import { civilDateOf } from '../domain/instant.js';
import type { Masters } from '../domain/masters.js';
import type { ReceivedFor } from '../domain/new-proposal.js';
import type { Proposer } from '../domain/person.js';
import type { ProposalContent } from '../domain/proposal-content.js';
import type { PublishedView } from '../domain/published-view.js';
import { cardTexts } from '../text/card-texts.js';
import { codeTexts } from '../text/code-texts.js';
import { formatDateTime, formatMonthDay, formatYen } from '../text/format.js';
import { terms } from '../text/terms.js';
import type { OutgoingCard } from './card.js';
import {
  type CardFrame,
  drawCard,
  proposalLink,
  sampleValues,
  statusImage,
  withRefresh,
} from './card-frame.js';
import type { Fact } from './decision-facts.js';
import { labelOf, profileLabel } from './labels.js';
import { plainText } from './plain-text.js';

/** A receipt: what was stored, for the person who proposed it, with its published state. */
export interface ReceiptInput {
  readonly locale: Locale;
  readonly masters: Masters;
  readonly campaign: Campaign | undefined;
  readonly view: PublishedView;
  readonly proposer: Omit<Proposer, 'personId'>;
  /** By whom it was entered, where the person did not send it in the chat. */
  readonly receivedFor?: ReceivedFor | undefined;
  /** The person's id in the channel (29:…), so that the card renews itself. */
  readonly userId?: string;
}

function costText({ cost }: ProposalContent, locale: Locale): string {
  const { field, costNeeded, costNotNeeded, costUnknown } = terms[locale];
  if (!cost.needed) return `${field.costNeeded} ${costNotNeeded}`;
  if (cost.estimateYen === undefined) return `${field.costNeeded} ${costUnknown}`;
  return `${field.costNeeded} ${costNeeded} ${formatYen(cost.estimateYen, locale)}`;
}

function contentTexts(content: ProposalContent, locale: Locale): readonly object[] {
  const { field } = terms[locale];
  const { title, currentProblem, proposedContent, expectedEffect } = content;
  const effect =
    expectedEffect === undefined ? [] : [{ label: field.expectedEffect, text: expectedEffect }];
  return [
    { label: field.title, text: title },
    { label: field.currentProblem, text: currentProblem },
    { label: field.proposedContent, text: proposedContent },
    ...effect,
  ];
}

/** 代理受付: who entered it and how it came. */
function receivedFact(receivedFor: ReceivedFor | undefined, locale: Locale): readonly Fact[] {
  if (!receivedFor) return [];
  const { by, route } = receivedFor;
  const way = codeTexts[locale].receiptRoute[route];
  return [
    {
      title: cardTexts[locale].receipt.onBehalf,
      value: locale === 'ja' ? `${plainText(by.name)}（${way}）` : `${plainText(by.name)} (${way})`,
    },
  ];
}

function contentFacts({
  locale,
  masters,
  view,
  proposer,
  receivedFor,
}: ReceiptInput): readonly Fact[] {
  const { content } = view;
  const words = terms[locale];
  const texts = cardTexts[locale].receipt;
  const separator = locale === 'ja' ? '／' : ' / ';
  const category = plainText(labelOf(masters.categories, content.categoryId, locale));
  const digital = content.isDigital ? words.digital : words.nonDigital;
  const amounts = [
    { title: words.field.effectHoursPerYear, value: content.effectHoursPerYear },
    { title: words.field.effectYenPerYear, value: content.effectYenPerYear },
  ].flatMap(({ title, value }) =>
    value === undefined ? [] : [{ title, value: value.toLocaleString('en-US') }],
  );
  return [
    {
      title: texts.classification,
      value: [category, digital, costText(content, locale)].join(separator),
    },
    ...amounts,
    { title: words.field.scopeHint, value: words.scopeHint[content.scopeHint] },
    { title: texts.affiliation, value: profileLabel(proposer, masters, locale) },
    {
      title: texts.name,
      value: content.namePublication ? words.namePublished : words.nameNotPublished,
    },
    ...receivedFact(receivedFor, locale),
  ];
}

function nextValues({ locale, view, campaign }: ReceiptInput): { nextLabel: string; next: string } {
  const texts = cardTexts[locale].receipt;
  const day = (at: number): string => formatMonthDay(civilDateOf(at), locale);
  if (view.status !== 'received') {
    const sentence = terms[locale].statusSentence[view.status];
    return { nextLabel: texts.now, next: texts.since(sentence, day(view.at)) };
  }
  const next = campaign?.closesAt
    ? texts.nextBeforeClose(day(campaign.closesAt - 1))
    : texts.nextAlwaysOpen;
  return { nextLabel: texts.next, next };
}

/** 受付控え: replaces the form, and renews itself to the published state whenever the person looks at it. */
export function receiptCard(frame: CardFrame, input: ReceiptInput): OutgoingCard {
  const { locale, view, userId } = input;
  const texts = cardTexts[locale];
  const drawn = drawCard(
    frame,
    'receipt',
    locale,
    texts.summary(view.number, texts.receipt.headline),
    {
      eyebrow: texts.receipt.eyebrow,
      date: formatDateTime(view.receivedAt, locale),
      headline: texts.receipt.headline,
      numberLabel: texts.receipt.number,
      number: view.number,
      statusImage: statusImage(frame, view.status),
      statusName: terms[locale].status[view.status],
      texts: contentTexts(view.content, locale),
      hasFacts: true,
      facts: contentFacts(input),
      ...nextValues(input),
      ...sampleValues(input.campaign, locale),
      links: [proposalLink(frame, view.number, texts.action.viewInTab)],
    },
  );
  return withRefresh(drawn, userId, { number: view.number, as: 'receipt' });
}
