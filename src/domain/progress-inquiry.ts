import type { DutyCalendar } from './duty-calendar.js';
import { addDays, type CivilDate } from './instant.js';
import { isWorkingDay } from './working-days.js';

/** Months on whose first working day the departments are asked how their items go 進捗照会. */
export const inquiryMonths = [4, 7, 10, 1] as const;

/** Working days within which they answer. */
export const inquiryWorkingDays = 10;

/** One inquiry: the day on which it is asked and the day by which it is answered. */
export interface Inquiry {
  readonly opensOn: CivilDate;
  readonly dueOn: CivilDate;
}

function inquiryOf(year: number, month: number, calendar: DutyCalendar): Inquiry {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const opensOn = isWorkingDay(first, calendar.isHoliday)
    ? first
    : calendar.afterWorkingDays(first, 1);
  return { opensOn, dueOn: calendar.afterWorkingDays(opensOn, inquiryWorkingDays) };
}

function inquiriesAround(day: CivilDate, calendar: DutyCalendar): readonly Inquiry[] {
  const year = Number(day.slice(0, 4));
  return [year - 1, year, year + 1]
    .flatMap((each) => inquiryMonths.map((month) => inquiryOf(each, month, calendar)))
    .toSorted((a, b) => (a.opensOn < b.opensOn ? -1 : 1));
}

/** The inquiry that follows a day: what was reported before it opens is no answer to it. */
export function nextInquiry(day: CivilDate, calendar: DutyCalendar): Inquiry {
  const next = inquiriesAround(day, calendar).find(({ opensOn }) => opensOn > day);
  return next ?? { opensOn: addDays(day, 1), dueOn: addDays(day, 1) };
}

/** The inquiry under way on a day, or the last one before it. */
export function presentInquiry(day: CivilDate, calendar: DutyCalendar): Inquiry {
  const past = inquiriesAround(day, calendar).findLast(({ opensOn }) => opensOn <= day);
  return past ?? { opensOn: day, dueOn: day };
}
