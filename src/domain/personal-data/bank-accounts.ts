import { isAmount, type Place, placesOf } from './place.js';

const label = '(?:の|は|が|を|番号|口座|no\\.?|№|[ :：()「」、=-]){0,6}';
/** Seven digits of a bank after the kind of account or the word itself, as transfers are written. */
const ofBank = new RegExp(
  `(?:(?:普通|当座|貯蓄)(?:預金)?|口座(?:番号)?|account (?:number|no\\.?))${label}(\\d{7})(?![\\d,.]|-\\d)`,
  'gi',
);
/** 記号 and 番号 of the Japan Post Bank: five digits, 1 first and 0 last, and up to eight with 1 last. */
const ofPost =
  /(?:記号|ゆうちょ(?:銀行)?)[ ::()「」、-]{0,3}1\d{3}0(?:-\d)?[ ::、()「」-]{0,3}(?:番号[ ::「-]{0,3})?\d{1,7}1(?!\d)/g;

/** Where a folded text has the number of a bank account. */
export function findBankAccounts(text: string): readonly Place[] {
  const isMeant = (_: string, place: Place): boolean => !isAmount(text, place);
  return [...placesOf(text, ofBank, isMeant), ...placesOf(text, ofPost, isMeant)];
}
