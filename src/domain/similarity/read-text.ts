import type { ProposalWords } from './proposal-words.js';
import { type Feature, readFeatures } from './read-features.js';
import { readWishes, type Wish } from './read-wishes.js';
import { splitText } from './split-text.js';
import type { Thesaurus } from './thesaurus.js';

/** What the comparison knows of a text. */
export interface ReadText {
  readonly features: readonly Feature[];
  readonly wishes: readonly Wish[];
}

/** Reads a text for comparison. */
export function readText(words: ProposalWords, thesaurus: Thesaurus): ReadText {
  const texts = splitText(words);
  return { features: readFeatures(texts, thesaurus), wishes: readWishes(texts) };
}
