import {
  formatDateTime,
  formatDayAndTime,
  formatDayWithWeekday,
  formatFiscalYear,
  formatLongDate,
  formatMonth,
  formatShortDate,
  formatTime,
  formatYen,
} from '../../src/text/format.js';

test('days are written in the era of the day', () => {
  expect(formatShortDate('2023-11-24', 'ja')).toBe('R5.11.24');
  expect(formatShortDate('2019-04-30', 'ja')).toBe('H31.4.30');
  expect(formatLongDate('2019-04-30', 'ja')).toBe('平成31年4月30日');
  expect(formatLongDate('2019-05-01', 'ja')).toBe('令和元年5月1日');
  expect(formatLongDate('1900-01-02', 'ja')).toBe('2 Jan 1900');
  expect(formatShortDate('2023-11-24', 'en')).toBe('24 Nov 2023');
});

test('months and fiscal years are written in their era', () => {
  expect(formatMonth('2024-01', 'ja')).toBe('令和6年1月');
  expect(formatMonth('2019-04', 'ja')).toBe('平成31年4月');
  expect(formatMonth('2026-12', 'en')).toBe('Dec 2026');
  expect(formatFiscalYear(2019, 'ja')).toBe('令和元年度');
  expect(formatFiscalYear(2026, 'ja')).toBe('令和8年度');
  expect(formatFiscalYear(2026, 'en')).toBe('FY2026');
});

test('times are those of Tokyo on any host', () => {
  const at = Date.parse('2026-09-27T23:55:00Z');
  expect(formatTime(at)).toBe('8:55');
  expect(formatDayAndTime(at, 'ja')).toMatch(/^\d+月\d+日（.）8:55$/);
  expect(formatDayAndTime(at, 'en')).toMatch(/^\w{3} \d+ \w{3} 8:55$/);
  expect(formatDateTime(at, 'ja')).toBe('R8.9.28 8:55');
  expect(formatDayWithWeekday('2026-11-24', 'ja')).toBe('11月24日（火）');
  expect(formatDayWithWeekday('2026-11-24', 'en')).toBe('Tue 24 Nov');
});

test('amounts have separators', () => {
  expect(formatYen(600_000, 'ja')).toBe('600,000円');
  expect(formatYen(600_000, 'en')).toBe('¥600,000');
});
