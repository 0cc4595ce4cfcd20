import type { Explanation } from './explain-likeness.js';
import type { ProposalWords } from './proposal-words.js';
import type { Match, SimilarityIndex } from './similarity-index.js';

/**
 * From this score on, two texts are shown as 似ている提案. Chosen on labelled texts: near-duplicates
 * lie above, strangers and other wishes about the same things below (tests/domain/similarity).
 */
export const hintThreshold = 0.38;

/** A card shows this many. */
const hintsShown = 3;

/** Something alike that exists already, and why it is shown. */
export interface Hint extends Match, Explanation {}

/** The texts to show to somebody who is writing `words`; `isAllowed` keeps to what that person may see. */
export function findHints(
  index: SimilarityIndex,
  words: ProposalWords,
  isAllowed: (id: string) => boolean,
): readonly Hint[] {
  const question = index.ask(words);
  return question
    .nearest({ limit: hintsShown, atLeast: hintThreshold, isAllowed })
    .map((match) => ({ ...match, ...(question.explain(match.id) ?? { words: [], opposed: [] }) }));
}
