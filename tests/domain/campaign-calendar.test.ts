import fc from 'fast-check';
import { type CalendarSource, calendarOf } from '../../src/domain/campaign-calendar.js';
import { civilDateOf, startOfDay } from '../../src/domain/instant.js';
import { isWorkingDay, officeHolidays } from '../../src/domain/working-days.js';

const holidays = new Set(['2026-09-21', '2026-09-22', '2026-09-23', '2026-10-12', '2026-11-03']);
const isHoliday = (day: string): boolean => holidays.has(day);

/** Open from the first day to the end of the last. */
const campaign = (first: string, last: string): CalendarSource => ({
  id: 'demo',
  opensAt: startOfDay(first),
  closesAt: startOfDay(last) + 24 * 60 * 60 * 1000,
});

const daysOf = (source: CalendarSource): Record<string, string> =>
  Object.fromEntries(
    calendarOf(source, isHoliday).map(({ post, at }) => {
      const nine = new Date(at + 9 * 60 * 60 * 1000).toISOString();
      return [post, nine.slice(0, 16).replace('T', ' ')];
    }),
  );

test('the posts of six weeks stand on working days at nine', () => {
  expect(daysOf(campaign('2026-09-15', '2026-10-27'))).toEqual({
    opening: '2026-09-15 09:00',
    halfway: '2026-10-07 09:00',
    'one-week-left': '2026-10-20 09:00',
    'last-day': '2026-10-27 09:00',
    thanks: '2026-10-28 09:00',
  });
});

test('a deadline on a Sunday brings the last post forward to the Friday, thanks follow on the Monday', () => {
  expect(daysOf(campaign('2026-09-01', '2026-09-20'))).toMatchObject({
    'last-day': '2026-09-18 09:00',
    // Monday to Wednesday are holidays.
    thanks: '2026-09-24 09:00',
  });
});

test('in a week of proposing the posts that would crowd give way', () => {
  expect(Object.keys(daysOf(campaign('2026-10-05', '2026-10-09')))).toEqual([
    'opening',
    'halfway',
    'last-day',
    'thanks',
  ]);
  expect(Object.keys(daysOf(campaign('2026-10-05', '2026-10-05')))).toEqual(['last-day', 'thanks']);
});

test('an always open campaign has its opening alone', () => {
  expect(daysOf({ id: 'always', opensAt: startOfDay('2026-10-10') })).toEqual({
    opening: '2026-10-13 09:00',
  });
});

test('a campaign that opens in the afternoon is announced the next working morning', () => {
  const opensAt = startOfDay('2026-10-09') + 15 * 60 * 60 * 1000;
  expect(daysOf({ id: 'a', opensAt })).toEqual({ opening: '2026-10-13 09:00' });
});

test('a text of the secretariat replaces the prepared one, and a post can be left out', () => {
  const planned = calendarOf(
    {
      ...campaign('2026-09-15', '2026-10-27'),
      calendar: [
        { post: 'halfway', isOff: true },
        { post: 'thanks', text: 'ありがとうございました（{count}件）' },
      ],
    },
    isHoliday,
  );
  expect(planned.map(({ id }) => id)).toEqual([
    'demo:opening',
    'demo:one-week-left',
    'demo:last-day',
    'demo:thanks',
  ]);
  expect(planned.at(-1)?.text).toBe('ありがとうございました（{count}件）');
});

test('whatever the period, posts follow each other, on working days, within it but for the thanks', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000_000 }),
      fc.integer({ min: 1, max: 20_000_000 }),
      (start, seconds) => {
        const opensAt = startOfDay('2026-08-01') + start * 1000;
        const closesAt = opensAt + seconds * 1000;
        const planned = calendarOf({ id: 'x', opensAt, closesAt }, isHoliday);
        for (const [index, { post, at }] of planned.entries()) {
          expect(isWorkingDay(civilDateOf(at), isHoliday)).toBe(true);
          expect(at).toBeGreaterThan(planned[index - 1]?.at ?? 0);
          expect(post === 'thanks' ? at >= closesAt : at >= opensAt && at < closesAt).toBe(true);
        }
        expect(planned.at(-1)?.post).toBe('thanks');
      },
    ),
  );
});

test('the office closes and opens on the days of its own master, whatever the calendar says', () => {
  const days = officeHolidays(isHoliday, [
    { id: '2026-10-06', label: '創立記念日（架空）', dayKind: 'closed' },
    { id: '2026-10-12', label: '振替', dayKind: 'open' },
    { id: '2026-11-03', label: '文化の日', dayKind: 'as-usual' },
  ]);
  expect(['2026-10-06', '2026-10-12', '2026-11-03', '2026-10-07'].map(days)).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
