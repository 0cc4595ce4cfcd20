import { addDays, civilDateOf, type Instant, startOfDay } from './instant.js';
import { type IsHoliday, isWorkingDay } from './working-days.js';

const minuteMs = 60_000;

/** The hours of a day in Tokyo in which nobody is told of anything, in minutes since midnight. `from` may be later than `to`. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** No office is closed for longer. */
const mostDays = 60;

/** Whether people are left in peace: outside the hours in which they may be told, and on days on which offices are closed. */
export function isQuietTime(at: Instant, { from, to }: QuietHours, isHoliday: IsHoliday): boolean {
  const today = civilDateOf(at);
  if (!isWorkingDay(today, isHoliday)) return true;
  const minute = Math.floor((at - startOfDay(today)) / minuteMs);
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** When quiet time ends that is on at an instant; undefined where it is not on. */
export function quietUntil(
  at: Instant,
  hours: QuietHours,
  isHoliday: IsHoliday,
): Instant | undefined {
  if (!isQuietTime(at, hours, isHoliday)) return undefined;
  const today = civilDateOf(at);
  for (let days = 0; days < mostDays; days += 1) {
    const day = startOfDay(addDays(today, days));
    const ends = [day, day + hours.to * minuteMs];
    const end = ends.find((each) => each > at && !isQuietTime(each, hours, isHoliday));
    if (end !== undefined) return end;
  }
  return undefined;
}
