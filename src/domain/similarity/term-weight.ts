import { ordinaryWords } from './ordinary-words.js';

/**
 * What is believed before the organisation has written anything: this many texts, in which a word
 * stands at the rate of its kind. Its own texts outweigh the belief as they become more.
 */
const believedTexts = 60;

const believedRates = {
  ordinary: 0.15,
  concept: 0.02,
  short: 0.05,
  word: 0.012,
} as const;

/** The share of texts in which a key is expected to stand before any text has been read. */
export function believedRate(key: string): number {
  if (key.startsWith('#')) return believedRates.concept;
  if (ordinaryWords.has(key)) return believedRates.ordinary;
  return key.length === 1 ? believedRates.short : believedRates.word;
}

/**
 * How much a key tells, from 0 (in every text) upwards: inverse document frequency, smoothed by the
 * belief. It is defined for an empty corpus and for keys that no text has.
 */
export function tellingWeight(rate: number, textsWithKey: number, texts: number): number {
  const expected = (textsWithKey + rate * believedTexts) / (texts + believedTexts);
  return Math.max(0, -Math.log(expected));
}
