import { createPostingStore } from '../search/posting-store.js';
import { createNumberPool } from './number-pool.js';
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
  /** Packed features; a view, not to be altered. */
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
  idAt(slot: number): string | undefined;
  /** Length of the text by believed weights: a fixed measure for the first, rough ranking. */
  roughLength(slot: number): number;
  find(id: string): ShelvedText | undefined;
  /** How many postings a term has; those of texts that are gone are among them for a while. */
  postingCount(term: number): number;
  postings(term: number): Uint32Array;
  /** One more than the highest slot. A slot is the same until a text is put or removed. */
  slots(): number;
  size(): number;
}

function pack(words: ProposalWords, thesaurus: Thesaurus, vocabulary: Vocabulary) {
  const { features, wishes } = readText(words, thesaurus);
  return {
    features: features.map((feature) => packFeature(vocabulary.numberOf(feature.key), feature)),
    wishes: wishes.map(({ thing, direction }) => packWish(vocabulary.numberOf(thing), direction)),
  };
}

function roughLengthOf(features: readonly number[], vocabulary: Vocabulary): number {
  const squares = features.reduce(
    (sum, packed) => sum + (strengthOf(packed) * vocabulary.believed(termOf(packed))) ** 2,
    0,
  );
  return Math.sqrt(squares) || 1;
}

/** A text on the shelf: its rows in the pool, its words as the caller gave them. */
interface Place {
  readonly id: string;
  readonly words: ProposalWords;
  /** Handle of its features; that of its wishes is the next one. */
  readonly rows: number;
  readonly roughLength: number;
}

/** What is laid out by slot. Slots only grow, so that postings ascend; what is gone leaves a gap. */
function layOut() {
  return {
    places: [] as (Place | undefined)[],
    slotOf: new Map<string, number>(),
    pool: createNumberPool(),
    postings: createPostingStore(1_024),
  };
}

type Layout = ReturnType<typeof layOut>;

/** Gaps that are left alone: so many, or a quarter of the texts. */
const mostGaps = 1_000;

function lay(
  { places, slotOf, pool, postings }: Layout,
  place: Omit<Place, 'rows'>,
  features: Iterable<number>,
  wishes: Iterable<number>,
): void {
  const slot = places.length;
  const row = [...features];
  const rows = pool.add(row);
  pool.add([...wishes]);
  places.push({ ...place, rows });
  slotOf.set(place.id, slot);
  for (const packed of row)
    postings.append(termOf(packed), slot * shelfShift + (packed % shelfShift));
}

/** The same texts without gaps. */
function closed({ places, pool }: Layout): Layout {
  const fresh = layOut();
  for (const place of places) {
    if (place) lay(fresh, place, pool.get(place.rows), pool.get(place.rows + 1));
  }
  return fresh;
}

/** Opens an empty shelf that keeps the vocabulary's counts. */
export function createShelf(thesaurus: Thesaurus, vocabulary: Vocabulary): Shelf {
  let layout = layOut();

  function at(slot: number | undefined): ShelvedText | undefined {
    const place = slot === undefined ? undefined : layout.places[slot];
    if (slot === undefined || !place) return undefined;
    const { id, words, rows } = place;
    const { pool } = layout;
    return { id, slot, words, features: pool.get(rows), wishes: pool.get(rows + 1) };
  }

  function remove(id: string): void {
    const text = at(layout.slotOf.get(id));
    if (text === undefined) return;
    vocabulary.count(Array.from(text.features, termOf), -1);
    layout.places[text.slot] = undefined;
    layout.slotOf.delete(id);
    const gaps = layout.places.length - layout.slotOf.size;
    if (gaps > Math.max(mostGaps, layout.slotOf.size / 4)) layout = closed(layout);
  }

  return {
    remove,
    put(id, words) {
      remove(id);
      const { features, wishes } = pack(words, thesaurus, vocabulary);
      const roughLength = roughLengthOf(features, vocabulary);
      lay(layout, { id, words, roughLength }, features, wishes);
      vocabulary.count(features.map(termOf), 1);
    },
    at,
    idAt: (slot) => layout.places[slot]?.id,
    roughLength: (slot) => layout.places[slot]?.roughLength ?? 1,
    find: (id) => at(layout.slotOf.get(id)),
    postingCount: (term) => layout.postings.count(term),
    postings: (term) => layout.postings.read(term),
    slots: () => layout.places.length,
    size: () => layout.slotOf.size,
  };
}
