import type { Proposal } from '../domain/proposal.js';
import type { CatalogueFound, CatalogueReader } from '../domain/search/catalogue-search.js';
import {
  createFacetColumns,
  noChoices,
  type SearchFacets,
} from '../domain/search/facet-columns.js';
import type { ProposalSearch } from '../domain/search/proposal-search.js';
import type { SearchTerm } from '../domain/search/search-terms.js';
import type { ProposalWords } from '../domain/similarity/proposal-words.js';
import { openCatalogueTexts } from './catalogue-texts.js';
import { createCommonPlaces } from './common-places.js';
import { findInCatalogue } from './find-in-catalogue.js';
import { createProposalPlaces } from './proposal-places.js';
import type { ShelfWatcher } from './shelf.js';

/** Whether two states of what a proposer wrote say the same. */
export type SaysTheSame = (one: ProposalWords, other: ProposalWords) => boolean;

/**
 * The catalogue of proposals for みんなの提案: by words and choices, with how many there are of each, among what a reader
 * may find. It holds places and small numbers beside the proposals, so that it answers for a hundred thousand at once.
 */
export function createCatalogue(saysTheSame: SaysTheSame) {
  const places = createProposalPlaces();
  const columns = createFacetColumns();
  const common = createCommonPlaces(places);
  const texts = openCatalogueTexts(() => places.entries());
  /** Of all that all staff find, until something changes. */
  let known: SearchFacets | undefined;

  function commonFacets(): SearchFacets {
    if (known) return known;
    const counting = columns.count(noChoices);
    for (const place of places.inOrder()) if (common.has(place)) counting.take(place);
    known = counting.facets();
    return known;
  }

  const watcher: ShelfWatcher<Proposal> = {
    put({ value }) {
      const before = places.at(places.placeOf(value.id) ?? -1);
      const place = places.put(value);
      columns.put(place, value);
      common.put(place, value);
      const isSame = before?.number === value.number && saysTheSame(before.content, value.content);
      if (!isSame) texts.put(place, value);
      known = undefined;
    },
    removed({ value }) {
      const place = places.remove(value.id);
      if (place === undefined) return;
      common.remove(place);
      texts.remove(place);
      known = undefined;
    },
  };

  return {
    watcher,
    book: {
      /** Looks for proposals by words and choices, among what a reader may find. */
      find(
        search: ProposalSearch,
        terms: readonly SearchTerm[],
        reader: CatalogueReader,
      ): CatalogueFound {
        if (common.follow(reader.isCommon)) known = undefined;
        return findInCatalogue(
          { places, columns, common, texts, commonFacets },
          search,
          terms,
          reader,
        );
      },
      /** Reads at most so many texts that wait for it; answers how many still do. */
      read: (most: number): number => texts.read(most),
    },
  };
}
