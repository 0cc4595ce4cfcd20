import { packFeature, packWish, strengthOf, strengthUnit, termOf } from './packed-text.js';
import type { ProposalWords } from './proposal-words.js';
import { readText } from './read-text.js';
import type { Thesaurus } from './thesaurus.js';
import type { Vocabulary } from './vocabulary.js';

/** A text as the index keeps it. The words are the caller's own strings, not copies. */
export interface ShelvedText {
  readonly id: string;
  readonly words: ProposalWords;
  /** Packed features, ascending. */
  readonly features: Uint32Array;
  readonly wishes: Uint32Array;
}

const shelfShift = 256;

/** The slot of a posting. */
export const slotOf = (posting: number): number => Math.floor(posting / shelfShift);

/** How firmly the text of a posting says the term. */
export const postedStrength = (posting: number): number => (posting % shelfShift) / strengthUnit;

/** The texts by slot, and for every term the slots that have it. */
export interface Shelf {
  put(id: string, words: ProposalWords): void;
  remove(id: string): void;
  at(slot: number): ShelvedText | undefined;
  /** Length of the text by believed weights: a fixed measure for the first, rough ranking. */
  roughLength(slot: number): number;
  slotOf(id: string): number | undefined;
  postings(term: number): readonly number[];
  /** Slots ever used; one more than the highest. */
  slots(): number;
  size(): number;
}

function shelve(id: string, words: ProposalWords, thesaurus: Thesaurus, vocabulary: Vocabulary) {
  const { features, wishes } = readText(words, thesaurus);
  const packed = features.map((feature) => packFeature(vocabulary.numberOf(feature.key), feature));
  return {
    id,
    words,
    features: Uint32Array.from(packed).sort(),
    wishes: Uint32Array.from(
      wishes.map(({ thing, direction }) => packWish(vocabulary.numberOf(thing), direction)),
    ),
  };
}

function roughLengthOf(features: Uint32Array, vocabulary: Vocabulary): number {
  const squares = features.reduce(
    (sum, packed) => sum + (strengthOf(packed) * vocabulary.believed(termOf(packed))) ** 2,
    0,
  );
  return Math.sqrt(squares) || 1;
}

/** Opens an empty shelf that keeps the vocabulary's counts. */
export function createShelf(thesaurus: Thesaurus, vocabulary: Vocabulary): Shelf {
  const texts: (ShelvedText | undefined)[] = [];
  const slotsById = new Map<string, number>();
  const roughLengths: number[] = [];
  const free: number[] = [];
  const postings: number[][] = [];

  function post(packed: number, slot: number): void {
    const term = termOf(packed);
    while (postings.length <= term) postings.push([]);
    postings[term]?.push(slot * shelfShift + (packed % shelfShift));
  }

  function unpost(packed: number, slot: number): void {
    const list = postings[termOf(packed)] ?? [];
    const last = list.pop();
    const posting = slot * shelfShift + (packed % shelfShift);
    if (last !== undefined && last !== posting) list[list.indexOf(posting)] = last;
  }

  function remove(id: string): void {
    const slot = slotsById.get(id);
    const text = slot === undefined ? undefined : texts[slot];
    if (slot === undefined || text === undefined) return;
    for (const packed of text.features) unpost(packed, slot);
    vocabulary.count(Array.from(text.features, termOf), -1);
    texts[slot] = undefined;
    slotsById.delete(id);
    free.push(slot);
  }

  return {
    remove,
    put(id, words) {
      remove(id);
      const text = shelve(id, words, thesaurus, vocabulary);
      const slot = free.pop() ?? texts.length;
      texts[slot] = text;
      roughLengths[slot] = roughLengthOf(text.features, vocabulary);
      slotsById.set(id, slot);
      for (const packed of text.features) post(packed, slot);
      vocabulary.count(Array.from(text.features, termOf), 1);
    },
    at: (slot) => texts[slot],
    roughLength: (slot) => roughLengths[slot] ?? 1,
    slotOf: (id) => slotsById.get(id),
    postings: (term) => postings[term] ?? [],
    slots: () => texts.length,
    size: () => slotsById.size,
  };
}
