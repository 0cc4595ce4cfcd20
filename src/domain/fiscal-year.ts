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

/** Era letters by the fiscal year in which they are first written. A new era is one more row. */
const eras = [
  { letter: 'R', name: '令和', firstYear: 2019 },
  { letter: 'H', name: '平成', firstYear: 1989 },
] as const;

/** A year counted in its era: letter, name and the year within the era (1 is written 元 in full form). */
export interface EraYear {
  readonly letter: string;
  readonly name: string;
  readonly year: number;
}

/** The era year in which a fiscal year is written (R8 for 2026); undefined before the first known era. */
export function eraYearOf(year: number): EraYear | undefined {
  const era = eras.find((candidate) => year >= candidate.firstYear);
  return era && { letter: era.letter, name: era.name, year: year - era.firstYear + 1 };
}

/** The Gregorian year of an era letter and year; undefined for an unknown letter. */
export function yearOfEra(letter: string, yearInEra: number): number | undefined {
  const era = eras.find((candidate) => candidate.letter === letter);
  return era && yearInEra >= 1 ? era.firstYear + yearInEra - 1 : undefined;
}
