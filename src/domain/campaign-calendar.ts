import { addDays, type CivilDate, civilDateOf, type Instant, startOfDay } from './instant.js';
import { addWorkingDays, isWorkingDay } from './working-days.js';

/** The prepared posts of a campaign, in order (domain 8). */
export const calendarPosts = ['opening', 'halfway', 'one-week-left', 'last-day', 'thanks'] as const;

/** One of the posts. */
export type CalendarPost = (typeof calendarPosts)[number];

/** What the secretariat changed of a prepared post: its own text, or that it is left out. */
export interface CalendarChange {
  readonly post: CalendarPost;
  /** May hold {title}, {until} and {count}, which are filled in when it is sent. */
  readonly text?: string;
  readonly isOff?: boolean;
}

/** What a calendar is derived from. */
export interface CalendarSource {
  readonly id: string;
  readonly opensAt: Instant;
  readonly closesAt?: Instant;
  readonly calendar?: readonly CalendarChange[];
}

/** A post with the instant at which it is due. `id` is the same for whoever derives it. */
export interface PlannedPost {
  readonly id: string;
  readonly post: CalendarPost;
  readonly at: Instant;
  /** Absent where the prepared text is used. */
  readonly text?: string;
}

/** 09:00, when everybody is at work. */
const postHourMs = 9 * 60 * 60 * 1000;
const week = 7;

type IsHoliday = (date: CivilDate) => boolean;

const onWorkingDayFrom = (day: CivilDate, isHoliday: IsHoliday): CivilDate =>
  isWorkingDay(day, isHoliday) ? day : addWorkingDays(day, 1, isHoliday);

function onWorkingDayUpTo(day: CivilDate, isHoliday: IsHoliday): CivilDate {
  let found = day;
  while (!isWorkingDay(found, isHoliday)) found = addDays(found, -1);
  return found;
}

/** The working days of a span, both ends included. */
function workingDaysOf(from: CivilDate, to: CivilDate, isHoliday: IsHoliday): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, isHoliday)) days.push(day);
  }
  return days;
}

const nineOn = (day: CivilDate): Instant => startOfDay(day) + postHourMs;

/** Opening: at nine on the first working day at or after it opens, and never before it is open. */
function openingAt(opensAt: Instant, isHoliday: IsHoliday): Instant {
  const day = civilDateOf(opensAt);
  const nine = nineOn(onWorkingDayFrom(day, isHoliday));
  if (nine >= opensAt) return nine;
  return nineOn(addWorkingDays(day, 1, isHoliday));
}

type Dated = readonly [CalendarPost, Instant];

function datesOf({ opensAt, closesAt }: CalendarSource, isHoliday: IsHoliday): readonly Dated[] {
  const opening: Dated = ['opening', openingAt(opensAt, isHoliday)];
  if (closesAt === undefined) return [opening];
  const lastDay = civilDateOf(closesAt - 1);
  const days = workingDaysOf(civilDateOf(opensAt), lastDay, isHoliday);
  const middle = days[Math.floor(days.length / 2)];
  const weekLeft = onWorkingDayUpTo(addDays(lastDay, -week), isHoliday);
  return [
    opening,
    ...(middle === undefined ? [] : [['halfway', nineOn(middle)] as const]),
    ['one-week-left', nineOn(weekLeft)],
    ['last-day', nineOn(onWorkingDayUpTo(lastDay, isHoliday))],
    ['thanks', nineOn(addWorkingDays(lastDay, 1, isHoliday))],
  ];
}

/** Posts that would crowd into a short campaign give way to the ones after them. */
function withoutCrowding(dated: readonly Dated[], { opensAt, closesAt }: CalendarSource): Dated[] {
  const end = closesAt ?? Number.MAX_VALUE;
  const fitting = dated.filter(([post, at]) => post === 'thanks' || (at >= opensAt && at < end));
  return fitting.filter(([, at], index) => {
    const later = fitting.slice(index + 1);
    return later.every(([, next]) => at < next);
  });
}

/**
 * The prepared posts of a campaign with their instants, derived from its period: always on working days at nine, each
 * after the one before. A moved deadline moves them. An always open campaign has only its opening.
 */
export function calendarOf(campaign: CalendarSource, isHoliday: IsHoliday): readonly PlannedPost[] {
  return withoutCrowding(datesOf(campaign, isHoliday), campaign).flatMap(([post, at]) => {
    const change = campaign.calendar?.find((each) => each.post === post);
    if (change?.isOff) return [];
    const id = `${campaign.id}:${post}`;
    return [{ id, post, at, ...(change?.text !== undefined && { text: change.text }) }];
  });
}
