import { type Explanation, explainLikeness } from './explain-likeness.js';
import { findCandidates } from './find-candidates.js';
import { prepareJudge } from './judge-pair.js';
import type { OpenPool } from './number-pool.js';
import { officeThesaurus } from './office-thesaurus.js';
import type { ProposalWords } from './proposal-words.js';
import { type ReadText, readText } from './read-text.js';
import { createShelf } from './shelved-texts.js';
import { prepareThesaurus, type ThesaurusEntry } from './thesaurus.js';
import { createVocabulary } from './vocabulary.js';
import { type WeighedQuery, weighShelved, weighText } from './weighed-query.js';

/** A text that is like another; the score is 0 to 1. */
export interface Match {
  readonly id: string;
  readonly score: number;
}

/** What may be found. */
export interface SearchLimits {
  /** At most so many, best first. */
  readonly limit: number;
  /** Nothing below this score. */
  readonly atLeast?: number;
  /** Which texts may be found (visibility, status); all without it. */
  readonly isAllowed?: (id: string) => boolean;
}

/** A text that is being written, and what the index knows about it. */
export interface Question {
  /** The texts most like it. */
  nearest(limits: SearchLimits): readonly Match[];
  /** Why it is like a text of the index; undefined for an unknown id. */
  explain(id: string): Explanation | undefined;
}

/** Texts of an organisation, found by what they wish. */
export interface SimilarityIndex {
  /** Adds a text or replaces the one with this id. */
  put(id: string, words: ProposalWords): void;
  remove(id: string): void;
  size(): number;
  /** Nobody begins to ask any more. */
  end(): void;
  /** Reads a text that is being written, once for all that is asked about it. */
  ask(words: ProposalWords): Question;
  /** The texts most like one of the index, without itself; none for an unknown id. */
  nearestTo(id: string, limits: SearchLimits): readonly Match[];
  /** What a text of the index says; undefined for an unknown id. */
  read(id: string): ReadText | undefined;
  /** How much a key tells in this corpus. */
  telling(key: string): number;
}

/** So many candidates are compared exactly for every text asked for, and at least the second. */
const candidatesPerMatch = 8;
const fewestCandidates = 128;

/**
 * Opens an empty index over a thesaurus; without one, the shipped thesaurus. `openPool`: where what was read is kept;
 * `onLost`: told of a text that left the index because that cannot be read any more.
 */
export function createSimilarityIndex(
  entries: readonly ThesaurusEntry[] = officeThesaurus,
  openPool?: OpenPool,
  onLost?: (id: string) => void,
): SimilarityIndex {
  const thesaurus = prepareThesaurus(entries);
  const vocabulary = createVocabulary();
  const shelf = createShelf(thesaurus, vocabulary, openPool, onLost);

  function search(
    query: WeighedQuery,
    { limit, atLeast = 0, isAllowed = () => true }: SearchLimits,
  ): readonly Match[] {
    const judge = prepareJudge(query, vocabulary);
    const candidates = findCandidates(query.keys, shelf, vocabulary, {
      limit: Math.max(fewestCandidates, limit * candidatesPerMatch),
      isAllowed,
    });
    return candidates
      .flatMap(({ slot }) => {
        const text = shelf.at(slot);
        return text === undefined ? [] : [{ id: text.id, score: judge(text) }];
      })
      .filter(({ score }) => score >= atLeast)
      .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
      .slice(0, limit);
  }

  return {
    put: shelf.put,
    remove: shelf.remove,
    size: shelf.size,
    end: shelf.end,
    ask(words) {
      const read = readText(words, thesaurus);
      return {
        nearest: (limits) => search(weighText(read, vocabulary), limits),
        explain(id) {
          const other = readAgain(id);
          return other && explainLikeness(read, other, tellingOf);
        },
      };
    },
    nearestTo(id, limits) {
      const text = shelf.find(id);
      if (text === undefined) return [];
      const { isAllowed = () => true } = limits;
      return search(weighShelved(text, vocabulary), {
        ...limits,
        isAllowed: (other) => other !== id && isAllowed(other),
      });
    },
    read: readAgain,
    telling: tellingOf,
  };

  /** The features are kept without their spelling, which only explanations and labels need. */
  function readAgain(id: string): ReadText | undefined {
    const text = shelf.find(id);
    return text && readText(text.words, thesaurus);
  }

  function tellingOf(key: string): number {
    const term = vocabulary.find(key);
    return term === undefined ? vocabulary.tellingUnknown(key) : vocabulary.telling(term);
  }
}
