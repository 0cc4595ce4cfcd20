import type { Locale } from '../domain/conversation.js';
import { civilDateOf, type Instant } from '../domain/instant.js';
import type { MeasureState } from '../domain/measures/measure-state.js';
import type { PublishedView } from '../domain/published-view.js';
import { formatShortDate } from '../text/format.js';
import { releaseTexts } from '../text/release-texts.js';
import { terms } from '../text/terms.js';
import type { OutgoingCard } from './card.js';
import { type CardFrame, drawCard, statusImage } from './card-frame.js';
import { tabLink } from './deep-link.js';

/** A release set for one channel. */
export interface ReleaseCardInput {
  readonly locale: Locale;
  readonly title: string;
  /** When it was released. */
  readonly at: Instant;
  /** A channel of all staff, or that of a department that owns some of it. */
  readonly as: 'staff' | 'owner';
  readonly proposals: readonly PublishedView[];
  readonly measures: readonly MeasureState[];
  /** Whether the progress of the campaign was published with it. */
  readonly hasProgress: boolean;
}

/** Rows of a card; the rest is counted. */
const mostRows = 8;

function rowsOf(frame: CardFrame, { locale, proposals, measures }: ReleaseCardInput) {
  const { status } = terms[locale];
  const words = releaseTexts[locale].card;
  const ofProposals = proposals.map((view) => ({
    title: view.content.title,
    line: `${view.number}　${status[view.status]}`,
    image: statusImage(frame, view.status),
    statusName: status[view.status],
  }));
  const ofMeasures = measures.map(({ content, withdrawn }) => {
    const line = withdrawn ? words.withdrawnMeasure : words.measure;
    const image = statusImage(frame, withdrawn ? 'withdrawn' : 'realised');
    return { title: content.title, line, image, statusName: line };
  });
  return [...ofProposals, ...ofMeasures];
}

/** What a release set published, for a channel, in one post: states, no names. */
export function releaseCard(frame: CardFrame, input: ReleaseCardInput): OutgoingCard {
  const { locale, title, at, as, hasProgress } = input;
  const words = releaseTexts[locale].card;
  const rows = rowsOf(frame, input);
  const headline = rows.length > 0 ? words.headline(rows.length) : words.progressHeadline;
  const left = rows.length - mostRows;
  return drawCard(frame, 'published-set', locale, headline, {
    eyebrow: as === 'owner' ? words.ownerEyebrow : words.staffEyebrow,
    date: formatShortDate(civilDateOf(at), locale),
    headline,
    title,
    hasProgress: hasProgress && rows.length > 0,
    progress: words.progress,
    rows: rows.slice(0, mostRows),
    hasMore: left > 0,
    more: words.more(left),
    note: as === 'owner' ? words.ownerNote : words.staffNote,
    links: [{ title: words.open, url: tabLink(frame, 'progress', terms[locale].appName) }],
  });
}
