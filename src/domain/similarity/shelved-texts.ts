import { packFeature, packWish, strengthOf, strengthUnit, termOf } from './packed-text.js';
import type { ProposalWords } from './proposal-words.js';
import { readText } from './read-text.js';
import type { Thesaurus } from './thesaurus.js';
import type { Vocabulary } from './vocabulary.js';

/** A text as the index keeps it. The words are the caller's own strings, not copies. */
export interface ShelvedText {
  readonly id: string;
  readonly slot: number;
  readonly words: ProposalWords;
  /** Packed features. */
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
  find(id: string): ShelvedText | undefined;
  postings(term: number): readonly number[];
  /** Slots ever used; one more than the highest. */
  slots(): number;
  size(): number;
}

function pack(words: ProposalWords, thesaurus: Thesaurus, vocabulary: Vocabulary) {
  const { features, wishes } = readText(words, thesaurus);
  return {
    features: Uint32Array.from(
      features.map((feature) => packFeature(vocabulary.numberOf(feature.key), feature)),
    ),
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
  const byId = new Map<string, ShelvedText>();
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
    list.splice(list.indexOf(slot * shelfShift + (packed % shelfShift)), 1);
  }

  function remove(id: string): void {
    const text = byId.get(id);
    if (text === undefined) return;
    for (const packed of text.features) unpost(packed, text.slot);
    vocabulary.count(Array.from(text.features, termOf), -1);
    texts[text.slot] = undefined;
    byId.delete(id);
    free.push(text.slot);
  }

  return {
    remove,
    put(id, words) {
      remove(id);
      const slot = free.pop() ?? texts.length;
      const text = { id, slot, words, ...pack(words, thesaurus, vocabulary) };
      texts[slot] = text;
      roughLengths[slot] = roughLengthOf(text.features, vocabulary);
      byId.set(id, text);
      for (const packed of text.features) post(packed, slot);
      vocabulary.count(Array.from(text.features, termOf), 1);
    },
    at: (slot) => texts[slot],
    roughLength: (slot) => roughLengths[slot] ?? 1,
    find: (id) => byId.get(id),
    postings: (term) => postings[term] ?? [],
    slots: () => texts.length,
    size: () => byId.size,
  };
}
