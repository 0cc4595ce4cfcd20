import { believedRate, tellingWeight } from './term-weight.js';

/** The terms of a corpus, by number, with how many texts have each. */
export interface Vocabulary {
  /** The number of a key; a new key gets a number. */
  numberOf(key: string): number;
  find(key: string): number | undefined;
  keyOf(term: number): string;
  /** Counts a text with the terms in (1) or out (-1). */
  count(terms: Iterable<number>, by: 1 | -1): void;
  /** How much the term tells in this corpus. */
  telling(term: number): number;
  /** How much a key tells that no text has. */
  tellingUnknown(key: string): number;
  /** How much the term is believed to tell whatever the corpus: a fixed measure. */
  believed(term: number): number;
}

/** Opens an empty vocabulary. */
export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const keys: string[] = [];
  const rates: number[] = [];
  const textsWith: number[] = [];
  const weights: number[] = [];
  const weighedAt: number[] = [];
  let texts = 0;
  let version = 0;

  return {
    find: (key) => numbers.get(key),
    keyOf: (term) => keys[term] ?? '',
    numberOf(key) {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const term = numbers.size;
      numbers.set(key, term);
      keys.push(key);
      rates.push(believedRate(key));
      textsWith.push(0);
      weights.push(0);
      weighedAt.push(-1);
      return term;
    },
    count(terms, by) {
      texts += by;
      version += 1;
      for (const term of terms) textsWith[term] = (textsWith[term] ?? 0) + by;
    },
    telling(term) {
      // Logarithms are most of a query's work; they change only with the corpus.
      if (weighedAt[term] !== version) {
        weights[term] = tellingWeight(rates[term] ?? 0, textsWith[term] ?? 0, texts);
        weighedAt[term] = version;
      }
      return weights[term] ?? 0;
    },
    tellingUnknown: (key) => tellingWeight(believedRate(key), 0, texts),
    believed: (term) => tellingWeight(rates[term] ?? 0, 0, 0),
  };
}
