import { createPostingStore } from '../search/posting-store.js';
import { createNumberPool, type OpenPool } from './number-pool.js';
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
  /** Packed features; not to be altered. */
  readonly features: Uint32Array;
  readonly wishes: Uint32Array;
}

const shelfBits = 8;
const shelfShift = 2 ** shelfBits;

/** The slot of a posting. */
export const slotOf = (posting: number): number => posting >>> shelfBits;

/** How firmly the text of a posting says the term. */
export const postedStrength = (posting: number): number =>
  (posting & (shelfShift - 1)) / strengthUnit;

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
  /** Nobody begins to ask any more. */
  end(): void;
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

/**
 * What is laid out by slot, in arrays rather than objects, as there are many. Slots only grow, so that postings ascend;
 * what is gone leaves a gap.
 */
function layOut(openPool: OpenPool) {
  return {
    ids: [] as (string | undefined)[],
    /** As the caller gave them. */
    words: [] as (ProposalWords | undefined)[],
    roughLengths: [] as number[],
    slotOf: new Map<string, number>(),
    /** A row a slot, so that a text is one read: how many features there are, these, then wishes. */
    pool: openPool(),
    postings: createPostingStore(1_024),
  };
}

type Layout = ReturnType<typeof layOut>;

/** What was read of a text; undefined where that cannot be had any more. */
function rowsAt({ pool }: Layout, slot: number) {
  const row = pool.get(slot);
  if (!row) return undefined;
  const wishesFrom = 1 + (row[0] ?? 0);
  return { features: row.subarray(1, wishesFrom), wishes: row.subarray(wishesFrom) };
}

function dropSlot({ ids, words, slotOf }: Layout, slot: number, id: string): void {
  ids[slot] = undefined;
  words[slot] = undefined;
  slotOf.delete(id);
}

/** Gaps that are left alone: so many, or a quarter of the texts. */
const mostGaps = 1_000;

interface Laid {
  readonly id: string;
  readonly words: ProposalWords;
  readonly roughLength: number;
}

function lay(
  { ids, words, roughLengths, slotOf, pool, postings }: Layout,
  text: Laid,
  features: ArrayLike<number> & Iterable<number>,
  wishes: Iterable<number>,
): void {
  const slot = ids.length;
  pool.add([features.length, ...features, ...wishes]);
  ids.push(text.id);
  words.push(text.words);
  roughLengths.push(text.roughLength);
  slotOf.set(text.id, slot);
  for (const packed of features)
    postings.append(termOf(packed), slot * shelfShift + (packed % shelfShift));
}

type OnLost = (id: string, words: ProposalWords) => void;

/** The same texts without gaps, and without those that cannot be read any more. */
function closed(layout: Layout, openPool: OpenPool, onLost: OnLost): Layout {
  const fresh = layOut(openPool);
  for (const [slot, id] of layout.ids.entries()) {
    const words = layout.words[slot];
    if (id === undefined || !words) continue;
    const rows = rowsAt(layout, slot);
    const text = { id, words, roughLength: layout.roughLengths[slot] ?? 1 };
    if (rows) lay(fresh, text, rows.features, rows.wishes);
    else onLost(id, words);
  }
  layout.pool.end();
  return fresh;
}

/**
 * Opens an empty shelf that keeps the vocabulary's counts. `onLost` is told of a text that is gone because what was read
 * of it cannot be had any more: it is to be put again.
 */
export function createShelf(
  thesaurus: Thesaurus,
  vocabulary: Vocabulary,
  openPool: OpenPool = createNumberPool,
  onLost: (id: string) => void = () => undefined,
): Shelf {
  let layout = layOut(openPool);

  function lost(id: string, words: ProposalWords): void {
    try {
      vocabulary.count(pack(words, thesaurus, vocabulary).features.map(termOf), -1);
    } catch {
      // Its words cannot be read either, of which their reader tells: they weigh as one text more until the next start.
    }
    onLost(id);
  }

  function at(slot: number | undefined): ShelvedText | undefined {
    if (slot === undefined) return undefined;
    const [id, words] = [layout.ids[slot], layout.words[slot]];
    if (id === undefined || !words) return undefined;
    const rows = rowsAt(layout, slot);
    if (rows) return { id, slot, words, ...rows };
    dropSlot(layout, slot, id);
    lost(id, words);
    return undefined;
  }

  function remove(id: string): void {
    const text = at(layout.slotOf.get(id));
    if (text === undefined) return;
    vocabulary.count(Array.from(text.features, termOf), -1);
    dropSlot(layout, text.slot, id);
    const gaps = layout.ids.length - layout.slotOf.size;
    if (gaps > Math.max(mostGaps, layout.slotOf.size / 4)) layout = closed(layout, openPool, lost);
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
    idAt: (slot) => layout.ids[slot],
    roughLength: (slot) => layout.roughLengths[slot] ?? 1,
    find: (id) => at(layout.slotOf.get(id)),
    postingCount: (term) => layout.postings.count(term),
    postings: (term) => layout.postings.read(term),
    slots: () => layout.ids.length,
    size: () => layout.slotOf.size,
    end: () => layout.pool.end(),
  };
}
