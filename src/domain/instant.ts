/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A calendar day in Asia/Tokyo, `YYYY-MM-DD`. */
export type CivilDate = string;

/** A calendar month in Asia/Tokyo, `YYYY-MM`. */
export type CivilMonth = string;

const jstOffsetMs = 9 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

/** The day in Asia/Tokyo on which an instant falls. Japan keeps no summer time, so the offset is fixed. */
export function civilDateOf(at: Instant): CivilDate {
  return new Date(at + jstOffsetMs).toISOString().slice(0, 10);
}

/** The first instant of a day in Asia/Tokyo. */
export function startOfDay(date: CivilDate): Instant {
  return Date.parse(`${date}T00:00:00Z`) - jstOffsetMs;
}

/** The day `days` after (or before, if negative) a day. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The month in which a day lies. */
export function monthOf(date: CivilDate): CivilMonth {
  return date.slice(0, 7);
}

/** The last day of a month. */
export function lastDayOf(month: CivilMonth): CivilDate {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** Whole seconds, because SharePoint date columns drop milliseconds and a value must read back equal. */
export function wholeSecond(at: Instant): Instant {
  return Math.floor(at / 1000) * 1000;
}

/** Whether a text is a real calendar day written `YYYY-MM-DD`. */
export function isCivilDate(text: string): text is CivilDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** Whether a text is a real calendar month written `YYYY-MM`. */
export function isCivilMonth(text: string): text is CivilMonth {
  return isCivilDate(`${text}-01`);
}
