import type { Proposal } from '../proposal.js';
import type { SearchFacets } from './facet-columns.js';

/** Says of a proposal whether all staff find it. */
export type IsCommon = (proposal: Proposal) => boolean;

/** Whoever looks for proposals. */
export interface CatalogueReader {
  /** The same function for as long as it says the same. */
  readonly isCommon: IsCommon;
  /** What is one's own, and is found whether all staff find it or not. */
  readonly own: readonly Proposal[];
  /** A proposal as this person may read it. */
  readonly read: (proposal: Proposal) => Proposal;
  /** How many people endorse, by id; of those that are absent nobody. */
  readonly endorsements: () => ReadonlyMap<string, number>;
}

/** What was found. */
export interface CatalogueFound {
  /** How many the reader may find at all. */
  readonly all: number;
  readonly found: number;
  /** Whether every text has been looked at; right after a start many are not read yet. */
  readonly isComplete: boolean;
  readonly facets: SearchFacets;
  /** As this person may read them. */
  readonly page: readonly Proposal[];
}
