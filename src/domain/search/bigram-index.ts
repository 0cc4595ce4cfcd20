import { createPostingStore } from './posting-store.js';
import { comparedUnit, longVowelMark, plainForm } from './search-form.js';

/** Texts that may hold a word. */
export interface Candidates {
  /** Ascending: all that hold it, and maybe some that do not. */
  readonly slots: Uint32Array;
  /** Whether all of them hold it. */
  readonly isExact: boolean;
}

/** Finds texts by pairs of neighbouring characters, as Japanese has no spaces between words. */
export interface BigramIndex {
  /** Takes the parts of a text; answers its slot, one more than the last. */
  add(parts: readonly string[]): number;
  /** Where a word in its search form, which is not empty, may stand. */
  candidates(form: string): Candidates;
  /** Bytes held. */
  bytes(): number;
}

/** Pairs share this many keys if not told otherwise. That two of them share one is harmless: who searches looks at the text itself. */
const usualKeyBits = 18;
const spread = 0x9e3779b1;

/** A single character counts as a pair with nothing before it. */
const pairOf = (first: number, second: number): number => first * 0x10000 + second;

/** Hands on every character and every pair of neighbours of a text. */
function eachPair(text: string, take: (pair: number) => void): void {
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === longVowelMark) continue;
    const compared = comparedUnit(unit);
    take(pairOf(0, compared));
    if (before !== 0) take(pairOf(before, compared));
    before = compared;
  }
}

/** The pairs by which a form is looked for: its character where it has but one. */
function pairsOf(form: string): readonly number[] {
  const pairs = new Set<number>();
  eachPair(form, (pair) => {
    if (form.length === 1 || pair >= 0x10000) pairs.add(pair);
  });
  return [...pairs];
}

/** The numbers that both have; both ascending. */
function shared(one: Uint32Array, other: Uint32Array): Uint32Array {
  const both = new Uint32Array(Math.min(one.length, other.length));
  let count = 0;
  let there = 0;
  for (const value of one) {
    while (there < other.length && (other[there] ?? 0) < value) there += 1;
    if (other[there] === value) {
      both[count] = value;
      count += 1;
    }
  }
  return both.subarray(0, count);
}

/** The texts that may hold all of several words, at least one. */
export function sharedByAll(words: readonly Candidates[]): Candidates {
  const [first, ...rest] = words.toSorted((a, b) => a.slots.length - b.slots.length);
  const slots = rest.reduce(
    (found, each) => shared(found, each.slots),
    first?.slots ?? new Uint32Array(),
  );
  return { slots, isExact: words.every(({ isExact }) => isExact) };
}

/** Which keys stand for one pair alone. */
function createOwners(keys: number) {
  const owners = new Uint32Array(keys);
  const isShared = new Uint8Array(keys);
  return {
    note(key: number, pair: number): void {
      if (owners[key] === 0) owners[key] = pair;
      else if (owners[key] !== pair) isShared[key] = 1;
    },
    isAlone: (key: number, pair: number): boolean => isShared[key] === 0 && owners[key] === pair,
    bytes: () => 5 * keys,
  };
}

/** Opens an empty index with 2 to the power of `keyBits` keys; short texts need fewer. */
export function createBigramIndex(keyBits = usualKeyBits): BigramIndex {
  const keys = 2 ** keyBits;
  const keyOf = (pair: number): number => Math.imul(pair, spread) >>> (32 - keyBits);
  const postings = createPostingStore(keys);
  const owners = createOwners(keys);
  let slots = 0;

  function add(pair: number, slot: number): void {
    const key = keyOf(pair);
    owners.note(key, pair);
    postings.append(key, slot);
  }

  return {
    add(parts) {
      const slot = slots;
      slots += 1;
      for (const part of parts) eachPair(plainForm(part), (pair) => add(pair, slot));
      return slot;
    },
    candidates(form) {
      const pairs = pairsOf(form);
      const lists = pairs
        .toSorted((a, b) => postings.count(keyOf(a)) - postings.count(keyOf(b)))
        .map((pair) => keyOf(pair));
      const [rarest = 0, ...rest] = lists;
      let found = postings.read(rarest);
      for (const key of rest) {
        if (found.length === 0) break;
        found = shared(found, postings.read(key));
      }
      // AAA has one pair only, and so has AA.
      const isOnePair = form.length <= 2;
      const isExact = isOnePair && pairs.every((pair) => owners.isAlone(keyOf(pair), pair));
      return { slots: found, isExact };
    },
    bytes: () => postings.bytes() + owners.bytes(),
  };
}
