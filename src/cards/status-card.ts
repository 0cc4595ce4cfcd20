import type { Locale } from '../domain/conversation.js';
import { civilDateOf } from '../domain/instant.js';
import type { Masters } from '../domain/masters.js';
import type { PublishedView } from '../domain/published-view.js';
import { cardTexts } from '../text/card-texts.js';
import { formatShortDate } from '../text/format.js';
import { terms } from '../text/terms.js';
import type { OutgoingCard } from './card.js';
import {
  type CardFrame,
  drawCard,
  proposalLink,
  statusImage,
  traceImage,
  withRefresh,
} from './card-frame.js';
import { decisionFacts } from './decision-facts.js';
import { traceLine } from './trace-line.js';

/** The published state of one proposal, for one person. */
export interface StatusCardInput {
  readonly locale: Locale;
  readonly masters: Masters;
  readonly view: PublishedView;
  /** Whether the reader proposed it. */
  readonly isOwn: boolean;
  /** The reader's id in the channel (29:…), so that the card renews itself. */
  readonly userId?: string;
}

/** Facts and reason of the published decision, as the template wants them. */
export function decisionValues({
  view,
  masters,
  locale,
}: Pick<StatusCardInput, 'view' | 'masters' | 'locale'>): Readonly<Record<string, unknown>> {
  const { decision } = view;
  return {
    hasFacts: decision !== undefined,
    facts: decision ? decisionFacts(decision, masters, locale) : [],
    hasReason: decision !== undefined,
    reasonLabel: terms[locale].field.reason,
    reason: decision?.reason ?? '',
  };
}

/**
 * 状況 of one proposal: status, decision, reason and trace line. The same card tells a beginning review and a
 * published decision, because it states a state, never a change, and may be seen twice.
 */
export function statusCard(
  frame: CardFrame,
  { locale, masters, view, isOwn, userId }: StatusCardInput,
): OutgoingCard {
  const texts = cardTexts[locale];
  const words = terms[locale];
  const sentence = isOwn ? words.statusSentence[view.status] : words.status[view.status];
  const isReviewing = view.status === 'reviewing';
  const trace = traceLine(view, locale).map(({ state, label, caption }) => ({
    image: traceImage(frame, state),
    state: words.stepState[state],
    label,
    caption,
    weight: state === 'current' ? 'Bolder' : 'Default',
  }));
  const drawn = drawCard(frame, 'status', locale, texts.summary(view.number, sentence), {
    eyebrow: `${view.number}　${isOwn ? texts.status.yours : texts.status.proposal}`,
    date: formatShortDate(civilDateOf(view.at), locale),
    title: view.content.title,
    statusImage: statusImage(frame, view.status),
    statusName: words.status[view.status],
    sentence,
    hasText: isReviewing,
    text: isReviewing ? texts.reviewBegun.text : '',
    ...decisionValues({ view, masters, locale }),
    trace,
    links: [proposalLink(frame, view.number, texts.action.viewMore)],
  });
  return withRefresh(drawn, userId, { number: view.number, as: 'status' });
}
