import type { Locale } from '../domain/conversation.js';
import type { LinkButton, OutgoingCard } from './card.js';
import { type CardFrame, drawCard } from './card-frame.js';
import type { Fact } from './decision-facts.js';

/** A long text under its label. */
export interface MessagePart {
  readonly label: string;
  readonly text: string;
}

/** A message about one proposal: one sentence, the title, and what belongs to it. */
export interface Message {
  readonly number: string;
  readonly eyebrow: string;
  /** In the corner: a day. */
  readonly corner: string;
  readonly headline: string;
  readonly title: string;
  readonly lead?: string;
  readonly facts?: readonly Fact[];
  /** Each group of texts stands in a box of its own. */
  readonly boxes?: readonly (readonly MessagePart[])[];
  readonly note?: string;
  readonly links: readonly LinkButton[];
}

/** Draws a message. What people wrote stands in boxes and in the title, where no Markdown is read. */
export function messageCard(frame: CardFrame, locale: Locale, message: Message): OutgoingCard {
  const { number, eyebrow, lead = '', facts = [], boxes = [], note = '', ...rest } = message;
  const headline = `${number} ${message.headline}`;
  return drawCard(frame, 'message', locale, headline, {
    ...rest,
    eyebrow: `${eyebrow}　${number}`,
    hasLead: lead !== '',
    lead,
    hasFacts: facts.length > 0,
    facts,
    boxes: boxes.map((parts) => ({ parts })),
    hasNote: note !== '',
    note,
  });
}
