import type { Locale } from '../domain/conversation.js';
import { alikeTexts } from '../text/alike-texts.js';
import { terms } from '../text/terms.js';
import type { CardFrame } from './card-frame.js';
import { proposalPage, tabLink } from './deep-link.js';
import { excerptOf } from './excerpt.js';

const mostWords = 3;
const mostCharacters = 20;

/** Something that is like a form, and why it is shown. */
export interface AlikeRow {
  readonly title: string;
  /** Number and status, or what it is. */
  readonly line: string;
  /** Of a proposal; a measure or rule has none and cannot be endorsed. */
  readonly number?: string;
  readonly isEndorsed?: boolean;
  readonly words: readonly { readonly here: string; readonly there: string }[];
  readonly opposed: readonly string[];
}

interface AlikeInput {
  readonly locale: Locale;
  readonly alike?: readonly AlikeRow[];
  /** What is said first instead. */
  readonly summary?: string;
}

function whyOf({ words, opposed }: AlikeRow, locale: Locale): string {
  const { shared, pair, opposed: against } = alikeTexts[locale];
  const short = (text: string): string => excerptOf(text, mostCharacters);
  const met = words
    .slice(0, mostWords)
    .map(({ here, there }) => (here === there ? short(here) : pair(short(here), short(there))));
  return [
    ...(met.length > 0 ? [shared(met)] : []),
    ...(opposed.length > 0 ? [against(opposed.slice(0, mostWords).map(short))] : []),
  ].join('\n');
}

/**
 * The values of the form template that show what is like it: each with why, and with the buttons 読む and, for a
 * proposal, 賛同だけする, which leaves the form as it is.
 */
export function alikeValues(
  frame: CardFrame,
  { locale, alike = [], summary }: AlikeInput,
  press: Readonly<Record<string, string | number>>,
): Readonly<Record<string, unknown>> {
  const texts = alikeTexts[locale];
  const { appName } = terms[locale];
  return {
    hasAlike: alike.length > 0,
    alikeHeadline: texts.headline(alike.length),
    hasAlikeText: summary === undefined,
    alikeText: texts.text,
    alike: alike.map((row) => {
      const { title, line, number, isEndorsed = false } = row;
      const page = number === undefined ? 'progress' : proposalPage(number);
      const canEndorse = number !== undefined && !isEndorsed;
      return {
        title,
        line: isEndorsed ? `${line}　${texts.endorsed}` : line,
        why: whyOf(row, locale),
        read: texts.read,
        url: tabLink(frame, page, number ?? appName),
        endorse: canEndorse ? [{ title: texts.endorse, press: { ...press, endorse: number } }] : [],
      };
    }),
  };
}
