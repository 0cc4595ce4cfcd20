import type { Locale } from '../domain/conversation.js';
import { civilDateOf } from '../domain/instant.js';
import type { Masters } from '../domain/masters.js';
import type { MeasureVersion } from '../domain/measures/measure.js';
import type { MeasureContent } from '../domain/measures/measure-content.js';
import { formatShortDate } from '../text/format.js';
import { formatStart } from '../text/format-start.js';
import { type MeasureTexts, measureTexts } from '../text/measure-texts.js';
import { terms } from '../text/terms.js';
import type { OutgoingCard } from './card.js';
import { type CardFrame, drawCard, statusImage } from './card-frame.js';
import type { Fact } from './decision-facts.js';
import { tabLink } from './deep-link.js';
import { officeLabel } from './labels.js';

/** A published version of a measure, for a channel. */
export interface MeasureCardInput {
  readonly locale: Locale;
  readonly masters: Masters;
  readonly version: MeasureVersion;
  /** A channel of all staff, or that of the department that owns the measure. */
  readonly as: 'staff' | 'owner';
}

/** What a measure is, who answers for it and since when, in short values. */
export function measureFacts(
  content: MeasureContent,
  masters: Masters,
  locale: Locale,
): readonly Fact[] {
  const { kind, rollout, wave } = measureTexts[locale];
  const { field } = terms[locale];
  const { start } = content;
  return [
    { title: field.measureKind, value: kind[content.kind] },
    { title: field.ownerDepartment, value: officeLabel(content.owner, masters, locale) },
    ...(start ? [{ title: field.startDate, value: formatStart(start, locale) }] : []),
    { title: field.measureRollout, value: rollout[content.rollout] },
    ...(content.wave === undefined ? [] : [{ title: field.wave, value: wave(content.wave) }]),
  ];
}

/** What people wrote: why it was withdrawn or corrected, and what it says. */
export function measureWords({ state, correction }: MeasureVersion, locale: Locale) {
  const { withdrawn, content } = state;
  const words = measureTexts[locale];
  const written = [
    { label: words.withdrawn, value: withdrawn?.reason },
    { label: words.corrected, value: withdrawn ? undefined : correction?.reason },
    { label: terms[locale].field.measureContent, value: content.content },
  ];
  return written.flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]));
}

/** What the version says of the measure as everyone knows it. */
function headlineOf(
  { state, correction, version }: MeasureVersion,
  { card }: Pick<MeasureTexts, 'card'>,
): string {
  if (state.withdrawn) return card.withdrawnHeadline;
  if (correction) return card.correctedHeadline;
  return version > 1 ? card.changedHeadline : card.headline;
}

/** A published measure for a channel: what it is and who answers for it. It names nobody. */
export function measureCard(
  frame: CardFrame,
  { locale, masters, version, as }: MeasureCardInput,
): OutgoingCard {
  const { state, at } = version;
  const words = measureTexts[locale];
  const status = state.withdrawn ? 'withdrawn' : 'realised';
  const headline = headlineOf(version, words);
  return drawCard(frame, 'published-channel', locale, headline, {
    eyebrow: as === 'owner' ? words.card.ownerEyebrow : words.card.staffEyebrow,
    date: formatShortDate(civilDateOf(at), locale),
    headline,
    title: state.content.title,
    statusImage: statusImage(frame, status),
    statusName: state.withdrawn ? words.withdrawn : words.card.inForce,
    hasFacts: true,
    facts: measureFacts(state.content, masters, locale),
    texts: measureWords(version, locale),
    note: as === 'owner' ? words.card.ownerNote : words.card.staffNote,
    links: [{ title: words.card.open, url: tabLink(frame, 'progress', terms[locale].appName) }],
  });
}
