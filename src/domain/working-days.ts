import { addDays, type CivilDate } from './instant.js';

/** Says of a day of the week whether offices are closed. */
export type IsHoliday = (date: CivilDate) => boolean;

/** Days further apart than this are not counted one by one. */
const mostCounted = 1_000;

/** Whether offices work on a day: Monday to Friday and no holiday. */
export function isWorkingDay(date: CivilDate, isHoliday: IsHoliday): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(date);
}

/** The day that is `count` working days after a day, or before it if negative; the day itself does not count. */
export function addWorkingDays(date: CivilDate, count: number, isHoliday: IsHoliday): CivilDate {
  const step = Math.sign(count);
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(day, isHoliday)) left -= 1;
  }
  return day;
}

/** How many working days lie from a day on (included) to another (not included); 0 where that is earlier. At most 1,000. */
export function countWorkingDays(from: CivilDate, before: CivilDate, isHoliday: IsHoliday): number {
  let count = 0;
  for (let day = from; day < before && count < mostCounted; day = addDays(day, 1)) {
    if (isWorkingDay(day, isHoliday)) count += 1;
  }
  return count;
}

/** Working days left until a day on which something is due: 0 on the day itself, negative afterwards. */
export function workingDaysLeft(today: CivilDate, dueOn: CivilDate, isHoliday: IsHoliday): number {
  return dueOn >= today
    ? countWorkingDays(addDays(today, 1), addDays(dueOn, 1), isHoliday)
    : -countWorkingDays(addDays(dueOn, 1), addDays(today, 1), isHoliday);
}

/** What a day of the holidays master is: offices closed, offices open although the calendar closes them, or neither. */
export const dayKinds = ['closed', 'open', 'as-usual'] as const;

/** One of the kinds. */
export type DayKind = (typeof dayKinds)[number];

/** A row of the holidays master: how an office differs from the calendar on one day. */
export interface OfficeDay {
  /** The day itself. */
  readonly id: CivilDate;
  readonly label: string;
  readonly dayKind: DayKind;
}

/** The holidays of an office: the calendar, but for the days its own master names. */
export function officeHolidays(
  calendar: (date: CivilDate) => boolean,
  days: readonly OfficeDay[],
): (date: CivilDate) => boolean {
  const own = new Map(days.map(({ id, dayKind }) => [id, dayKind]));
  return (date) => {
    const kind = own.get(date);
    return kind === 'closed' || (kind !== 'open' && calendar(date));
  };
}
