import holidayJp from '@holiday-jp/holiday_jp';
import type { CivilDate } from '../domain/instant.js';

/** 29 December to 3 January: public offices are closed by law besides the holidays (地方公務員の年末年始の休日). */
const yearEnd: ReadonlySet<string> = new Set([
  '12-29',
  '12-30',
  '12-31',
  '01-01',
  '01-02',
  '01-03',
]);

/** Whether Japanese public offices are closed on a day for another reason than the weekend. */
export function isOfficeHoliday(date: CivilDate): boolean {
  return yearEnd.has(date.slice(5)) || Object.hasOwn(holidayJp.holidays, date);
}
