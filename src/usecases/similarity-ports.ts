import type { SimilarityIndex } from '../domain/similarity/similarity-index.js';

/**
 * The texts of all proposals under their ids, and those of published measures and rules under `measureTextId`,
 * compared by what they wish.
 */
export interface SimilarTexts {
  /** The index, as far as texts have been read. */
  index(): SimilarityIndex;
  /** Reads at most so many texts, each a millisecond of work; answers how many are still to be read. */
  read(most: number): number;
  /** Grows with every text that comes, changes or goes. */
  version(): number;
}

/** The texts of all proposals, for words that people look for. */
export interface ReadableTexts {
  /** Reads at most so many texts; answers how many are still to be read. */
  read(most: number): number;
}

/** Lets other work of the process go on. */
export type Breathe = () => Promise<void>;
