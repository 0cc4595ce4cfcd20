import type { Locale } from '../domain/conversation.js';
import type { Status } from '../domain/status.js';
import { cardTexts } from '../text/card-texts.js';
import { commandTexts } from '../text/command-texts.js';
import { terms } from '../text/terms.js';
import type { OutgoingCard } from './card.js';
import { type CardFrame, drawCard, statusImage } from './card-frame.js';
import { excerptOf } from './excerpt.js';

/** Words that are looked for have at most so many units. */
export const longestWords = 200;
const shownWords = 30;

/** One line of what was found; pressing it sends `press` to the bot. */
export interface FoundRow {
  readonly title: string;
  readonly line: string;
  readonly status: Status;
  readonly statusName: string;
  readonly press: Readonly<Record<string, string | number>>;
}

/** What was found by words, page by page; without words the question for them. */
export interface FoundCardInput {
  readonly locale: Locale;
  readonly words: string;
  readonly found: number;
  /** Whether every text has been looked at; right after a start many are not read yet. */
  readonly isComplete: boolean;
  readonly rows: readonly FoundRow[];
  /** Where the next page begins, if there is one. */
  readonly next?: number | undefined;
}

function headlineOf({ words, found, locale }: FoundCardInput): string {
  const texts = commandTexts[locale].search;
  if (words === '') return texts.ask;
  const shown = excerptOf(words, shownWords);
  return found === 0 ? texts.nothing(shown) : texts.found(shown, found);
}

/** What may help where less was found than there is. */
function adviceOf({ words, found, isComplete, locale }: FoundCardInput): string {
  const { hint, notAllRead } = commandTexts[locale].search;
  if (words === '') return '';
  return [...(isComplete ? [] : [notAllRead]), ...(found === 0 ? [hint] : [])].join('\n\n');
}

function othersOf({ locale, words, next }: FoundCardInput): readonly object[] {
  const texts = commandTexts[locale].search;
  const following =
    next === undefined
      ? []
      : [{ title: texts.next, press: { command: 'search', words, from: next } }];
  const instead =
    words === '' ? [] : [{ title: texts.propose, press: { command: 'propose', text: words } }];
  return [...following, ...instead];
}

/** さがす: what was found, each line opens it, and where to look for something else. */
export function foundCard(frame: CardFrame, input: FoundCardInput): OutgoingCard {
  const { locale, words, rows } = input;
  const advice = adviceOf(input);
  const texts = commandTexts[locale].search;
  const drawn = drawCard(frame, 'found', locale, texts.eyebrow, {
    eyebrow: texts.eyebrow,
    headline: headlineOf(input),
    hasText: advice !== '',
    text: advice,
    rows: rows.map(({ title, line, status, statusName, press }) => ({
      title,
      line,
      image: statusImage(frame, status),
      statusName,
      open: texts.open,
      press,
    })),
    wordsLabel: texts.label,
    wordsExample: texts.example,
    wordsMissing: texts.missing,
    words,
    most: longestWords,
    search: cardTexts[locale].action.search,
    others: othersOf(input),
  });
  return { ...drawn, summary: `${terms[locale].appName} ${texts.eyebrow}` };
}
