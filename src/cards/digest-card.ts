import type { Locale } from '../domain/conversation.js';
import { civilDateOf } from '../domain/instant.js';
import type { PublishedHead } from '../domain/published-view.js';
import { type DigestKind, digestTexts } from '../text/digest-texts.js';
import { formatMonthDay } from '../text/format.js';
import { terms } from '../text/terms.js';
import type { OutgoingCard } from './card.js';
import { type CardFrame, drawCard, mineLink } from './card-frame.js';
import { proposalPage, tabLink } from './deep-link.js';

/** As many as a card of usual size has room for: each holds an address. */
const mostRows = 8;

/** What one card tells of several proposals. */
export interface DigestCardInput {
  readonly locale: Locale;
  /** The published state of each, in order of what happened. */
  readonly views: readonly PublishedHead[];
  /** What quiet time held back, or what could not be delivered. Absent: the first. */
  readonly as?: DigestKind;
}

/** 朝のまとめ and 届かなかった知らせ: what happened, one line for each proposal, which opens it. */
export function digestCard(
  frame: CardFrame,
  { locale, views, as = 'morning' }: DigestCardInput,
): OutgoingCard {
  const texts = digestTexts[locale][as];
  const { status } = terms[locale];
  const rows = views.slice(0, mostRows).map((view) => ({
    title: view.content.title,
    line: `${view.number}　${status[view.status]}　${formatMonthDay(civilDateOf(view.at), locale)}`,
    open: view.number,
    url: tabLink(frame, proposalPage(view.number), view.number),
  }));
  const left = views.length - rows.length;
  const headline = texts.headline(views.length);
  return drawCard(frame, 'digest', locale, headline, {
    eyebrow: texts.eyebrow,
    headline,
    rows,
    hasMore: left > 0,
    more: texts.more(left),
    links: [mineLink(frame, locale)],
  });
}
