import type { EveryonesAnswer } from '../../contract/proposal-answers.js';
import type { Failure } from '../exchange.js';
import type { Wish } from './wish.js';

/** One proposal of the list. */
export type FoundRow = EveryonesAnswer['rows'][number];

/** How a row stands with the reader: what they said of it, and how many endorse it. */
export type Supported = Pick<FoundRow, 'support' | 'supporters'>;

/** What was found by a wish: the figures, and the pages of rows that came so far. */
export interface Found
  extends Pick<EveryonesAnswer, 'asOf' | 'all' | 'found' | 'isComplete' | 'facets'> {
  readonly wish: Wish;
  readonly pages: ReadonlyMap<number, readonly FoundRow[]>;
}

/** What the finder knows. `shown` may still answer the wish before, until the new one is answered. */
export interface FinderState {
  readonly wish: Wish;
  readonly shown: Found | undefined;
  /** Why the present wish was not answered, or not kept fresh. */
  readonly failure: Failure | undefined;
  /** Why a further page did not come. */
  readonly pageFailure: Failure | undefined;
}

/** Rows fetched at once. */
export const pageSize = 100;

/** The row at a place of the list; undefined while its page has not come. */
export function rowAt({ pages }: Found, index: number): FoundRow | undefined {
  return pages.get(Math.floor(index / pageSize))?.[index % pageSize];
}

function withSupport(row: FoundRow, { support, supporters }: Supported): FoundRow {
  const { support: _before, ...rest } = row;
  return { ...rest, supporters, ...(support && { support }) };
}

/** What the reader said, and when in the order of questions and words. */
export interface Said extends Supported {
  readonly turn: number;
}

/** Rows with what the reader said after the question for them went out. */
function withSaid(
  rows: readonly FoundRow[],
  said: ReadonlyMap<string, Said>,
  asked: number,
): readonly FoundRow[] {
  return rows.map((row) => {
    const later = said.get(row.number);
    return later && later.turn > asked ? withSupport(row, later) : row;
  });
}

/** What answers the present wish, where anything does yet. */
export function presentOf({ shown, wish }: FinderState): Found | undefined {
  return shown?.wish === wish ? shown : undefined;
}

/** What is known once a page came. `asked` is the turn in which it was asked for. */
export function withPage(
  state: FinderState,
  page: number,
  answer: EveryonesAnswer,
  said: ReadonlyMap<string, Said>,
  asked: number,
): FinderState {
  const { asOf, all, found, isComplete, facets } = answer;
  const rows = withSaid(answer.rows, said, asked);
  const pages = new Map(presentOf(state)?.pages).set(page, rows);
  const shown = { wish: state.wish, asOf, all, found, isComplete, facets, pages };
  return { ...state, shown, failure: undefined, pageFailure: undefined };
}

/** What is known once a page failed to come: a further one is missing, or what is there grows old. */
export function withMissed(state: FinderState, page: number, failure: Failure): FinderState {
  const present = presentOf(state);
  const isFurther = present !== undefined && !present.pages.has(page);
  return { ...state, ...(isFurther ? { pageFailure: failure } : { failure }) };
}

/** What is known once the reader said something of a proposal. */
export function withSupported(
  state: FinderState,
  number: string,
  supported: Supported,
): FinderState {
  const { shown } = state;
  if (!shown) return state;
  const pages = new Map(
    [...shown.pages].map(([page, rows]) => [
      page,
      rows.map((row) => (row.number === number ? withSupport(row, supported) : row)),
    ]),
  );
  return { ...state, shown: { ...shown, pages } };
}
