import type { Status } from '../status.js';

/** Orders of a search: by where the words stand, by number, by how many endorse. */
export const searchOrders = ['relevance', 'newest', 'endorsed'] as const;

/** One of the orders. */
export type SearchOrder = (typeof searchOrders)[number];

/** Whether something would cost money, as a choice. */
export const costChoices = ['needed', 'none'] as const;

/** One of the choices. */
export type CostChoice = (typeof costChoices)[number];

/** What is looked for. An empty list narrows nothing. */
export interface ProposalSearch {
  readonly words: string;
  readonly statuses: readonly Status[];
  readonly categoryIds: readonly string[];
  readonly costs: readonly CostChoice[];
  readonly order: SearchOrder;
  /** Place of the first row wanted, from 0. */
  readonly from: number;
  readonly limit: number;
}
