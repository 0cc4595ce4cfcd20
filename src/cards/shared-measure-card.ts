import type { Campaign } from '../domain/campaign.js';
import type { Locale } from '../domain/conversation.js';
import { civilDateOf, type Instant } from '../domain/instant.js';
import type { Material } from '../domain/measures/measure-content.js';
import type { ProposalNumber } from '../domain/proposal-number.js';
import { extensionTexts } from '../text/extension-texts.js';
import { formatMonthDay, formatShortDate } from '../text/format.js';
import { measureTexts } from '../text/measure-texts.js';
import type { OutgoingCard } from './card.js';
import { type CardFrame, drawCard, sampleValues, statusImage } from './card-frame.js';
import type { Fact } from './decision-facts.js';
import { excerptOf } from './excerpt.js';
import { type MeasureCardInput, measureFacts, measureWords } from './measure-card.js';
import type { MessagePart } from './message-card.js';

const mostNumbers = 3;
const mostMaterials = 3;
const longestText = 500;

/** A published measure or rule for a conversation. */
export interface SharedMeasureInput extends Omit<MeasureCardInput, 'as'> {
  /** The proposals it answers that everybody may know of. */
  readonly behind: readonly ProposalNumber[];
  readonly campaign: Pick<Campaign, 'isSample'> | undefined;
  readonly at: Instant;
}

function behindFact({ behind, locale }: SharedMeasureInput): readonly Fact[] {
  if (behind.length === 0) return [];
  const { behind: title, more } = extensionTexts[locale];
  const left = behind.length - mostNumbers;
  const shown = [...behind.slice(0, mostNumbers), ...(left > 0 ? [more(left)] : [])];
  return [{ title, value: shown.join(locale === 'ja' ? '、' : ', ') }];
}

/** Guidelines, templates and videos, with their addresses to be copied: a card opens nothing outside Teams. */
function materialsOf(materials: readonly Material[], locale: Locale): readonly MessagePart[] {
  const { material } = measureTexts[locale];
  return materials.slice(0, mostMaterials).map(({ kind, title, link }) => ({
    label: material[kind],
    text: `${title}\n${link}`,
  }));
}

/** One measure or rule of the casebook in a conversation, as it holds on the day the card was drawn. */
export function sharedMeasureCard(frame: CardFrame, input: SharedMeasureInput): OutgoingCard {
  const { locale, masters, version, campaign, at } = input;
  const { content } = version.state;
  const { measure, rule, asOf } = extensionTexts[locale];
  const eyebrow = content.kind === 'rule' ? rule : measure;
  const parts = [
    ...measureWords(version, locale).map(({ label, value }) => ({
      label,
      text: excerptOf(value, longestText),
    })),
    ...materialsOf(content.materials, locale),
  ];
  return drawCard(frame, 'shared', locale, eyebrow, {
    eyebrow,
    corner: formatShortDate(civilDateOf(version.at), locale),
    title: content.title,
    statusImage: statusImage(frame, 'realised'),
    statusName: measureTexts[locale].card.inForce,
    hasFacts: true,
    facts: [...measureFacts(content, masters, locale), ...behindFact(input)],
    boxes: parts.length > 0 ? [{ parts }] : [],
    note: asOf(formatMonthDay(civilDateOf(at), locale)),
    ...sampleValues(campaign, locale),
    links: [],
  });
}
