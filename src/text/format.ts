import type { Locale } from '../domain/conversation.js';
import { type EraYear, eraYearOf, eraYearOfDate } from '../domain/era.js';
import type { FiscalYear } from '../domain/fiscal-year.js';
import { type CivilDate, type CivilMonth, civilDateOf, type Instant } from '../domain/instant.js';

const weekdays = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;

const monthsEn = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function partsOf(date: CivilDate): DateParts {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

function weekdayOf(date: CivilDate, locale: Locale): string {
  return weekdays[locale][new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}

/** An era year in full, its first one as 元. */
function fullEra({ name, year }: EraYear): string {
  return `${name}${year === 1 ? '元' : year}年`;
}

/** The clock time in Asia/Tokyo, `9:05`. */
export function formatTime(at: Instant): string {
  const jst = new Date(at + 9 * 60 * 60 * 1000);
  return `${jst.getUTCHours()}:${String(jst.getUTCMinutes()).padStart(2, '0')}`;
}

/** In lists and trails: `R8.11.24`, or `24 Nov 2026`. */
export function formatShortDate(date: CivilDate, locale: Locale): string {
  const { year, month, day } = partsOf(date);
  const era = eraYearOfDate(date);
  if (locale === 'en' || !era) return `${day} ${monthsEn[month - 1] ?? ''} ${year}`;
  return `${era.letter}${era.year}.${month}.${day}`;
}

/** On cards: `11月24日`, or `24 Nov`. */
export function formatMonthDay(date: CivilDate, locale: Locale): string {
  const { month, day } = partsOf(date);
  return locale === 'ja' ? `${month}月${day}日` : `${day} ${monthsEn[month - 1] ?? ''}`;
}

/** In sentences: `11月24日（火）`, or `Tue 24 Nov`. */
export function formatDayWithWeekday(date: CivilDate, locale: Locale): string {
  const weekday = weekdayOf(date, locale);
  return locale === 'ja'
    ? `${formatMonthDay(date, locale)}（${weekday}）`
    : `${weekday} ${formatMonthDay(date, locale)}`;
}

/** In headings: `令和8年11月24日`, or `24 Nov 2026`. */
export function formatLongDate(date: CivilDate, locale: Locale): string {
  const { month, day } = partsOf(date);
  const era = eraYearOfDate(date);
  if (locale === 'en' || !era) return formatShortDate(date, 'en');
  return `${fullEra(era)}${month}月${day}日`;
}

/** A month: `令和8年12月`, or `Dec 2026`. */
export function formatMonth(month: CivilMonth, locale: Locale): string {
  const parts = partsOf(`${month}-01`);
  const era = eraYearOfDate(`${month}-01`);
  if (locale === 'en' || !era) return `${monthsEn[parts.month - 1] ?? ''} ${parts.year}`;
  return `${fullEra(era)}${parts.month}月`;
}

/** A fiscal year: `令和8年度`, or `FY2026`. */
export function formatFiscalYear(fiscalYear: FiscalYear, locale: Locale): string {
  const era = eraYearOf(fiscalYear);
  if (locale === 'en' || !era) return `FY${fiscalYear}`;
  return `${fullEra(era)}度`;
}

/** Day and time in sentences: `11月24日（火）8:30`, or `Tue 24 Nov 8:30`. */
export function formatDayAndTime(at: Instant, locale: Locale): string {
  const day = formatDayWithWeekday(civilDateOf(at), locale);
  return `${day}${locale === 'ja' ? '' : ' '}${formatTime(at)}`;
}

/** Day and time of an instant: `R8.9.28 8:55`. */
export function formatDateTime(at: Instant, locale: Locale): string {
  return `${formatShortDate(civilDateOf(at), locale)} ${formatTime(at)}`;
}

/** Yen with separators: `600,000円`, or `¥600,000`. */
export function formatYen(amount: number, locale: Locale): string {
  const digits = amount.toLocaleString('en-US');
  return locale === 'ja' ? `${digits}円` : `¥${digits}`;
}

/** How many there are: `10,000`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

const kibi = 1024;

/** The size of a file: `320 KB`, `2.4 MB`; never less than it is. */
export function formatBytes(bytes: number, locale: Locale): string {
  const isLarge = bytes > 1000 * kibi;
  const [amount, unit] = isLarge ? [bytes / kibi ** 2, 'MB'] : [bytes / kibi, 'KB'];
  const scale = isLarge ? 10 : 1;
  const rounded = Math.ceil(amount * scale) / scale;
  return `${rounded.toLocaleString(locale === 'ja' ? 'ja-JP' : 'en-US')} ${unit}`;
}
