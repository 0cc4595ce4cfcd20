import type { Proposal } from '../domain/proposal.js';
import { numberOrder, parseProposalNumber } from '../domain/proposal-number.js';
import { type BigramIndex, createBigramIndex, sharedByAll } from '../domain/search/bigram-index.js';
import type { SearchTerm } from '../domain/search/search-terms.js';
import { searchedTexts } from '../domain/search/searched-texts.js';
import type { ShelfWatcher } from './shelf.js';

/** Texts of the index that nobody looks for any more may be as many as this, or a quarter of all. */
const mostLeftOver = 1_000;

interface Reading {
  readonly index: BigramIndex;
  /** Of each slot the proposal whose text it was. */
  readonly idAt: string[];
  /** Of each slot the order of that proposal's number. */
  readonly orderAt: number[];
  readonly slotOf: Map<string, number>;
}

const createReading = (): Reading => ({
  index: createBigramIndex(),
  idAt: [],
  orderAt: [],
  slotOf: new Map(),
});

const orderOf = ({ number }: Proposal): number =>
  numberOrder(parseProposalNumber(number) ?? { fiscalYear: 0, sequence: 0 });

interface Candidate {
  readonly id: string;
  readonly order: number;
}

/** Numbers are given in the order in which items come, so that there is mostly nothing to sort. */
function newestFirst(candidates: Candidate[]): readonly string[] {
  const isAscending = candidates.every(
    ({ order }, index) => index === 0 || order >= (candidates[index - 1]?.order ?? 0),
  );
  if (!isAscending) candidates.sort((a, b) => a.order - b.order);
  return candidates.map(({ id }) => id).reverse();
}

const saysTheSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, index) => text === other[index]);

/**
 * The texts of all proposals for the search. A new text waits until `read` has come to it; until then it is a
 * candidate for every search, so that nothing is missed meanwhile. `all`: the proposals that are held.
 */
export function openSearchTexts(all: () => readonly Proposal[]) {
  let reading = createReading();
  const unread = new Map<string, Proposal>();

  function readOne(proposal: Proposal): void {
    const slot = reading.index.add(searchedTexts(proposal));
    reading.idAt[slot] = proposal.id;
    reading.orderAt[slot] = orderOf(proposal);
    reading.slotOf.set(proposal.id, slot);
    unread.delete(proposal.id);
  }

  /** The proposals that a list of slots stands for; a slot whose text was replaced stands for none. */
  function readAt(slots: Uint32Array): Candidate[] {
    const found: Candidate[] = [];
    for (const slot of slots) {
      const id = reading.idAt[slot];
      if (id === undefined || reading.slotOf.get(id) !== slot) continue;
      found.push({ id, order: reading.orderAt[slot] ?? 0 });
    }
    return found;
  }

  const waiting = (): Candidate[] =>
    [...unread.values()].map((proposal) => ({ id: proposal.id, order: orderOf(proposal) }));

  /** Begins anew once much of what was read is of no use: slots are never given twice. */
  function tidy(): void {
    const leftOver = reading.idAt.length - reading.slotOf.size;
    if (leftOver <= Math.max(mostLeftOver, reading.slotOf.size / 4)) return;
    reading = createReading();
    for (const proposal of all()) unread.set(proposal.id, proposal);
  }

  const watcher: ShelfWatcher<Proposal> = {
    put({ value }, before) {
      const isKnown = before && reading.slotOf.has(value.id);
      if (isKnown && saysTheSame(searchedTexts(value), searchedTexts(before.value))) return;
      reading.slotOf.delete(value.id);
      unread.set(value.id, value);
    },
    removed({ value }) {
      reading.slotOf.delete(value.id);
      unread.delete(value.id);
    },
  };

  return {
    watcher,
    /** Reads at most so many texts; answers how many are still to be read. */
    read(most: number): number {
      tidy();
      let left = most;
      for (const proposal of unread.values()) {
        if (left <= 0) break;
        readOne(proposal);
        left -= 1;
      }
      return unread.size;
    },
    /** Proposals whose text may hold all words, newest number first; undefined where any may. */
    candidates(terms: readonly SearchTerm[]): readonly string[] | undefined {
      if (unread.size > reading.slotOf.size) return undefined;
      const lists = terms.flatMap(({ form }) => reading.index.candidates(form) ?? []);
      if (lists.length === 0) return undefined;
      return newestFirst([...readAt(sharedByAll(lists)), ...waiting()]);
    },
  };
}
