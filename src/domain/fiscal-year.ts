import { type CivilDate, type CivilMonth, civilDateOf, type Instant } from './instant.js';

/** A Japanese fiscal year, named by the Gregorian year in which it starts: 2026 is 1 April 2026 to 31 March 2027. */
export type FiscalYear = number;

/** The fiscal year of a day: January to March belong to the year before. */
export function fiscalYearOfDate(date: CivilDate): FiscalYear {
  const year = Number(date.slice(0, 4));
  return Number(date.slice(5, 7)) >= 4 ? year : year - 1;
}

/** The fiscal year of an instant, judged by the day in Asia/Tokyo. */
export function fiscalYearOf(at: Instant): FiscalYear {
  return fiscalYearOfDate(civilDateOf(at));
}

/** The months of a fiscal year in order, April first. */
export function monthsOfFiscalYear(fiscalYear: FiscalYear): readonly CivilMonth[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = ((index + 3) % 12) + 1;
    const year = month >= 4 ? fiscalYear : fiscalYear + 1;
    return `${year}-${String(month).padStart(2, '0')}`;
  });
}
