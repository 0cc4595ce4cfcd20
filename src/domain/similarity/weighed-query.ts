import {
  contradictionOf,
  isInTitle,
  packFeature,
  packWish,
  strengthOf,
  termOf,
} from './packed-text.js';
import type { ReadText } from './read-text.js';
import type { ShelvedText } from './shelved-texts.js';
import type { Vocabulary } from './vocabulary.js';

/** A key of the question, weighed; `term` is absent where no text has ever had it. */
export interface WeighedKey {
  readonly key: string;
  readonly term: number | undefined;
  readonly weight: number;
  readonly inTitle: boolean;
}

/** A text of the question, weighed against the corpus. */
export interface WeighedQuery {
  /** Weightiest first. */
  readonly keys: readonly WeighedKey[];
  /** Packed wishes that would contradict those of the question. */
  readonly contradictions: ReadonlySet<number>;
}

/** An order that depends on the text and the corpus alone, not on how the corpus came about. */
const weightiestFirst = (one: WeighedKey, other: WeighedKey): number =>
  other.weight - one.weight || (one.key < other.key ? -1 : 1);

/** Weighs a text that is not, or not yet, in the corpus. */
export function weighText({ features, wishes }: ReadText, vocabulary: Vocabulary): WeighedQuery {
  const keys = features.map((feature): WeighedKey => {
    const { key, inTitle } = feature;
    const term = vocabulary.find(key);
    // The same rounding as on the shelf, so that the score of two texts is one number.
    const strength = strengthOf(packFeature(0, feature));
    const telling = term === undefined ? vocabulary.tellingUnknown(key) : vocabulary.telling(term);
    return { key, term, weight: strength * telling, inTitle };
  });
  const opposed = wishes.flatMap(({ thing, direction }) => {
    const term = vocabulary.find(thing);
    return term === undefined ? [] : [contradictionOf(packWish(term, direction))];
  });
  return { keys: keys.sort(weightiestFirst), contradictions: new Set(opposed) };
}

/** Weighs one packed feature of the shelf. */
export function weigh(packed: number, vocabulary: Vocabulary) {
  const term = termOf(packed);
  const weight = strengthOf(packed) * vocabulary.telling(term);
  return { term, weight, inTitle: isInTitle(packed) };
}

/** Weighs a text of the corpus, without reading it again. */
export function weighShelved(
  { features, wishes }: ShelvedText,
  vocabulary: Vocabulary,
): WeighedQuery {
  const keys = Array.from(features, (packed): WeighedKey => {
    const weighed = weigh(packed, vocabulary);
    return { key: vocabulary.keyOf(weighed.term), ...weighed };
  });
  return {
    keys: keys.sort(weightiestFirst),
    contradictions: new Set(Array.from(wishes, contradictionOf)),
  };
}
