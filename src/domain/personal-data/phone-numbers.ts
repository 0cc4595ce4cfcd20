import { after, before, digitsOf, isAmount, type Place, placesOf } from './place.js';

const numbers =
  /(?<![\dA-Za-z]|\d[-.,])(?:\+81[- ]?(?:\(0\))?[- ]?|\(?0)\d{1,4}\)?[- .(]{0,2}\d{1,4}[- .)]{0,2}\d{3,4}(?!\d|-\d)/g;
/** Of people: mobile numbers, whose fourth digit is never 0. */
const mobile = /^0[6-9]0[1-9]\d{7}$/;
/** Of places: land lines and lines over the Internet; not the numbers for which nobody or everybody pays. */
const line = /^(?:050\d{8}|0(?!120|570|990)[1-9]\d{8})$/;
const isApart = /\d[- .()]+\d/;
const called = /電話|携帯|tel|phone|fax|ファクス|ファックス|☎|連絡先|自宅/i;

/** What says that a line is an office's and not a person's. */
const ofOffice =
  /代表|内線|窓口|センター|事務所|[県都道府市区町村]庁|役所|役場|庁舎|学校|病院|保健所|図書館|会館|問い?合わ?せ|ヘルプデスク|ダイヤル|ホットライン|(?<!関)[係課](?!題)|(?<!教)室|局|(?<![全一])部(?!分)|署|office|section|division|department|help ?desk|switchboard|ext\./i;
const ofPerson = /自宅|実家|携帯|個人|本人|住民|さん|氏|様|home|private/i;
const officeAfter = /^[ (]*(?:代表|内線|直通|代\)|ext\.)/i;

function isOfOffice(text: string, place: Place): boolean {
  const said = before(text, place, 20);
  if (ofPerson.test(said)) return false;
  return ofOffice.test(said) || officeAfter.test(after(text, place, 8));
}

/**
 * Where a folded text has the telephone number of a person: a mobile number always, a land line unless an office is
 * named beside it. Ten digits in one are a number of anything, unless they are called a telephone number.
 */
export function findPhoneNumbers(text: string): readonly Place[] {
  return placesOf(text, numbers, (met, place) => {
    const digits = digitsOf(met.replace(/^\+81[- ]?(?:\(0\))?/, '0'));
    if (isAmount(text, place)) return false;
    if (mobile.test(digits)) return true;
    if (!line.test(digits) || isOfOffice(text, place)) return false;
    return isApart.test(met) || called.test(before(text, place, 12));
  });
}
