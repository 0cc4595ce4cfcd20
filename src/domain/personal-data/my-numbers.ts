import { before, digitsOf, isAmount, type Place, placesOf } from './place.js';

/** Twelve digits, in one or in fours as the card prints them, or each apart; no part of a longer number. */
const twelve =
  /(?<![\dA-Za-z]|\d[.,]|\d{4}[- ])(?:\d{4}[- ・.]{0,2}\d{4}[- ・.]{0,2}\d{4}|\d(?:[- ]\d){11})(?!\d|-\d| \d{4}(?!\d)|[.,]\d)/g;
const instant = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d$/;
const named = /マイナンバー|個人番号|my ?number/i;
const digitsWithoutCheck = 11;

/**
 * The check digit of a My Number 個人番号 after its first eleven digits (行政手続における特定の個人を識別するための番号の
 * 利用等に関する法律 施行規則 第5条): the n-th digit from the right counts n + 1 up to the sixth and n - 5 from there.
 */
export function checkDigitOf(eleven: string): number {
  const sum = [...eleven].reduce((total, digit, index) => {
    const n = digitsWithoutCheck - index;
    return total + Number(digit) * (n <= 6 ? n + 1 : n - 5);
  }, 0);
  const left = sum % 11;
  return left <= 1 ? 0 : 11 - left;
}

function isMyNumber(digits: string): boolean {
  const isOneDigit = /^(\d)\1*$/.test(digits);
  return !isOneDigit && checkDigitOf(digits.slice(0, digitsWithoutCheck)) === Number(digits.at(-1));
}

/** Where a folded text has a My Number. A point of time written in twelve digits is one only where it is called so. */
export function findMyNumbers(text: string): readonly Place[] {
  return placesOf(text, twelve, (met, place) => {
    const digits = digitsOf(met);
    if (!isMyNumber(digits) || isAmount(text, place)) return false;
    return !instant.test(digits) || named.test(before(text, place, 20));
  });
}
