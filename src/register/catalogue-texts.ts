import type { Proposal } from '../domain/proposal.js';
import { createBigramIndex, sharedByAll } from '../domain/search/bigram-index.js';
import { createFoldedTexts } from '../domain/search/folded-texts.js';
import { createNumberColumn } from '../domain/search/number-column.js';
import { searchForm } from '../domain/search/search-form.js';
import type { SearchTerm } from '../domain/search/search-terms.js';
import {
  searchedParts,
  searchedTexts,
  titleParts,
  titleTexts,
} from '../domain/search/searched-texts.js';

/** Places where words stand, or may. */
export interface FoundPlaces {
  /** Here they do. */
  readonly sure: Uint32Array;
  /** Here somebody must look: these texts are not read yet. */
  readonly unsure: readonly number[];
  /** Whether all others are known not to hold them; right after a start they are not. */
  readonly isComplete: boolean;
}

/** The texts of proposals by place, and their titles once more. */
export interface CatalogueTexts {
  /** Notes that a place has a new text. It is read later; until then whoever searches must look at it. */
  put(place: number, proposal: Proposal): void;
  remove(place: number): void;
  /** Reads at most so many texts; answers how many are still to be read. */
  read(most: number): number;
  /** Where all words stand, or may. */
  inTexts(terms: readonly SearchTerm[]): FoundPlaces;
  inTitles(terms: readonly SearchTerm[]): FoundPlaces;
}

/** What has been read, by place. */
interface Reading {
  read(place: number, proposal: Proposal): void;
  forget(place: number): void;
  /** How many places have been read. */
  count(): number;
  /** How many texts are held that are of no use any more. */
  leftOver(): number;
  /** Where all words stand, of the texts or of the titles. */
  find(terms: readonly SearchTerm[], where: 'texts' | 'titles'): Uint32Array;
}

const titleKeyBits = 16;
const partsIn = { texts: searchedParts, titles: titleParts } as const;

/** Opens it empty. A slot is the same in all three. */
function createReading(): Reading {
  const indexes = { texts: createBigramIndex(), titles: createBigramIndex(titleKeyBits) };
  const folded = createFoldedTexts(searchedParts);
  const placeAt: number[] = [];
  /** Of each place one more than its slot; 0 for none. */
  const slotOf = createNumberColumn();
  let count = 0;

  /** Says of a slot whether the words stand there, of which the pairs of their characters do. */
  function holding(terms: readonly SearchTerm[], parts: number): (slot: number) => boolean {
    const sought = terms.map(({ form }) => folded.seek(form));
    return (slot) => sought.every((each) => folded.holds(slot, each, parts));
  }

  return {
    read(place, proposal) {
      const texts = searchedTexts(proposal);
      const slot = indexes.texts.add(texts);
      indexes.titles.add(titleTexts(proposal));
      folded.add(texts.map(searchForm));
      placeAt[slot] = place;
      slotOf.set(place, slot + 1);
      count += 1;
    },
    forget(place) {
      if (slotOf.get(place) === 0) return;
      slotOf.set(place, 0);
      count -= 1;
    },
    count: () => count,
    leftOver: () => placeAt.length - count,
    find(terms, where) {
      const candidates = terms.map(({ form }) => indexes[where].candidates(form));
      const { slots, isExact } = sharedByAll(candidates);
      const holds = isExact ? () => true : holding(terms, partsIn[where]);
      const places = new Uint32Array(slots.length);
      let found = 0;
      for (const slot of slots) {
        const place = placeAt[slot] ?? 0;
        // The text of a slot may have been replaced by another since.
        if (slotOf.get(place) !== slot + 1 || !holds(slot)) continue;
        places[found] = place;
        found += 1;
      }
      return places.subarray(0, found);
    },
  };
}

/** So many texts that are not read yet a search looks at itself, each of which is a read of a file: the newest. */
const mostLookedAt = 200;

/** Slots are never given twice; reading begins anew once so many, or a quarter of all, are of no use any more. */
const mostLeftOver = 1_000;

/** Opens it without texts. `all`: the proposals that have a place. */
export function openCatalogueTexts(
  all: () => Iterable<readonly [number, Proposal]>,
): CatalogueTexts {
  let reading = createReading();
  const unread = new Map<number, Proposal>();

  function tidy(): void {
    if (reading.leftOver() <= Math.max(mostLeftOver, reading.count() / 4)) return;
    reading = createReading();
    for (const [place, proposal] of all()) unread.set(place, proposal);
  }

  function look(terms: readonly SearchTerm[], where: 'texts' | 'titles'): FoundPlaces {
    return {
      sure: reading.find(terms, where),
      unsure: [...unread.keys()].slice(-mostLookedAt),
      isComplete: unread.size <= mostLookedAt,
    };
  }

  return {
    put(place, proposal) {
      reading.forget(place);
      unread.set(place, proposal);
    },
    remove(place) {
      reading.forget(place);
      unread.delete(place);
    },
    read(most) {
      tidy();
      let left = most;
      for (const [place, proposal] of unread) {
        if (left <= 0) break;
        // What cannot be read now comes last, so that it holds up nothing else.
        unread.delete(place);
        unread.set(place, proposal);
        reading.read(place, proposal);
        unread.delete(place);
        left -= 1;
      }
      return unread.size;
    },
    inTexts: (terms) => look(terms, 'texts'),
    inTitles: (terms) => look(terms, 'titles'),
  };
}
