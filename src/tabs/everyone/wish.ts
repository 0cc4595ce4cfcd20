import type { CostChoice, SearchOrder } from '../../domain/search/proposal-search.js';
import type { Status } from '../../domain/status.js';

/** What is looked for, without the place in the list. */
export interface Wish {
  readonly words: string;
  readonly statuses: readonly Status[];
  readonly categoryIds: readonly string[];
  readonly costs: readonly CostChoice[];
  readonly order: SearchOrder;
}

/** All proposals. */
export const wholeWish: Wish = {
  words: '',
  statuses: [],
  categoryIds: [],
  costs: [],
  order: 'relevance',
};

/** How many choices of the facets are set. */
export function choicesSet({ statuses, categoryIds, costs }: Wish): number {
  return statuses.length + categoryIds.length + costs.length;
}

/** A wish without the choices of the facets. */
export function withoutChoices(wish: Wish): Wish {
  return { ...wish, statuses: [], categoryIds: [], costs: [] };
}

/** The order that is meant: without words nothing is more related than anything else. */
export function orderMeant({ words, order }: Wish): SearchOrder {
  return order === 'relevance' && words.trim() === '' ? 'newest' : order;
}

/** A list with or without one of its values. */
export function toggled<T>(values: readonly T[], value: T, on: boolean): readonly T[] {
  const others = values.filter((each) => each !== value);
  return on ? [...others, value] : others;
}
