/** A text folded for comparison, with the place in the text as written that each of its units came from. */
export interface Folded {
  readonly text: string;
  /** Of each unit of `text`: where what it came from begins and ends in the text as written. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** One character with the marks that belong to it: ﾃﾞ is two, and is compared as one. */
const piece = /[\s\S](?:\p{M}|\uff9e|\uff9f)*/gu;

/** What stands between the parts of a name without being one: spaces, line breaks and middle dots. */
const between = /[\s・·]/gu;

/**
 * Folds half and full width, case and the spaces and middle dots within names, so that ﾃﾞｼﾞﾀﾙ推進課 and デジタル・推進課
 * are the same. A variant selector does not count (邉󠄀 = 邉).
 */
export function foldPieces(written: string): Folded {
  const from: number[] = [];
  const to: number[] = [];
  let text = '';
  for (const { 0: found, index } of written.matchAll(piece)) {
    const plain = found.replace(/\p{Variation_Selector}/gu, '');
    const folded = plain.normalize('NFKC').toLowerCase().replace(between, '');
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) {
      from.push(index);
      to.push(index + found.length);
    }
  }
  return { text, from, to };
}
