/** A text in one width, with the way back to what was written. */
export interface FoldedText {
  readonly text: string;
  /** What was written from one place of the folded text to another, the latter excluded. */
  writtenBetween(from: number, to: number): string;
}

const hyphens = /[\u2010-\u2015\u2212\u02D7]/;
/** Between digits a long vowel mark and a wave are typed for a hyphen; in words they stay. */
const hyphensAfterDigits = /[\u30FC\u301C~]/;

function folded(character: string, before: string): string {
  const narrow = character.normalize('NFKC');
  if (narrow === '\n') return narrow;
  if (/^\s$/.test(narrow)) return ' ';
  if (hyphens.test(narrow)) return '-';
  return hyphensAfterDigits.test(narrow) && /\d$/.test(before) ? '-' : narrow;
}

/** Folds widths, kinds of hyphens and of blanks, and leaves out what cannot be seen. */
export function foldText(written: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let at = 0;
  for (const character of written) {
    const end = at + character.length;
    const units = /\p{Cf}/u.test(character) ? '' : folded(character, text);
    for (let unit = 0; unit < units.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    text += units;
    at = end;
  }
  return {
    text,
    writtenBetween: (from, to) => written.slice(starts[from] ?? 0, ends[to - 1] ?? 0),
  };
}
