import { addDays, type CivilDate } from './instant.js';

/** Whether offices work on a day: Monday to Friday and no holiday. */
export function isWorkingDay(date: CivilDate, isHoliday: (date: CivilDate) => boolean): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(date);
}

/** The day that is `count` working days after a day; the day itself does not count. */
export function addWorkingDays(
  date: CivilDate,
  count: number,
  isHoliday: (date: CivilDate) => boolean,
): CivilDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, isHoliday)) left -= 1;
  }
  return day;
}
