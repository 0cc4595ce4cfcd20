import type { Standing } from '../domain/capacity.js';
import type { Locale } from '../domain/conversation.js';
import { civilDateOf } from '../domain/instant.js';
import type { Masters } from '../domain/masters.js';
import type { OpenQuestion } from '../domain/proposal-state.js';
import {
  isDecisionInForce,
  type PublishedHead,
  type PublishedView,
} from '../domain/published-view.js';
import { cardTexts } from '../text/card-texts.js';
import { formatDayWithWeekday, formatShortDate } from '../text/format.js';
import { type OutcomeWord, outcomeWords } from '../text/outcome-words.js';
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
import { decisionFacts, type Fact } from './decision-facts.js';
import { traceLine } from './trace-line.js';

/** More measures than these are read in the tab; a card has to fit a message. */
const mostLinks = 3;

/** The published state of one proposal, for one person. */
export interface StatusCardInput {
  readonly locale: Locale;
  readonly masters: Masters;
  readonly view: PublishedView;
  /** As what the reader proposed it; undefined for everyone else. */
  readonly as?: Standing | undefined;
  /** What the reader is asked, who proposed it: nobody else reads it. */
  readonly question?: Pick<OpenQuestion, 'text' | 'dueOn'>;
  /** The reader's id in the channel (29:…), so that the card renews itself. */
  readonly userId?: string;
}

/** What a template wants: short values, and texts that people wrote. */
export interface DecisionValues {
  readonly [name: string]: unknown;
  readonly hasFacts: boolean;
  readonly facts: readonly Fact[];
  readonly texts: readonly OutcomeWord[];
}

/**
 * Facts and reasons of the published state, as the template wants them: of the decision while it says how the proposal
 * is handled, and of what became of it.
 */
export function decisionValues({
  view,
  masters,
  locale,
}: Pick<StatusCardInput, 'masters' | 'locale'> & {
  readonly view: PublishedHead;
}): DecisionValues {
  const decision = isDecisionInForce(view.status) ? view.decision : undefined;
  const { status, mergedInto } = view;
  const links = view.links.slice(0, mostLinks);
  const words = outcomeWords({ ...view.outcome, status, links, mergedInto }, locale);
  const facts: readonly Fact[] = [
    ...(decision ? decisionFacts(decision, masters, locale) : []),
    ...words.facts.map(({ label, value }) => ({ title: label, value })),
  ];
  const reason = decision ? [{ label: terms[locale].field.reason, value: decision.reason }] : [];
  return { hasFacts: facts.length > 0, facts, texts: [...reason, ...words.texts] };
}

/** The same with what the reader is asked, ahead of everything else. */
function withQuestion(
  values: DecisionValues,
  question: StatusCardInput['question'],
  locale: Locale,
): DecisionValues {
  if (!question) return values;
  const { field } = terms[locale];
  const due = { title: field.requestDue, value: formatDayWithWeekday(question.dueOn, locale) };
  return {
    hasFacts: true,
    facts: [due, ...values.facts],
    texts: [{ label: field.question, value: question.text }, ...values.texts],
  };
}

function textOf(view: PublishedView, as: Standing | undefined, locale: Locale): string {
  const { status, reviewBegun } = cardTexts[locale];
  if (as === 'invited') return status.invited;
  return view.status === 'reviewing' ? reviewBegun.text : '';
}

function eyebrowOf(as: Standing | undefined, locale: Locale): string {
  const { yours, joint, proposal } = cardTexts[locale].status;
  if (as === undefined) return proposal;
  return as === 'proposer' ? yours : joint;
}

/**
 * 状況 of one proposal: status, decision, reason and trace line. The same card tells a beginning review and a
 * published decision, because it states a state, never a change, and may be seen twice.
 */
export function statusCard(
  frame: CardFrame,
  { locale, masters, view, as, question, userId }: StatusCardInput,
): OutgoingCard {
  const texts = cardTexts[locale];
  const words = terms[locale];
  const sentence = as ? words.statusSentence[view.status] : words.status[view.status];
  const text = textOf(view, as, locale);
  const trace = traceLine(view, locale).map(({ state, label, caption }) => ({
    image: traceImage(frame, state),
    state: words.stepState[state],
    label,
    caption,
    weight: state === 'current' ? 'Bolder' : 'Default',
  }));
  const drawn = drawCard(frame, 'status', locale, texts.summary(view.number, sentence), {
    eyebrow: `${view.number}　${eyebrowOf(as, locale)}`,
    date: formatShortDate(civilDateOf(view.at), locale),
    title: view.content.title,
    statusImage: statusImage(frame, view.status),
    statusName: words.status[view.status],
    sentence,
    hasText: text !== '',
    text,
    ...withQuestion(decisionValues({ view, masters, locale }), question, locale),
    trace,
    links: [proposalLink(frame, view.number, texts.action.viewMore)],
  });
  return withRefresh(drawn, userId, { number: view.number, as: 'status' });
}
