import { type Folded, foldPieces } from '../blind/fold-pieces.js';

const variationSelector = /\p{Variation_Selector}/gu;
const dropped = /[\s・·]/gu;
const hiragana = /[ぁ-ゖ]+/g;
const kanaDistance = 0x60;
export const longVowelMark = 0x30fc;

/** The code unit by which kana are compared: hiragana as katakana; every other unit is its own. */
export function comparedUnit(unit: number): number {
  return unit >= 0x3041 && unit <= 0x3096 ? unit + kanaDistance : unit;
}

/** A text in one width and case, without spaces and middle dots; kana as they are written. */
export function plainForm(text: string): string {
  return text.replace(variationSelector, '').normalize('NFKC').toLowerCase().replace(dropped, '');
}

const asKatakana = (kana: string): string =>
  String.fromCharCode(...Array.from(kana, (each) => comparedUnit(each.charCodeAt(0))));

/**
 * A text as it is searched: width, case, hiragana or katakana, long vowel marks, spaces and middle dots do not count, so
 * that ﾍﾟｰﾊﾟｰﾚｽ, ペーパーレス and ぺーぱーれす are the same, and サーバ is サーバー.
 */
export function searchForm(text: string): string {
  return plainForm(text).replaceAll('ー', '').replace(hiragana, asKatakana);
}

/** The same with the place in the text as written that each unit came from. */
export function searchPieces(written: string): Folded {
  const { text, from, to } = foldPieces(written);
  const kept = [...text.split('').keys()].filter((at) => text.charCodeAt(at) !== longVowelMark);
  return {
    text: kept.map((at) => String.fromCharCode(comparedUnit(text.charCodeAt(at)))).join(''),
    from: kept.map((at) => from[at] ?? 0),
    to: kept.map((at) => to[at] ?? 0),
  };
}
