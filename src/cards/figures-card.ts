import type { Campaign } from '../domain/campaign.js';
import type { Locale } from '../domain/conversation.js';
import type { Figures } from '../domain/figures/figures.js';
import { civilDateOf, type Instant } from '../domain/instant.js';
import { commandTexts } from '../text/command-texts.js';
import { extensionTexts } from '../text/extension-texts.js';
import { formatMonthDay } from '../text/format.js';
import { terms } from '../text/terms.js';
import type { OutgoingCard } from './card.js';
import { type CardFrame, drawCard, sampleValues, statusImage } from './card-frame.js';
import { plainText } from './plain-text.js';

/** A campaign as a card names it. */
export type NamedCampaign = Pick<Campaign, 'id' | 'title' | 'isSample'>;

/** The published figures of one campaign. */
export interface FiguresCardInput {
  readonly locale: Locale;
  readonly campaign: NamedCampaign;
  readonly figures: Pick<Figures, 'balance' | 'supporters'>;
  /** Published and in force, of all campaigns. */
  readonly measures: { readonly measures: number; readonly rules: number };
  /** Other campaigns whose figures can be asked for. */
  readonly others: readonly NamedCampaign[];
  readonly at: Instant;
}

function rowsOf(frame: CardFrame, { figures, locale }: FiguresCardInput): readonly object[] {
  const texts = commandTexts[locale].progress;
  const { rows, merged } = figures.balance;
  const shown = rows
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => ({
      image: statusImage(frame, status),
      statusName: terms[locale].status[status],
      count: texts.count(count),
    }));
  const united = {
    image: statusImage(frame, 'withdrawn'),
    statusName: texts.merged,
    count: texts.count(merged),
  };
  return merged === 0 ? shown : [...shown, united];
}

/** 実現状況: how many were received and where they stand, exact to the item, as published. */
export function figuresCard(frame: CardFrame, input: FiguresCardInput): OutgoingCard {
  const { locale, campaign, figures, measures, others, at } = input;
  const texts = commandTexts[locale].progress;
  const { received, withdrawn, realised } = figures.balance;
  const beside = texts.beside(withdrawn, figures.supporters);
  const headline = texts.received(received);
  return drawCard(frame, 'figures', locale, headline, {
    eyebrow: plainText(campaign.title),
    headline,
    hasText: beside !== '',
    text: beside,
    rows: rowsOf(frame, input),
    lines: [
      { line: texts.realised(realised.all, realised.inPart) },
      { line: texts.measures(measures.measures, measures.rules) },
    ],
    note: extensionTexts[locale].asOf(formatMonthDay(civilDateOf(at), locale)),
    ...sampleValues(campaign, locale),
    others: others.map(({ id, title }) => ({
      title,
      press: { command: 'progress', campaign: id },
    })),
  });
}
