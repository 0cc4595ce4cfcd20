import type { Proposal } from '../domain/proposal.js';
import type { CatalogueFound, CatalogueReader } from '../domain/search/catalogue-search.js';
import {
  addFacets,
  type FacetColumns,
  noChoices,
  type SearchFacets,
} from '../domain/search/facet-columns.js';
import type { ProposalSearch } from '../domain/search/proposal-search.js';
import { holdsAllTerms, type SearchTerm } from '../domain/search/search-terms.js';
import { searchedTexts, titleTexts } from '../domain/search/searched-texts.js';
import type { CatalogueTexts } from './catalogue-texts.js';
import type { CommonPlaces } from './common-places.js';
import type { ProposalPlaces } from './proposal-places.js';

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
  readonly isComplete: boolean;
  readonly facets: SearchFacets;
}

/** Which places the reader may find; who has nothing of the own that others do not find is told so by one look. */
function findable({ common, ownOnly }: Looking): (place: number) => boolean {
  return ownOnly.size === 0 ? common.has : (place) => common.has(place) || ownOnly.has(place);
}

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

/** What is shown of places in their order. */
const pageOf = (places: readonly number[] | Uint32Array, { from, limit }: ProposalSearch) =>
  Array.from(places.slice(from, from + limit));

/** Most endorsed first; equals stay in their order. */
function byEndorsements({ places, reader }: Looking, taken: Uint32Array): readonly number[] {
  const counts = new Uint32Array(places.size());
  for (const [id, count] of reader.endorsements()) {
    const place = places.placeOf(id);
    if (place !== undefined) counts[place] = count;
  }
  const countAt = (place: number): number => counts[place] ?? 0;
  const endorsed = Array.from(taken).filter((place) => countAt(place) > 0);
  const others = taken.filter((place) => countAt(place) === 0);
  return [...endorsed.sort((a, b) => countAt(b) - countAt(a)), ...others];
}

/** Says of a place whether its title holds all words. */
function titled(looking: Looking): (place: number) => boolean {
  const { places, terms, texts } = looking;
  const { sure, unsure } = texts.inTitles(terms);
  const [inTitle, maybe] = [1, 2];
  const marks = new Uint8Array(places.size());
  for (let at = 0; at < sure.length; at += 1) marks[sure[at] ?? 0] = inTitle;
  for (const place of unsure) marks[place] = maybe;
  return (place) => {
    const mark = marks[place] ?? 0;
    const isSure = mark === 0 || (mark === inTitle && !places.isRedacted(place));
    return isSure ? mark === inTitle : holds(looking, place, titleTexts);
  };
}

/** Those whose title holds all words first. No more of either are gathered than a page can show. */
function pageByTitles(looking: Looking, taken: Uint32Array): readonly number[] {
  const { search } = looking;
  const isTitled = titled(looking);
  const most = search.from + search.limit;
  const first: number[] = [];
  const others: number[] = [];
  for (let at = 0; at < taken.length && first.length < most; at += 1) {
    const place = taken[at] ?? 0;
    if (isTitled(place)) first.push(place);
    else if (others.length < most) others.push(place);
  }
  return pageOf(first.concat(others), search);
}

function pageIn(looking: Looking, taken: Uint32Array): readonly number[] {
  const { search, terms } = looking;
  if (search.order === 'endorsed') return pageOf(byEndorsements(looking, taken), search);
  const isByTitle = search.order === 'relevance' && terms.length > 0;
  return isByTitle ? pageByTitles(looking, taken) : pageOf(taken, search);
}

/** The places where the words may stand, by number, and of each whether somebody must look at it. */
function candidates({ places, terms, texts }: Looking) {
  if (terms.length === 0) {
    return { order: places.inOrder(), mustLook: () => false, isComplete: true };
  }
  const { sure, unsure, isComplete } = texts.inTexts(terms);
  if (unsure.length === 0) {
    return { order: places.sort(sure), mustLook: places.isRedacted, isComplete };
  }
  const notRead = new Set(unsure);
  const mustLook = (place: number): boolean => places.isRedacted(place) || notRead.has(place);
  const all = new Uint32Array(sure.length + unsure.length);
  all.set(sure);
  all.set(unsure, sure.length);
  return { order: places.sort(all), mustLook, isComplete };
}

function lookThrough(looking: Looking): Result {
  const { columns, search } = looking;
  const { order, mustLook, isComplete } = candidates(looking);
  const mayFind = findable(looking);
  const counting = columns.count(search);
  const taken = new Uint32Array(order.length);
  let found = 0;
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const place = order[at] ?? 0;
    if (!mayFind(place)) continue;
    if (mustLook(place) && !holds(looking, place, searchedTexts)) continue;
    if (!counting.take(place)) continue;
    taken[found] = place;
    found += 1;
  }
  const page = pageIn(looking, taken.subarray(0, found));
  return { page, found, facets: counting.facets(), isComplete };
}

/** Everything, newest first: the counts are known, and only the page is gone through. */
function listAll(looking: Looking): Result {
  const { columns, common, commonFacets, ownOnly, places, search } = looking;
  const order = places.inOrder();
  const mayFind = findable(looking);
  const page: number[] = [];
  let left = search.from;
  for (let at = order.length - 1; at >= 0 && page.length < search.limit; at -= 1) {
    const place = order[at] ?? 0;
    if (!mayFind(place)) continue;
    if (left === 0) page.push(place);
    else left -= 1;
  }
  const own = columns.count(noChoices);
  for (const place of ownOnly) own.take(place);
  const facets = addFacets(commonFacets(), own.facets());
  return { page, found: common.count() + ownOnly.size, facets, isComplete: true };
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
