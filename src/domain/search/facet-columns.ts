import type { Proposal } from '../proposal.js';
import { type Status, statuses } from '../status.js';
import { createNumberColumn } from './number-column.js';
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

/** What proposals are chosen by, by place: one small number each, so that a hundred thousand are gone through quickly. */
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

/** What proposals of the same number have in common. */
interface Kind {
  readonly status: Status;
  readonly categoryId: string;
  readonly cost: CostChoice;
}

/** A kind, and which choices of a search take it. */
interface Taken extends Kind {
  readonly byStatus: boolean;
  readonly byCategory: boolean;
  readonly byCost: boolean;
}

const takes = (some: readonly string[], name: string): boolean =>
  some.length === 0 || some.includes(name);

function takenBy(
  kind: Kind,
  search: Pick<ProposalSearch, 'statuses' | 'categoryIds' | 'costs'>,
): Taken {
  const { status, categoryId, cost } = kind;
  return {
    status,
    categoryId,
    cost,
    byStatus: takes(search.statuses, status),
    byCategory: takes(search.categoryIds, categoryId),
    byCost: takes(search.costs, cost),
  };
}

/** How many there are of each name, in the order of `names` where it is given and without those there are none of. */
function counted<N>(
  kinds: readonly (readonly [name: N, count: number])[],
  names: readonly N[] = kinds.map(([name]) => name),
): ReadonlyMap<N, number> {
  const counts = new Map(names.map((name) => [name, 0]));
  for (const [name, count] of kinds) counts.set(name, (counts.get(name) ?? 0) + count);
  return new Map([...counts].filter(([, count]) => count > 0));
}

function facetsOf(kinds: readonly Taken[], counts: Uint32Array): SearchFacets {
  const countIf = (isCounted: boolean, at: number): number => (isCounted ? (counts[at] ?? 0) : 0);
  return {
    statuses: counted(
      kinds.map((kind, at) => [kind.status, countIf(kind.byCategory && kind.byCost, at)]),
      statuses,
    ),
    categoryIds: counted(
      kinds.map((kind, at) => [kind.categoryId, countIf(kind.byStatus && kind.byCost, at)]),
    ),
    costs: counted(
      kinds.map((kind, at) => [kind.cost, countIf(kind.byStatus && kind.byCategory, at)]),
      costChoices,
    ),
  };
}

/** Opens empty columns. */
export function createFacetColumns(): FacetColumns {
  const kinds: Kind[] = [];
  const numbers = new Map<string, number>();
  const column = createNumberColumn();

  function numberOf(kind: Kind): number {
    const key = `${kind.status} ${kind.cost} ${kind.categoryId}`;
    const number = numbers.get(key) ?? kinds.length;
    if (number === kinds.length) {
      numbers.set(key, number);
      kinds.push(kind);
    }
    return number;
  }

  return {
    put(place, { content, published }) {
      const cost = content.cost.needed ? 'needed' : 'none';
      const { categoryId } = content;
      column.set(place, numberOf({ status: published.status, categoryId, cost }));
    },
    count(search) {
      const taken = kinds.map((kind) => takenBy(kind, search));
      const isTaken = Uint8Array.from(taken, (kind) =>
        Number(kind.byStatus && kind.byCategory && kind.byCost),
      );
      const counts = new Uint32Array(kinds.length);
      return {
        take(place) {
          const number = column.get(place);
          counts[number] = (counts[number] ?? 0) + 1;
          return isTaken[number] === 1;
        },
        facets: () => facetsOf(taken, counts),
      };
    },
  };
}
