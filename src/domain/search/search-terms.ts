import type { Span } from '../blind/find-words.js';
import { formatProposalNumber, parseProposalNumber } from '../proposal-number.js';
import { searchForm, searchPieces } from './search-form.js';

/** One word of a query: as it was written, and as it is compared. Neither is empty. */
export interface SearchTerm {
  readonly written: string;
  readonly form: string;
}

/** Words after these are not looked for: nobody narrows a search by more. */
const mostTerms = 8;

/**
 * The words of a query, each once, as spaces of any width divide them. Words of nothing but marks are left out; a
 * number of a proposal may be typed in any way that is understood elsewhere.
 */
export function searchTerms(query: string): readonly SearchTerm[] {
  const byForm = new Map<string, SearchTerm>();
  for (const typed of query.normalize('NFC').split(/\s+/u)) {
    const number = parseProposalNumber(typed);
    const written = number ? formatProposalNumber(number) : typed;
    const form = searchForm(written);
    if (form !== '' && !byForm.has(form)) byForm.set(form, { written, form });
  }
  return [...byForm.values()].slice(0, mostTerms);
}

/**
 * Whether each word stands in one of the texts. Most that are found stand there as they were written, which is seen
 * without making new texts.
 */
export function holdsAllTerms(texts: readonly string[], terms: readonly SearchTerm[]): boolean {
  let forms: readonly string[] | undefined;
  return terms.every(({ written, form }) => {
    if (texts.some((text) => text.includes(written))) return true;
    forms ??= texts.map(searchForm);
    return forms.some((text) => text.includes(form));
  });
}

function spansOf(written: string, { form }: SearchTerm): readonly Span[] {
  const { text, from, to } = searchPieces(written);
  const spans: Span[] = [];
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
    spans.push({ start: from[at] ?? 0, end: to[at + form.length - 1] ?? 0 });
  }
  return spans;
}

/** Where the words stand in a text as written, in order; places that touch or overlap are one. */
export function termSpans(written: string, terms: readonly SearchTerm[]): readonly Span[] {
  const all = terms.flatMap((term) => spansOf(written, term)).toSorted((a, b) => a.start - b.start);
  const joined: Span[] = [];
  for (const span of all) {
    const last = joined.at(-1);
    if (last && span.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else joined.push(span);
  }
  return joined;
}
