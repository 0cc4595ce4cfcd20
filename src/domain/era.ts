import type { CivilDate } from './instant.js';

/** An era 元号: from which day it counts, and the first fiscal year that is written in it. A new era is one more row. */
interface Era {
  readonly letter: string;
  readonly name: string;
  readonly firstDay: CivilDate;
  readonly firstFiscalYear: number;
}

/** Latest first. What lies before the last row is written in Gregorian years. */
const eras: readonly Era[] = [
  { letter: 'R', name: '令和', firstDay: '2019-05-01', firstFiscalYear: 2019 },
  { letter: 'H', name: '平成', firstDay: '1989-01-08', firstFiscalYear: 1989 },
  { letter: 'S', name: '昭和', firstDay: '1926-12-25', firstFiscalYear: 1926 },
];

/** A year counted in its era: letter, name and the year within the era (1 is written 元 in full form). */
export interface EraYear {
  readonly letter: string;
  readonly name: string;
  readonly year: number;
}

function counted(era: Era | undefined, year: number): EraYear | undefined {
  if (!era) return undefined;
  return { letter: era.letter, name: era.name, year: year - Number(era.firstDay.slice(0, 4)) + 1 };
}

/** The era year of a day: 2019-04-30 is 平成31年, the day after 令和元年. Undefined before the first known era. */
export function eraYearOfDate(date: CivilDate): EraYear | undefined {
  const era = eras.find(({ firstDay }) => date >= firstDay);
  return counted(era, Number(date.slice(0, 4)));
}

/** The era year in which a fiscal year is written (R8 for 2026); undefined before the first known era. */
export function eraYearOf(fiscalYear: number): EraYear | undefined {
  const era = eras.find(({ firstFiscalYear }) => fiscalYear >= firstFiscalYear);
  return counted(era, fiscalYear);
}

/** The Gregorian year of an era letter and year; undefined for an unknown letter. */
export function yearOfEra(letter: string, yearInEra: number): number | undefined {
  const era = eras.find((candidate) => candidate.letter === letter);
  return era && yearInEra >= 1 ? Number(era.firstDay.slice(0, 4)) + yearInEra - 1 : undefined;
}
