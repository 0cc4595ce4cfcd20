import type { Locale } from '../domain/conversation.js';
import type { CivilMonth } from '../domain/instant.js';
import type { StartDate } from '../domain/measures/start-date.js';
import { formatShortDate } from './format.js';
import { measureTexts } from './measure-texts.js';

/** A month as the short date writes it, without its day: `R5.11`, or `Nov 2023`. */
function shortMonth(month: CivilMonth, locale: Locale): string {
  const day = formatShortDate(`${month}-01`, locale);
  return locale === 'ja' ? day.replace(/\.1$/, '') : day.replace(/^1 /, '');
}

function monthAfter(from: CivilMonth, to: CivilMonth, locale: Locale): string {
  const isSameYear = from.slice(0, 4) === to.slice(0, 4);
  return locale === 'ja' && isSameYear ? String(Number(to.slice(5))) : shortMonth(to, locale);
}

/** The start of a measure as the reports mark it: `R5.11.24`, `R5.11～`, `R6.2～3`, `適宜実施`. */
export function formatStart(start: StartDate, locale: Locale): string {
  switch (start.precision) {
    case 'day':
      return formatShortDate(start.day, locale);
    case 'month':
      return locale === 'ja'
        ? `${shortMonth(start.month, locale)}～`
        : `from ${shortMonth(start.month, locale)}`;
    case 'months': {
      const to = monthAfter(start.from, start.to, locale);
      return `${shortMonth(start.from, locale)}${locale === 'ja' ? '～' : ' – '}${to}`;
    }
    case 'as-appropriate':
      return measureTexts[locale].asAppropriate;
  }
}
