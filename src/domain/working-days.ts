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
