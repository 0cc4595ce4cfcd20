import type { Proposal } from '../proposal.js';
import { type Status, statuses } from '../status.js';
import { type CostChoice, costChoices, type ProposalSearch } from './proposal-search.js';

/** How many there are of each; what there is none of is absent. */
export interface SearchFacets {
  readonly statuses: ReadonlyMap<Status, number>;
  readonly categoryIds: ReadonlyMap<string, number>;
  readonly costs: ReadonlyMap<CostChoice, number>;
}

/** Counts what comes by, and says of each whether the choices of a search take it. */
export interface FacetCount {
  /** Counts a place under each facet whose other facets take it; whether all do. */
  take(place: number): boolean;
  facets(): SearchFacets;
}

/** What proposals are chosen by, in columns of small numbers by place, so that a hundred thousand are gone through quickly. */
export interface FacetColumns {
  put(place: number, proposal: Proposal): void;
  count(search: Pick<ProposalSearch, 'statuses' | 'categoryIds' | 'costs'>): FacetCount;
}

/** A search that chooses nothing. */
export const noChoices = { statuses: [], categoryIds: [], costs: [] } as const;

function sum<N>(
  one: ReadonlyMap<N, number>,
  other: ReadonlyMap<N, number>,
): ReadonlyMap<N, number> {
  if (other.size === 0) return one;
  const both = new Map(one);
  for (const [name, count] of other) both.set(name, (both.get(name) ?? 0) + count);
  return both;
}

/** The counts of two stocks together. */
export function addFacets(one: SearchFacets, other: SearchFacets): SearchFacets {
  return {
    statuses: sum(one.statuses, other.statuses),
    categoryIds: sum(one.categoryIds, other.categoryIds),
    costs: sum(one.costs, other.costs),
  };
}

/** A column of numbers below 65,536 that grows. */
function createColumn() {
  let values = new Uint16Array(1_024);
  return {
    set(place: number, value: number): void {
      if (place >= values.length) {
        const larger = new Uint16Array(Math.max(place + 1, values.length * 2));
        larger.set(values);
        values = larger;
      }
      values[place] = value;
    },
    get: (place: number): number => values[place] ?? 0,
  };
}

/** One facet: of every place the number of its name, in the order in which names come. */
function createFacet<N extends string>(known: readonly N[] = []) {
  const names: N[] = [...known];
  const numbers = new Map(names.map((name, number) => [name, number]));
  const column = createColumn();

  function numberOf(name: N): number {
    const number = numbers.get(name) ?? names.length;
    if (number === names.length) {
      numbers.set(name, number);
      names.push(name);
    }
    return number;
  }

  return {
    put: (place: number, name: N): void => column.set(place, numberOf(name)),
    /** Takes every name where none is wanted. */
    count(wanted: readonly N[]) {
      const isWanted = names.map((name) => wanted.length === 0 || wanted.includes(name));
      const counted = names.map(() => 0);
      return {
        takes: (place: number): boolean => isWanted[column.get(place)] === true,
        count(place: number, counts: boolean): void {
          const number = column.get(place);
          if (counts) counted[number] = (counted[number] ?? 0) + 1;
        },
        facet: (): ReadonlyMap<N, number> =>
          new Map(
            names
              .map((name, number) => [name, counted[number] ?? 0] as const)
              .filter(([, count]) => count > 0),
          ),
      };
    },
  };
}

/** Opens empty columns. */
export function createFacetColumns(): FacetColumns {
  const status = createFacet<Status>(statuses);
  const category = createFacet<string>();
  const cost = createFacet<CostChoice>(costChoices);
  return {
    put(place, { content, published }) {
      status.put(place, published.status);
      category.put(place, content.categoryId);
      cost.put(place, content.cost.needed ? 'needed' : 'none');
    },
    count(search) {
      const ofStatus = status.count(search.statuses);
      const ofCategory = category.count(search.categoryIds);
      const ofCost = cost.count(search.costs);
      return {
        take(place) {
          const isStatus = ofStatus.takes(place);
          const isCategory = ofCategory.takes(place);
          const isCost = ofCost.takes(place);
          ofStatus.count(place, isCategory && isCost);
          ofCategory.count(place, isStatus && isCost);
          ofCost.count(place, isStatus && isCategory);
          return isStatus && isCategory && isCost;
        },
        facets: () => ({
          statuses: ofStatus.facet(),
          categoryIds: ofCategory.facet(),
          costs: ofCost.facet(),
        }),
      };
    },
  };
}
