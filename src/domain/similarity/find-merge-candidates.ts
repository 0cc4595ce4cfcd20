import { type Explanation, explainLikeness } from './explain-likeness.js';
import { type Hint, hintThreshold } from './find-hints.js';
import type { SimilarityIndex } from './similarity-index.js';

/** Two texts of which one might be merged into the other; a person decides. */
export interface MergeCandidate extends Explanation {
  readonly ids: readonly [string, string];
  readonly score: number;
}

/** The most alike that are looked at for every text. */
const perText = 5;

/** What two texts of the index share; nothing where one of them is not there. */
function explained(index: SimilarityIndex, one: string, other: string): readonly Explanation[] {
  const [ones, others] = [index.read(one), index.read(other)];
  return ones && others ? [explainLikeness(ones, others, index.telling)] : [];
}

/** Pairs among `ids` that ask for the same, most alike first, each once (the smaller id first). */
export function findMergeCandidates(
  index: SimilarityIndex,
  ids: readonly string[],
): readonly MergeCandidate[] {
  const among = new Set(ids);
  const isAllowed = (id: string): boolean => among.has(id);
  const pairs = new Map<string, { ids: readonly [string, string]; score: number }>();
  for (const id of among) {
    const matches = index.nearestTo(id, { limit: perText, atLeast: hintThreshold, isAllowed });
    for (const { id: other, score } of matches) {
      const pair: readonly [string, string] = id < other ? [id, other] : [other, id];
      pairs.set(JSON.stringify(pair), { ids: pair, score });
    }
  }
  return [...pairs.entries()]
    .sort(
      ([oneKey, one], [otherKey, other]) => other.score - one.score || (oneKey < otherKey ? -1 : 1),
    )
    .flatMap(
      ([
        ,
        {
          ids: [one, other],
          score,
        },
      ]) => explained(index, one, other).map((why) => ({ ids: [one, other], score, ...why })),
    );
}

/** Texts that ask for the same as one of the index, most alike first; `isAllowed` leaves others out. */
export function findMergeCandidatesOf(
  index: SimilarityIndex,
  id: string,
  isAllowed: (id: string) => boolean,
): readonly Hint[] {
  return index
    .nearestTo(id, { limit: perText, atLeast: hintThreshold, isAllowed })
    .flatMap((match) => explained(index, id, match.id).map((why) => ({ ...match, ...why })));
}
