import type { ProposalNumber } from '../proposal-number.js';
import type { CellFault } from './cell-fault.js';

/** The parts of a proposal, as its trail bears them out. */
export const trailedParts = [
  'receipt',
  'proposer',
  'content',
  'status',
  'decision',
  'publication',
  'working',
  'trail',
] as const;

/** One of the parts. */
export type TrailedPart = (typeof trailedParts)[number];

/** What is wrong with an item that somebody changed by hand, or that a fault of the service left so. */
export type ItemProblem =
  /** It cannot be read; its last readable state is shown where there was one. */
  | ({ readonly code: 'unreadable' } & CellFault)
  /** Another item has the same key, which is to be unique. */
  | { readonly code: 'doubled'; readonly key: string; readonly otherItemId: string }
  /** It does not say what its trail says. */
  | { readonly code: 'not-in-trail'; readonly parts: readonly TrailedPart[] };

/** An item that is not as the product wrote it. */
export interface ItemFault {
  /** Which list, by the name that code knows it by. */
  readonly list: string;
  readonly itemId: string;
  /** Of a proposal that can still be read, or once could. */
  readonly number?: ProposalNumber;
  /** The etag at which the fault was seen, where the item is shown as it stands there by its trail. */
  readonly revision?: string;
  readonly problem: ItemProblem;
}

/** Numbers of a fiscal year that nobody holds any more: numbers are given without gaps, so somebody deleted items. */
export interface MissingNumbers {
  readonly first: ProposalNumber;
  readonly last: ProposalNumber;
  readonly count: number;
}
