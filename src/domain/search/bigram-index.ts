import { createPostingStore } from './posting-store.js';
import { comparedUnit, longVowelMark, plainForm } from './search-form.js';

/** Finds texts by pairs of neighbouring characters, as Japanese has no spaces between words. */
export interface BigramIndex {
  /** Takes the parts of a text; answers its slot, one more than the last. */
  add(parts: readonly string[]): number;
  /**
   * Slots of the texts that may hold a word in its search form, ascending: all that do, and some that do not. Undefined
   * for a word of one character, which has no pair.
   */
  candidates(form: string): Uint32Array | undefined;
  /** Bytes held. */
  bytes(): number;
}

/** Pairs share this many keys. That two of them share one is harmless: who searches looks at the text itself. */
const keyBits = 18;
const spread = 0x9e3779b1;

const keyOf = (first: number, second: number): number =>
  Math.imul(first * 0x10001 + second, spread) >>> (32 - keyBits);

/** Hands on the keys of all pairs of a text. */
function eachKey(text: string, take: (key: number) => void): void {
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === longVowelMark) continue;
    const compared = comparedUnit(unit);
    if (before !== 0) take(keyOf(before, compared));
    before = compared;
  }
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

/** The slots that every list has; the shortest list first, so that little is left to compare. */
export function sharedByAll(lists: readonly Uint32Array[]): Uint32Array {
  const [first = new Uint32Array(), ...rest] = lists.toSorted((a, b) => a.length - b.length);
  return rest.reduce(shared, first);
}

/** Opens an empty index. */
export function createBigramIndex(): BigramIndex {
  const postings = createPostingStore(2 ** keyBits);
  let slots = 0;
  return {
    add(parts) {
      const slot = slots;
      slots += 1;
      for (const part of parts) eachKey(plainForm(part), (key) => postings.append(key, slot));
      return slot;
    },
    candidates(form) {
      const keys = new Set<number>();
      eachKey(form, (key) => void keys.add(key));
      if (keys.size === 0) return undefined;
      const rarestFirst = [...keys].sort((a, b) => postings.count(a) - postings.count(b));
      let found: Uint32Array | undefined;
      for (const key of rarestFirst) {
        found = found ? shared(found, postings.read(key)) : postings.read(key);
        if (found.length === 0) break;
      }
      return found;
    },
    bytes: () => postings.bytes(),
  };
}
