import { isRedactedForSome } from '../domain/blind/redact.js';
import type { Proposal } from '../domain/proposal.js';
import { numberOrder, parseProposalNumber } from '../domain/proposal-number.js';
import { createNumberColumn } from '../domain/search/number-column.js';
import { createOrdered } from './ordered.js';

/** Proposals by place: a small number that each keeps for as long as it is held. */
export interface ProposalPlaces {
  /** Answers its place. */
  put(proposal: Proposal): number;
  /** Answers the place it had. */
  remove(id: string): number | undefined;
  at(place: number): Proposal | undefined;
  placeOf(id: string): number | undefined;
  /** Whether some office may read only a redacted copy of it. */
  isRedacted(place: number): boolean;
  /** Places by number, smallest first; the same array until something changes. */
  inOrder(): readonly number[];
  /** Puts places that are held in the order of their numbers. */
  sort(places: Uint32Array): Uint32Array;
  /** One more than the highest place. */
  size(): number;
  entries(): Iterable<readonly [number, Proposal]>;
}

const orderOf = ({ number }: Proposal): number =>
  numberOrder(parseProposalNumber(number) ?? { fiscalYear: 0, sequence: 0 });

/** One of so many is sorted sooner than all are gone through. */
const fewOf = 64;

/** Some of all in the order of all, which are below `size`; sooner than sorting, where they are not few. */
function picked(some: Uint32Array, all: readonly number[], size: number): Uint32Array {
  const isWanted = new Uint8Array(size);
  for (let at = 0; at < some.length; at += 1) isWanted[some[at] ?? 0] = 1;
  const found = new Uint32Array(some.length);
  let count = 0;
  for (let at = 0; at < all.length; at += 1) {
    const place = all[at] ?? 0;
    if (isWanted[place] !== 1) continue;
    found[count] = place;
    count += 1;
  }
  return found.subarray(0, count);
}

/** Opens it empty. */
export function createProposalPlaces(): ProposalPlaces {
  const proposals: (Proposal | undefined)[] = [];
  const orders: number[] = [];
  const redacted = createNumberColumn();
  const places = new Map<string, number>();
  const ordered = createOrdered<number>();
  const orderAt = (place: number): number => orders[place] ?? 0;

  function place(proposal: Proposal): number {
    const known = places.get(proposal.id);
    if (known !== undefined) ordered.remove(orderAt(known));
    const at = known ?? proposals.length;
    places.set(proposal.id, at);
    return at;
  }

  function isSorted(some: Uint32Array): boolean {
    for (let at = 1; at < some.length; at += 1) {
      if (orderAt(some[at - 1] ?? 0) > orderAt(some[at] ?? 0)) return false;
    }
    return true;
  }

  function sorted(some: Uint32Array): Uint32Array {
    // Numbers are given in the order in which items come, so that there is often nothing to do.
    if (isSorted(some)) return some;
    const all = ordered.list();
    const areFew = some.length * fewOf < all.length;
    return areFew
      ? some.toSorted((a, b) => orderAt(a) - orderAt(b))
      : picked(some, all, proposals.length);
  }

  return {
    put(proposal) {
      const at = place(proposal);
      proposals[at] = proposal;
      orders[at] = orderOf(proposal);
      redacted.set(at, Number(isRedactedForSome(proposal)));
      ordered.put(orderAt(at), at);
      return at;
    },
    remove(id) {
      const at = places.get(id);
      if (at === undefined) return undefined;
      places.delete(id);
      proposals[at] = undefined;
      ordered.remove(orderAt(at));
      return at;
    },
    at: (at) => proposals[at],
    placeOf: (id) => places.get(id),
    isRedacted: (at) => redacted.get(at) === 1,
    inOrder: () => ordered.list(),
    sort: (some) => sorted(some),
    size: () => proposals.length,
    *entries() {
      for (const [at, proposal] of proposals.entries()) if (proposal) yield [at, proposal];
    },
  };
}
