import type { Proposal } from '../domain/proposal.js';
import {
  type BigramIndex,
  type Candidates,
  createBigramIndex,
  sharedByAll,
} from '../domain/search/bigram-index.js';
import type { SearchTerm } from '../domain/search/search-terms.js';
import { searchedTexts } from '../domain/search/searched-texts.js';

/** Places where words may stand. */
export interface FoundPlaces {
  readonly places: readonly number[];
  /** Of these nobody need look whether the words stand there; of all others somebody must. */
  readonly isSure: (place: number) => boolean;
}

/** The texts of proposals by place, and their titles once more. */
export interface CatalogueTexts {
  /** Notes that a place has a new text. It is read later; until then it is a candidate for every search. */
  put(place: number, proposal: Proposal): void;
  remove(place: number): void;
  /** Reads at most so many texts; answers how many are still to be read. */
  read(most: number): number;
  /** Where all words may stand; undefined where too little has been read to tell. */
  inTexts(terms: readonly SearchTerm[]): FoundPlaces | undefined;
  inTitles(terms: readonly SearchTerm[]): FoundPlaces | undefined;
}

interface Reading {
  readonly texts: BigramIndex;
  /** In step with the texts, so that a slot is the same in both. */
  readonly titles: BigramIndex;
  readonly placeAt: number[];
  readonly slotOf: Map<number, number>;
}

const createReading = (): Reading => ({
  texts: createBigramIndex(),
  titles: createBigramIndex(),
  placeAt: [],
  slotOf: new Map(),
});

/** Slots are never given twice; reading begins anew once so many, or a quarter of all, are of no use any more. */
const mostLeftOver = 1_000;

/** Opens it without texts. `all`: the proposals that have a place. */
export function openCatalogueTexts(
  all: () => Iterable<readonly [number, Proposal]>,
): CatalogueTexts {
  let reading = createReading();
  const unread = new Map<number, Proposal>();

  function readOne(place: number, proposal: Proposal): void {
    const slot = reading.texts.add(searchedTexts(proposal));
    reading.titles.add([proposal.number, proposal.content.title]);
    reading.placeAt[slot] = place;
    reading.slotOf.set(place, slot);
    unread.delete(place);
  }

  function tidy(): void {
    const leftOver = reading.placeAt.length - reading.slotOf.size;
    if (leftOver <= Math.max(mostLeftOver, reading.slotOf.size / 4)) return;
    reading = createReading();
    for (const [place, proposal] of all()) unread.set(place, proposal);
  }

  function found({ slots, isExact }: Candidates): FoundPlaces {
    const places: number[] = [];
    for (const slot of slots) {
      const place = reading.placeAt[slot];
      // The text of a slot may have been replaced by another since.
      if (place !== undefined && reading.slotOf.get(place) === slot) places.push(place);
    }
    for (const place of unread.keys()) places.push(place);
    return { places, isSure: (place) => isExact && !unread.has(place) };
  }

  function look(index: BigramIndex, terms: readonly SearchTerm[]): FoundPlaces | undefined {
    if (unread.size > reading.slotOf.size) return undefined;
    return found(sharedByAll(terms.map(({ form }) => index.candidates(form))));
  }

  return {
    put(place, proposal) {
      reading.slotOf.delete(place);
      unread.set(place, proposal);
    },
    remove(place) {
      reading.slotOf.delete(place);
      unread.delete(place);
    },
    read(most) {
      tidy();
      let left = most;
      for (const [place, proposal] of unread) {
        if (left <= 0) break;
        readOne(place, proposal);
        left -= 1;
      }
      return unread.size;
    },
    inTexts: (terms) => look(reading.texts, terms),
    inTitles: (terms) => look(reading.titles, terms),
  };
}
