import { foldSpelling, readableForm } from './fold-text.js';
import { type Piece, splitWords } from './split-words.js';
import { newTrie, plant, type Span, spansIn } from './term-trie.js';

/** Terms that mean the same to this office; the secretariat edits them. */
export interface ThesaurusEntry {
  readonly id: string;
  readonly terms: readonly string[];
}

/** Where the pieces `from` to `to` (inclusive) of a text name a concept. */
export interface Mention {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** A longer term of the thesaurus contains this one (決裁 in 電子決裁). */
  readonly isInner: boolean;
  readonly surface: string;
}

/** Finds the concepts of a thesaurus in texts. */
export interface Thesaurus {
  mentions(text: string, pieces: readonly Piece[]): readonly Mention[];
}

/** The keys of a text in one string; for every character, the piece it came from. */
interface Skeleton {
  readonly text: string;
  readonly pieceAt: readonly number[];
}

const hasKanji = /[\p{Script=Han}]/u;
const breaksClause = '\u0000';

function skeletonOf(pieces: readonly Piece[]): Skeleton {
  let text = '';
  const pieceAt: number[] = [];
  pieces.forEach((piece, index) => {
    const added = piece.kind === 'stop' ? breaksClause : piece.key;
    text += added;
    for (let count = 0; count < added.length; count += 1) pieceAt.push(index);
  });
  return { text, pieceAt };
}

/** An edge in the middle of a word is allowed in kanji, which the segmenter cuts as it likes. */
const isFreeEdge = (isEdge: boolean, char: string): boolean => isEdge || hasKanji.test(char);

/** Whether a term found in the skeleton is said, not just found across the borders of words. */
function isWhole({ text, pieceAt }: Skeleton, { start, end }: Span, pieces: readonly Piece[]) {
  const [first, last] = [pieceAt[start], pieceAt[end - 1]];
  const opens = pieceAt[start - 1] !== first;
  const closes = pieceAt[end] !== last;
  const [head, tail] = [text.charAt(start), text.charAt(end - 1)];
  switch (end - start) {
    case 1:
      // A lone character must be a word of its own: 紙, but not the 紙 of 広報紙.
      return opens && closes && pieces[first ?? 0]?.joined === false;
    case 2:
      return (opens && closes) || (first === last && hasKanji.test(head));
    case 3:
      return isFreeEdge(opens, head) && isFreeEdge(closes, tail);
    default:
      return opens || closes || (hasKanji.test(head) && hasKanji.test(tail));
  }
}

function toMentions(span: Span, from: number, to: number, surface: string, all: readonly Span[]) {
  const isInner = all.some(
    (other) =>
      other.start <= span.start &&
      other.end >= span.end &&
      other.end - other.start > span.end - span.start,
  );
  return [...span.ids].sort().map((id) => ({ id, from, to, isInner, surface }));
}

function prepare(entries: readonly ThesaurusEntry[]): Thesaurus {
  const words = newTrie();
  // Words in hiragana alone (はんこ) are cut at will by the segmenter, and of たたき台 one character
  // would be left: these are looked for as they stand.
  const asWritten = newTrie();
  for (const { id, terms } of entries) {
    for (const term of terms) {
      const { text: key } = skeletonOf(splitWords(term));
      const isWord = hasKanji.test(term) || !/[ぁ-ゖ]/.test(term);
      if (isWord && (key.length > 1 || term.length === 1)) plant(words, key, id);
      else plant(asWritten, foldSpelling(readableForm(term)), id);
    }
  }
  return {
    mentions(text, pieces) {
      const skeleton = skeletonOf(pieces);
      const spans = spansIn(words, skeleton.text).filter((span) => isWhole(skeleton, span, pieces));
      const worded = spans.flatMap((span) => {
        const from = skeleton.pieceAt[span.start] ?? 0;
        const to = skeleton.pieceAt[span.end - 1] ?? from;
        const surface = pieces.slice(from, to + 1).map((piece) => piece.surface);
        return toMentions(span, from, to, surface.join(''), spans);
      });
      const readable = readableForm(text);
      const folded = foldSpelling(readable);
      // Where folding took nothing away, the place is the same in what a person reads.
      const shown = folded.length === readable.length ? readable : folded;
      const kana = spansIn(asWritten, folded);
      const verbatim = kana.flatMap((span) =>
        toMentions(span, -1, -1, shown.slice(span.start, span.end), kana),
      );
      return [...worded, ...verbatim];
    },
  };
}

/** Prepared once each: reading a thousand terms takes longer than opening everything else. */
const prepared = new WeakMap<readonly ThesaurusEntry[], Thesaurus>();

/**
 * Prepares a thesaurus. A term is found whatever its width, case, kana or okurigana, and with
 * particles between its words (セルの結合 is also found in セルを結合).
 */
export function prepareThesaurus(entries: readonly ThesaurusEntry[]): Thesaurus {
  const thesaurus = prepared.get(entries) ?? prepare(entries);
  prepared.set(entries, thesaurus);
  return thesaurus;
}
