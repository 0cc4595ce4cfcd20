import fc from 'fast-check';
import { isQuietTime, quietUntil } from '../../src/domain/quiet-time.js';

const nights = { from: 17 * 60 + 15, to: 8 * 60 + 30 };
const noon = { from: 12 * 60, to: 13 * 60 };
const at = (text: string): number => Date.parse(`${text}+09:00`);
/** Monday 23 November 2026 is 勤労感謝の日. */
const isHoliday = (date: string): boolean => date === '2026-11-23';

test.each([
  ['2026-11-20T08:29:59', true],
  ['2026-11-20T08:30:00', false],
  ['2026-11-20T17:14:59', false],
  ['2026-11-20T17:15:00', true],
  ['2026-11-21T10:00:00', true],
  ['2026-11-22T10:00:00', true],
  ['2026-11-23T10:00:00', true],
  ['2026-11-24T10:00:00', false],
])('by nights, weekends and holidays %s is quiet: %s', (when, isQuiet) => {
  expect(isQuietTime(at(when), nights, isHoliday)).toBe(isQuiet);
});

test.each([
  ['2026-11-19T18:00:00', '2026-11-20T08:30:00'],
  ['2026-11-20T03:00:00', '2026-11-20T08:30:00'],
  ['2026-11-20T17:15:00', '2026-11-24T08:30:00'],
  ['2026-11-22T10:00:00', '2026-11-24T08:30:00'],
])('quiet time that is on at %s ends at %s', (when, end) => {
  expect(quietUntil(at(when), nights, isHoliday)).toBe(at(end));
});

test('hours of one day end on that day, and after a closed day the office may be told from midnight on', () => {
  expect(quietUntil(at('2026-11-20T12:30:00'), noon, isHoliday)).toBe(at('2026-11-20T13:00:00'));
  expect(quietUntil(at('2026-11-22T12:30:00'), noon, isHoliday)).toBe(at('2026-11-24T00:00:00'));
  expect(quietUntil(at('2026-11-20T11:30:00'), noon, isHoliday)).toBeUndefined();
});

test('from any instant of quiet time on it is quiet until its end, and not then', () => {
  const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
  fc.assert(
    fc.property(
      minute,
      minute,
      fc.integer({ min: at('2026-11-01T00:00:00'), max: at('2027-01-31T00:00:00') }),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      (from, to, when, share) => {
        fc.pre(from !== to);
        const hours = { from, to };
        const end = quietUntil(when, hours, isHoliday);
        if (end === undefined) return !isQuietTime(when, hours, isHoliday);
        const between = when + Math.floor((end - when) * share);
        return isQuietTime(between, hours, isHoliday) && !isQuietTime(end, hours, isHoliday);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('where offices never open there is no end to tell', () => {
  expect(quietUntil(at('2026-11-20T12:30:00'), nights, () => true)).toBeUndefined();
});
