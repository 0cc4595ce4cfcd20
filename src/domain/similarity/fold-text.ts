const hiraganaToKatakana = 0x60;

const toKatakana = (hiragana: string): string =>
  String.fromCharCode(...hiragana.split('').map((kana) => kana.charCodeAt(0) + hiraganaToKatakana));

/** Spellings of katakana words that offices mix; applied after long vowel marks are gone. */
const katakanaVariants: readonly (readonly [RegExp, string])[] = [
  [/ヴァ/g, 'バ'],
  [/ヴィ/g, 'ビ'],
  [/ヴェ/g, 'ベ'],
  [/ヴォ/g, 'ボ'],
  [/ヴ/g, 'ブ'],
  [/ヂ/g, 'ジ'],
  [/ヅ/g, 'ズ'],
  [/ディジ/g, 'デジ'],
  [/ェイ/g, 'ェ'],
  [/ウィ/g, 'ウイ'],
  [/ウェ/g, 'ウエ'],
  [/ウォ/g, 'ウオ'],
];

/**
 * A text as it is read for comparison, still readable: one width (NFKC), dashes that stand for a
 * long vowel mark are one, and Wi-Fi, AI-OCR, Q&A are one word each.
 */
export function readableForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?<=[ァ-ヴー])[-‐‑‒–—―−ｰ─]/g, 'ー')
    .replace(/(?<=[A-Za-z])[-‐‑&](?=[A-Za-z])/g, '');
}

const hasVariants = /[ヴヂヅ]|ディジ|ェイ|ウ[ィェォ]/;
const isFolded = /^[^A-ZＡ-Ｚぁ-ゖヴヂヅー]*$/;

/**
 * The key of a spelling: case, hiragana or katakana, and long vowel marks do not count
 * (サーバー = サーバ, インターフェイス = インタフェース, ひな形 = ヒナ形).
 */
export function foldSpelling(text: string): string {
  // Most words are kanji alone, and every word of every text comes by here.
  if (isFolded.test(text) && !hasVariants.test(text)) return text.toLowerCase();
  const katakana = text
    .toLowerCase()
    .replace(/[ぁ-ゖ]+/g, toKatakana)
    .replaceAll('ー', '');
  if (!hasVariants.test(katakana)) return katakana;
  return katakanaVariants.reduce((folded, [from, to]) => folded.replace(from, to), katakana);
}
