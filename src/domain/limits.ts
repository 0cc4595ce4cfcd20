import { addDays, type CivilDate } from './instant.js';

/** Bounds of the texts of acts, in user-visible characters (domain specification 1.6). */
export const actTextLimits = {
  question: 500,
  answer: 1_000,
  reason: { least: 10, most: 500 },
  note: 1_000,
  opinion: 1_000,
  line: 60,
  remaining: 500,
} as const;

/** Working days within which an office answers, unless another day is named. */
export const replyWorkingDays = { question: 10, opinion: 20, delegation: 20 } as const;

const furthestYears = 10;

/** The last day that an answer or a meeting can be set for: ten years ahead. */
export function latestDay(today: CivilDate): CivilDate {
  const year = Number(today.slice(0, 4)) + furthestYears;
  const day = `${String(year).padStart(4, '0')}${today.slice(4)}`;
  // 29 February has no tenth anniversary.
  return day.endsWith('-02-29') ? addDays(day.replace('-02-29', '-03-01'), -1) : day;
}

/** Most co-proposers of one proposal. */
export const mostCoProposers = 9;
