import { type Folded, foldPieces } from './fold-pieces.js';

/** A word to look for; `tells`: it names who is to stay unnamed, all others only keep a shorter one from being found. */
export interface SoughtWord {
  /** Folded, not empty. */
  readonly folded: string;
  readonly tells: boolean;
  /** `name`: a part of a person's name, which is also an ordinary word or place. */
  readonly kind: 'word' | 'name';
}

/** Where a word stands in a text, as offsets into the text as written. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const latin = /[\p{Script=Latin}\p{Nd}]/u;
const kanji = /[\p{Script=Han}\p{Script=Katakana}ー]/u;

/** What follows the name of a person in an office. */
const title =
  /^(さん|様|氏|くん|君|先生|主任|主事|主査|主幹|課長|係長|部長|局長|次長|参事|補佐|技師|班長|室長|所長)/u;

/** Latin words end where no letter or digit goes on, in the text as written: spaces are folded away. */
function isWholeLatin(written: string, { start, end }: Span, folded: string): boolean {
  const opens = latin.test(folded.slice(0, 1)) && latin.test(written.slice(0, start).slice(-1));
  const goesOn = latin.test(folded.slice(-1)) && latin.test(written.slice(end, end + 1));
  return !opens && !goesOn;
}

/**
 * 山口さん and 山口が are the name, 山口県 is not. A name in hiragana alone (みのり) is one only before a title: it may be
 * part of any sentence.
 */
function isName({ text }: Folded, at: number, { folded }: SoughtWord): boolean {
  const after = text.slice(at + folded.length);
  if (title.test(after)) return true;
  if (!kanji.test(folded)) return latin.test(folded);
  return !kanji.test(text.slice(0, at).slice(-1)) && !kanji.test(after.slice(0, 1));
}

function standsAt(written: string, text: Folded, at: number, word: SoughtWord): Span | undefined {
  if (!text.text.startsWith(word.folded, at)) return undefined;
  const start = text.from[at];
  const end = text.to[at + word.folded.length - 1];
  if (start === undefined || end === undefined) return undefined;
  const span = { start, end };
  if (!isWholeLatin(written, span, word.folded)) return undefined;
  return word.kind === 'word' || isName(text, at, word) ? span : undefined;
}

/**
 * Where a text names what is sought. Japanese has no spaces between words: at each place the longest word counts, so
 * that 会計課 is not found within 警察会計課 where that is another office.
 */
export function findWords(written: string, words: readonly SoughtWord[]): readonly Span[] {
  const text = foldPieces(written);
  const longestFirst = words.toSorted(
    (a, b) => b.folded.length - a.folded.length || Number(b.tells) - Number(a.tells),
  );
  const spans: Span[] = [];
  for (let at = 0; at < text.text.length; at += 1) {
    const word = longestFirst.find((each) => standsAt(written, text, at, each));
    if (!word) continue;
    const span = standsAt(written, text, at, word);
    if (span && word.tells) spans.push(span);
    at += word.folded.length - 1;
  }
  return spans;
}
