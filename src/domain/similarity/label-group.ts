import { ordinaryWords } from './ordinary-words.js';
import type { EvidenceKind, Feature } from './read-features.js';
import type { ReadText } from './read-text.js';

/** A word that stands for a group, and how many of its texts have it. */
export interface GroupWord {
  readonly word: string;
  readonly texts: number;
}

/** A generated label, and the words from which it was made. */
export interface GroupLabel {
  readonly label: string;
  readonly words: readonly GroupWord[];
}

const wordsInLabel = 3;
/** A word of a label stands in at least this part of the texts. */
const leastPart = 0.5;
const namable: ReadonlySet<EvidenceKind> = new Set(['concept', 'word', 'wordOfConcept']);

interface Tally {
  weight: number;
  texts: number;
  readonly spellings: Map<string, number>;
}

/** 職員 or 確認 names no group; a single character seldom does. */
const isNamable = ({ kind, key, surface }: Feature): boolean =>
  namable.has(kind) && !ordinaryWords.has(key) && surface.length > 1;

/** The spelling that most texts use; of equals the shorter, then the first by code point. */
function usualSpelling(spellings: ReadonlyMap<string, number>): string {
  const [first] = [...spellings].sort(
    ([one, ones], [other, others]) =>
      others - ones || one.length - other.length || (one < other ? -1 : 1),
  );
  return first?.[0] ?? '';
}

function count(tallies: Map<string, Tally>, { key, strength, surface }: Feature): void {
  const tally = tallies.get(key) ?? { weight: 0, texts: 0, spellings: new Map<string, number>() };
  tally.weight += strength;
  tally.texts += 1;
  tally.spellings.set(surface, (tally.spellings.get(surface) ?? 0) + 1);
  tallies.set(key, tally);
}

const overlap = (one: string, other: string): boolean => one.includes(other) || other.includes(one);

/**
 * Names a group by the words that most of its texts share and that tell most in the corpus. It is a
 * proposal: a person confirms or renames it.
 */
export function labelGroup(
  texts: readonly ReadText[],
  tellingOf: (key: string) => number,
): GroupLabel {
  const tallies = new Map<string, Tally>();
  for (const { features } of texts) {
    for (const feature of features.filter(isNamable)) count(tallies, feature);
  }
  const enough = Math.max(2, Math.ceil(texts.length * leastPart));
  const ranked = [...tallies]
    .filter(([, tally]) => tally.texts >= enough)
    .map(([key, { weight, texts: number, spellings }]) => ({
      word: usualSpelling(spellings),
      texts: number,
      rank: weight * number * tellingOf(key),
    }))
    .sort((one, other) => other.rank - one.rank || (one.word < other.word ? -1 : 1));
  const words: GroupWord[] = [];
  for (const { word, texts: number } of ranked) {
    if (!words.some((shown) => overlap(shown.word, word))) words.push({ word, texts: number });
  }
  const named = words.slice(0, wordsInLabel);
  return { label: named.map(({ word }) => word).join('・'), words: named };
}
