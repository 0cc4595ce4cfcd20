import { foldSpelling, readableForm } from './fold-text.js';
import { stopWords } from './stop-words.js';

/** What a piece of text is; `gap` carries no meaning, `stop` ends a clause. */
export type PieceKind = 'word' | 'stem' | 'ending' | 'gap' | 'stop';

/** A piece of text with its key, which is empty where nothing is to be compared. */
export interface Piece {
  readonly kind: PieceKind;
  readonly key: string;
  /** As a person reads it. */
  readonly surface: string;
  /** The kanji run that the piece stands in goes on from the piece before. */
  readonly joined: boolean;
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
const kanji = /[\p{Script=Han}々〆ヶ]/u;
const onlyKatakana = /^[ァ-ヺー]+$/;
const onlyHiragana = /^[ぁ-ゖー]+$/;
const latin = /^[\p{Script=Latin}\p{N}]+$/u;
const sentenceMark = /[、。,.;:!?()[\]「」『』【】\n\r・…“”"']/;

/** The segmenter cuts unknown katakana words in two (クラ|ウド); a run is one word. */
function mergeKatakana(segments: Iterable<{ readonly segment: string }>): readonly string[] {
  const merged: string[] = [];
  let inRun = false;
  for (const { segment } of segments) {
    const isKatakana = onlyKatakana.test(segment);
    if (isKatakana && inRun) merged[merged.length - 1] += segment;
    else merged.push(segment);
    inRun = isKatakana;
  }
  return merged;
}

/**
 * The key of one word. Okurigana does not count: 打合せ, 打ち合わせ and 打合わせ are 打合; 減る and
 * 減らす are 減.
 */
export function wordKey(word: string): string {
  const hasKanji = kanji.test(word);
  return foldSpelling(hasKanji ? word.replace(/[ぁ-ゖ]/g, '') : word);
}

function hiraganaPiece(segment: string): { kind: PieceKind; key: string } {
  const isGrammar = segment.length === 1 || stopWords.has(segment);
  return isGrammar ? { kind: 'gap', key: '' } : { kind: 'word', key: wordKey(segment) };
}

function kanjiPiece(segment: string): { kind: PieceKind; key: string } {
  const key = wordKey(segment);
  if (stopWords.has(key)) return { kind: 'ending', key };
  return { kind: [...key].length === 1 ? 'stem' : 'word', key };
}

function judge(segment: string): { kind: PieceKind; key: string } {
  if (onlyHiragana.test(segment)) return hiraganaPiece(segment);
  if (kanji.test(segment)) return kanjiPiece(segment);
  if (/^\p{N}+$/u.test(segment)) return { kind: 'gap', key: '' };
  if (onlyKatakana.test(segment) || latin.test(segment)) {
    return { kind: 'word', key: wordKey(segment) };
  }
  return { kind: sentenceMark.test(segment) ? 'stop' : 'gap', key: '' };
}

/** Cuts a text into pieces, in reading order; words keep their spelling and get a key. */
export function splitWords(text: string): readonly Piece[] {
  let endsInKanji = false;
  return mergeKatakana(segmenter.segment(readableForm(text))).map((surface) => {
    const { kind, key } = judge(surface);
    const joined = endsInKanji && kanji.test(surface.charAt(0));
    endsInKanji = kanji.test(surface.charAt(surface.length - 1));
    return { kind, key, surface, joined };
  });
}
