import { isOfficeHoliday } from '../../src/api/office-holidays.js';
import { addWorkingDays, isWorkingDay } from '../../src/domain/working-days.js';

describe('working days', () => {
  test.each([
    ['2026-11-20', 1, '2026-11-24', 'over a weekend and a holiday on Monday'],
    ['2026-12-28', 1, '2027-01-04', 'over the year end, when offices are closed by law'],
    ['2026-04-28', 3, '2026-05-07', 'over 昭和の日 and the holidays of May'],
    ['2026-11-21', 0, '2026-11-21', 'none: the day itself, working or not'],
  ])('from %s, %i of them end on %s: %s', (from, count, end) => {
    expect(addWorkingDays(from, count, isOfficeHoliday)).toBe(end);
  });

  test('without holidays are Monday to Friday', () => {
    const week = Array.from({ length: 7 }, (_, index) => `2026-11-${16 + index}`);
    expect(week.map((day) => isWorkingDay(day, () => false))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test('know substitute holidays and the day between two holidays', () => {
    expect(['2026-05-06', '2026-09-22', '2026-11-24'].map(isOfficeHoliday)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
