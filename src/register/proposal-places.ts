import { isRedactedForSome } from '../domain/blind/redact.js';
import type { Proposal } from '../domain/proposal.js';
import { numberOrder, parseProposalNumber } from '../domain/proposal-number.js';
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
  /** Puts places in the order of their numbers. */
  sort(places: readonly number[]): readonly number[];
  entries(): Iterable<readonly [number, Proposal]>;
}

const orderOf = ({ number }: Proposal): number =>
  numberOrder(parseProposalNumber(number) ?? { fiscalYear: 0, sequence: 0 });

/** Opens it empty. */
export function createProposalPlaces(): ProposalPlaces {
  const proposals: (Proposal | undefined)[] = [];
  const orders: number[] = [];
  const redacted: boolean[] = [];
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

  return {
    put(proposal) {
      const at = place(proposal);
      proposals[at] = proposal;
      orders[at] = orderOf(proposal);
      redacted[at] = isRedactedForSome(proposal);
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
    isRedacted: (at) => redacted[at] === true,
    inOrder: () => ordered.list(),
    sort(some) {
      // Numbers are given in the order in which items come, so that there is mostly nothing to do.
      const isSorted = some.every(
        (each, index) => index === 0 || orderAt(some[index - 1] ?? 0) <= orderAt(each),
      );
      return isSorted ? some : some.toSorted((a, b) => orderAt(a) - orderAt(b));
    },
    *entries() {
      for (const [at, proposal] of proposals.entries()) if (proposal) yield [at, proposal];
    },
  };
}
