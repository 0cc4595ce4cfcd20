import fc from 'fast-check';
import { eraYearOf, eraYearOfDate, yearOfEra } from '../../src/domain/era.js';
import {
  fiscalYearOf,
  fiscalYearOfDate,
  monthsOfFiscalYear,
} from '../../src/domain/fiscal-year.js';
import {
  addDays,
  civilDateOf,
  isCivilDate,
  isCivilMonth,
  startOfDay,
} from '../../src/domain/instant.js';
import {
  compareProposalNumbers,
  formatProposalNumber,
  parseProposalNumber,
} from '../../src/domain/proposal-number.js';

test('the fiscal year turns at midnight of 1 April in Tokyo, whatever the host thinks', () => {
  expect(fiscalYearOf(Date.parse('2024-03-31T14:59:59.999Z'))).toBe(2023);
  expect(fiscalYearOf(Date.parse('2024-03-31T15:00:00Z'))).toBe(2024);
  expect(fiscalYearOfDate('2024-02-29')).toBe(2023);
  expect(fiscalYearOfDate('2023-12-31')).toBe(2023);
});

test('a day in Tokyo begins at 15:00 UTC', () => {
  expect(civilDateOf(Date.parse('2023-10-27T14:59:59Z'))).toBe('2023-10-27');
  expect(civilDateOf(Date.parse('2023-10-27T15:00:00Z'))).toBe('2023-10-28');
  expect(startOfDay('2023-10-28')).toBe(Date.parse('2023-10-27T15:00:00Z'));
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
});

test('only real days and months are read', () => {
  expect(isCivilDate('2026-02-29')).toBe(false);
  expect(isCivilDate('2024-02-29')).toBe(true);
  expect(isCivilDate('2024-2-9')).toBe(false);
  expect(isCivilMonth('2026-13')).toBe(false);
  expect(isCivilMonth('2026-12')).toBe(true);
});

test('the months of a fiscal year run from April to March', () => {
  const months = monthsOfFiscalYear(2026);
  expect([months[0], months[8], months[9], months[11], months.length]).toEqual([
    '2026-04',
    '2026-12',
    '2027-01',
    '2027-03',
    12,
  ]);
});

test('years are counted in their era', () => {
  expect(eraYearOf(2026)).toEqual({ letter: 'R', name: '令和', year: 8 });
  expect(eraYearOf(2019)?.year).toBe(1);
  expect(eraYearOf(1999)?.letter).toBe('H');
  expect(eraYearOf(1900)).toBeUndefined();
  expect(yearOfEra('R', 8)).toBe(2026);
  expect(yearOfEra('H', 31)).toBe(2019);
  expect([yearOfEra('R', 0), yearOfEra('X', 1)]).toEqual([undefined, undefined]);
});

test('the era of a day changes with the day, not with the year', () => {
  expect(eraYearOfDate('2019-04-30')).toEqual({ letter: 'H', name: '平成', year: 31 });
  expect(eraYearOfDate('2019-05-01')).toEqual({ letter: 'R', name: '令和', year: 1 });
  expect(eraYearOfDate('1989-01-07')).toEqual({ letter: 'S', name: '昭和', year: 64 });
  expect(eraYearOfDate('1989-01-08')?.name).toBe('平成');
  expect(eraYearOfDate('1926-12-24')).toBeUndefined();
});

test('every day has the era that the calendar of the language gives it', () => {
  const calendar = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
    timeZone: 'UTC',
    era: 'long',
    year: 'numeric',
  });
  const day = fc.date({
    min: new Date('1927-01-01'),
    max: new Date('2060-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, (date) => {
      const parts = new Map(calendar.formatToParts(date).map(({ type, value }) => [type, value]));
      const year = parts.get('year') === '元' ? 1 : Number.parseInt(parts.get('year') ?? '', 10);
      const own = eraYearOfDate(date.toISOString().slice(0, 10));
      expect({ name: own?.name, year: own?.year }).toEqual({ name: parts.get('era'), year });
    }),
  );
});

test('a number is read as people type it', () => {
  const parts = { fiscalYear: 2026, sequence: 1 };
  expect(formatProposalNumber(parts)).toBe('R8-0001');
  for (const typed of ['R8-0001', 'r8-0001', 'Ｒ８－０００１', ' R8ー0001 ', 'R8−0001', 'R80001']) {
    expect(parseProposalNumber(typed)).toEqual(parts);
  }
  for (const typed of ['R8', 'X8-0001', 'R8-0000', '8-0001', 'R8-0001 or 1 eq 1', '']) {
    expect(parseProposalNumber(typed)).toBeUndefined();
  }
});

test('numbers are ordered as numbers, past four digits too', () => {
  expect(['R8-10000', 'R8-9999', 'R5-0648', 'R8-0002'].toSorted(compareProposalNumbers)).toEqual([
    'R5-0648',
    'R8-0002',
    'R8-9999',
    'R8-10000',
  ]);
  expect(formatProposalNumber({ fiscalYear: 2026, sequence: 10000 })).toBe('R8-10000');
});
