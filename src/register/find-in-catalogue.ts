import type { Proposal } from '../domain/proposal.js';
import {
  addFacets,
  type FacetColumns,
  noChoices,
  type SearchFacets,
} from '../domain/search/facet-columns.js';
import type { ProposalSearch } from '../domain/search/proposal-search.js';
import { holdsAllTerms, type SearchTerm } from '../domain/search/search-terms.js';
import { searchedTexts, titleTexts } from '../domain/search/searched-texts.js';
import type { CatalogueTexts, FoundPlaces } from './catalogue-texts.js';
import type { CommonPlaces, IsCommon } from './common-places.js';
import type { ProposalPlaces } from './proposal-places.js';

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
  readonly facets: SearchFacets;
  /** As this person may read them. */
  readonly page: readonly Proposal[];
}

/** What a catalogue holds. */
export interface CatalogueShelves {
  readonly places: ProposalPlaces;
  readonly columns: FacetColumns;
  readonly common: CommonPlaces;
  readonly texts: CatalogueTexts;
  /** How many there are of each, of what all staff find. */
  readonly commonFacets: () => SearchFacets;
}

/** One search under way. */
interface Looking extends CatalogueShelves {
  readonly search: ProposalSearch;
  readonly terms: readonly SearchTerm[];
  readonly reader: CatalogueReader;
  /** Places of own proposals that not all staff find. */
  readonly ownOnly: ReadonlySet<number>;
}

/** Places in the order wanted, page or whole. */
interface Result {
  readonly page: readonly number[];
  readonly found: number;
  readonly facets: SearchFacets;
}

const mayFind = ({ common, ownOnly }: Looking, place: number): boolean =>
  common.has(place) || ownOnly.has(place);

/** Whether the words stand in what this reader may read: finding must not tell what is blacked out. */
function holds(
  { places, terms, reader }: Looking,
  place: number,
  textsOf: (proposal: Proposal) => readonly string[],
): boolean {
  const proposal = places.at(place);
  if (!proposal) return false;
  const readable = places.isRedacted(place) ? reader.read(proposal) : proposal;
  return holdsAllTerms(textsOf(readable), terms);
}

function isSure({ places }: Looking, found: FoundPlaces | undefined, place: number): boolean {
  return found?.isSure(place) === true && !places.isRedacted(place);
}

/** Most endorsed first; equals stay in their order. */
function byEndorsements({ places, reader }: Looking, taken: readonly number[]): readonly number[] {
  const counts = reader.endorsements();
  const countAt = (place: number): number => counts.get(places.at(place)?.id ?? '') ?? 0;
  const endorsed = taken.filter((place) => countAt(place) > 0);
  const others = taken.filter((place) => countAt(place) === 0);
  return [...endorsed.toSorted((a, b) => countAt(b) - countAt(a)), ...others];
}

/** Those whose title holds all words first. */
function byTitles(looking: Looking, taken: readonly number[]): readonly number[] {
  const found = looking.texts.inTitles(looking.terms);
  const possible = found && new Set(found.places);
  const titled: number[] = [];
  const others: number[] = [];
  for (const place of taken) {
    const isPossible = possible?.has(place) !== false;
    const isTitled =
      isPossible && (isSure(looking, found, place) || holds(looking, place, titleTexts));
    (isTitled ? titled : others).push(place);
  }
  return [...titled, ...others];
}

function ordered(looking: Looking, taken: readonly number[]): readonly number[] {
  const { search, terms } = looking;
  if (search.order === 'endorsed') return byEndorsements(looking, taken);
  return search.order === 'relevance' && terms.length > 0 ? byTitles(looking, taken) : taken;
}

function lookThrough(looking: Looking): Result {
  const { columns, places, search, terms, texts } = looking;
  const counting = columns.count(search);
  const found = terms.length === 0 ? undefined : texts.inTexts(terms);
  const order = found ? places.sort(found.places) : places.inOrder();
  const taken: number[] = [];
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const place = order[at] ?? 0;
    if (!mayFind(looking, place)) continue;
    const isFound =
      terms.length === 0 || isSure(looking, found, place) || holds(looking, place, searchedTexts);
    if (isFound && counting.take(place)) taken.push(place);
  }
  const { from, limit } = search;
  const page = ordered(looking, taken).slice(from, from + limit);
  return { page, found: taken.length, facets: counting.facets() };
}

/** Everything, newest first: the counts are known, and only the page is gone through. */
function listAll(looking: Looking): Result {
  const { columns, common, commonFacets, ownOnly, places, search } = looking;
  const order = places.inOrder();
  const page: number[] = [];
  let left = search.from;
  for (let at = order.length - 1; at >= 0 && page.length < search.limit; at -= 1) {
    const place = order[at] ?? 0;
    if (!mayFind(looking, place)) continue;
    if (left === 0) page.push(place);
    else left -= 1;
  }
  const own = columns.count(noChoices);
  for (const place of ownOnly) own.take(place);
  const facets = addFacets(commonFacets(), own.facets());
  return { page, found: common.count() + ownOnly.size, facets };
}

const isWhole = ({ statuses, categoryIds, costs, order }: ProposalSearch): boolean =>
  [statuses, categoryIds, costs].every(({ length }) => length === 0) && order !== 'endorsed';

/** Looks for proposals by words and choices, among what a reader may find. */
export function findInCatalogue(
  shelves: CatalogueShelves,
  search: ProposalSearch,
  terms: readonly SearchTerm[],
  reader: CatalogueReader,
): CatalogueFound {
  const { places, common } = shelves;
  const own = reader.own.flatMap(({ id }) => places.placeOf(id) ?? []);
  const ownOnly = new Set(own.filter((place) => !common.has(place)));
  const looking: Looking = { ...shelves, search, terms, reader, ownOnly };
  const isEverything = terms.length === 0 && isWhole(search);
  const { page, ...result } = isEverything ? listAll(looking) : lookThrough(looking);
  return {
    ...result,
    all: common.count() + ownOnly.size,
    page: page.flatMap((place) => {
      const proposal = places.at(place);
      return proposal ? [reader.read(proposal)] : [];
    }),
  };
}
