import { type Part, parts, partWeights } from './proposal-words.js';
import type { SplitText } from './split-text.js';
import type { Piece } from './split-words.js';
import type { Mention, Thesaurus } from './thesaurus.js';

/** What two texts can have in common: a word, a fragment of one, or a concept (`#id`). */
export interface Feature {
  readonly key: string;
  /** How firmly the text says it, before the corpus decides how much it tells. */
  readonly strength: number;
  readonly inTitle: boolean;
  readonly kind: EvidenceKind;
  /** As this text writes it. */
  readonly surface: string;
}

/** How much a kind of evidence counts beside a word of the dictionary. */
export const kindWeights = {
  concept: 1.2,
  innerConcept: 0.65,
  word: 0.8,
  wordOfConcept: 0.35,
  stem: 0.25,
  fragment: 0.3,
  hiragana: 0.4,
} as const;

/** What kind of evidence a feature is. */
export type EvidenceKind = keyof typeof kindWeights;

interface Said {
  readonly key: string;
  readonly kind: EvidenceKind;
  readonly surface: string;
}

/** What saying it again in another part adds. */
const repetition = 0.35;

const onlyHan = /^[\p{Script=Han}々]+$/u;
const onlyKana = /^[ァ-ヺ]+$/;

function wordOf({ kind, key, surface }: Piece, isOfConcept: boolean): readonly Said[] {
  if (kind === 'stem') return [{ key, kind: 'stem', surface }];
  if (kind !== 'word') return [];
  if (/^[ぁ-ゖー]+$/.test(surface)) return [{ key, kind: 'hiragana', surface }];
  return [{ key, kind: isOfConcept ? 'wordOfConcept' : 'word', surface }];
}

/**
 * Pairs of kanji and threes of katakana: they hold where the segmenter cuts differently. What a
 * concept covers needs none, and is not counted twice.
 */
function fragmentsOf(pieces: readonly Piece[], covered: ReadonlySet<number>): readonly Said[] {
  const found: Said[] = [];
  let run = '';
  let surface = '';
  const close = () => {
    const length = onlyKana.test(run) ? 3 : 2;
    for (let at = 0; at + length <= run.length; at += 1) {
      found.push({ key: run.slice(at, at + length), kind: 'fragment', surface });
    }
    run = '';
    surface = '';
  };
  for (const [index, piece] of pieces.entries()) {
    if (!piece.joined || covered.has(index)) close();
    if (covered.has(index)) continue;
    if (onlyHan.test(piece.key) || onlyKana.test(piece.key)) {
      run += piece.key;
      surface += piece.surface;
    }
  }
  close();
  return found;
}

function conceptOf({ id, isInner, surface }: Mention): Said {
  return { key: `#${id}`, kind: isInner ? 'innerConcept' : 'concept', surface };
}

function saidIn({ text, pieces }: SplitText, thesaurus: Thesaurus): readonly Said[] {
  const mentions = thesaurus.mentions(text, pieces);
  const covered = new Set<number>();
  for (const { from, to } of mentions) for (let at = from; at <= to; at += 1) covered.add(at);
  return [
    ...mentions.map(conceptOf),
    ...pieces.flatMap((piece, index) => wordOf(piece, covered.has(index))),
    ...fragmentsOf(pieces, covered),
  ];
}

/** What one part says; a key said twice counts once, as it is said most firmly. */
function readPart(part: Part, text: SplitText, thesaurus: Thesaurus): ReadonlyMap<string, Feature> {
  const found = new Map<string, Feature>();
  for (const { key, kind, surface } of saidIn(text, thesaurus)) {
    const strength = kindWeights[kind] * partWeights[part];
    if (strength > (found.get(key)?.strength ?? 0)) {
      found.set(key, { key, strength, kind, inTitle: part === 'title', surface });
    }
  }
  return found;
}

/** A key said in several parts counts a little more than where it is said most firmly. */
function join(one: Feature | undefined, other: Feature): Feature {
  if (one === undefined) return other;
  const [firm, faint] = one.strength < other.strength ? [other, one] : [one, other];
  const strength = firm.strength + repetition * faint.strength;
  return { ...firm, strength, inTitle: one.inTitle || other.inTitle };
}

/** What a text says, each key once. */
export function readFeatures(
  texts: ReadonlyMap<Part, SplitText>,
  thesaurus: Thesaurus,
): readonly Feature[] {
  const found = new Map<string, Feature>();
  for (const part of parts) {
    const text = texts.get(part);
    if (text === undefined) continue;
    for (const [key, feature] of readPart(part, text, thesaurus)) {
      found.set(key, join(found.get(key), feature));
    }
  }
  return [...found.values()];
}
