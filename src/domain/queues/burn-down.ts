import { addDays, type CivilDate, civilDateOf, type Instant } from '../instant.js';
import type { Proposal } from '../proposal.js';
import { decidedIn } from '../read-course.js';
import type { Status } from '../status.js';
import { addWorkingDays, countWorkingDays, isWorkingDay } from '../working-days.js';

/** What is left on the evening of a working day. */
export interface RemainingOn {
  readonly day: CivilDate;
  readonly remaining: number;
}

/** 残り n 件・報告日まで 1 日 m 件. */
export interface BurnDown {
  /** Undecided: received, asked back or under review. */
  readonly remaining: number;
  readonly decidedLastWorkingDay: number;
  /** The past working days, oldest first, today last. */
  readonly days: readonly RemainingOn[];
  /** Absent where no report day is set. */
  readonly pace?: {
    readonly reportOn: CivilDate;
    /** From today on, the report day not counted. */
    readonly workingDays: number;
    /** How many have to be decided on each of them; all that are left where none remains. */
    readonly perDay: number;
    readonly isOnPace: boolean;
  };
}

const shownDays = 20;
const undecidedStatuses: ReadonlySet<Status> = new Set(['received', 'clarifying', 'reviewing']);

/** Whether nothing is decided about a proposal yet. */
export function isUndecided({ status, mergedInto }: Proposal): boolean {
  return mergedInto === undefined && undecidedStatuses.has(status);
}

/** When a proposal left the undecided; undefined while it is one of them. */
function decidedAt(proposal: Proposal): Instant | undefined {
  if (isUndecided(proposal)) return undefined;
  return proposal.course ? proposal.course.decidedAt : decidedIn(proposal.trail);
}

function paceTo(
  reportOn: CivilDate,
  today: CivilDate,
  remaining: number,
  isHoliday: (date: CivilDate) => boolean,
  lastDay: number,
): BurnDown['pace'] {
  const workingDays = countWorkingDays(today, reportOn, isHoliday);
  const perDay = workingDays > 0 ? Math.ceil(remaining / workingDays) : remaining;
  return { reportOn, workingDays, perDay, isOnPace: remaining === 0 || lastDay >= perDay };
}

/** What is undecided, how it went down, and the pace that it takes to be done by the report day. */
export function burnDown(
  proposals: readonly Proposal[],
  today: CivilDate,
  isHoliday: (date: CivilDate) => boolean,
  reportOn?: CivilDate,
): BurnDown {
  const received = proposals.map(({ receivedAt }) => civilDateOf(receivedAt));
  const decided = proposals
    .map(decidedAt)
    .map((at) => (at === undefined ? undefined : civilDateOf(at)));
  const remainingOn = (day: CivilDate): number =>
    received.filter((on, index) => on <= day && (decided[index] ?? '9') > day).length;
  const first = addWorkingDays(addDays(today, 1), -shownDays, isHoliday);
  const days: RemainingOn[] = [];
  for (let day = first; day <= today; day = addDays(day, 1)) {
    if (isWorkingDay(day, isHoliday)) days.push({ day, remaining: remainingOn(day) });
  }
  const remaining = proposals.filter(isUndecided).length;
  const lastDay = addWorkingDays(today, -1, isHoliday);
  const decidedLastWorkingDay = decided.filter((on) => on === lastDay).length;
  const pace = reportOn && paceTo(reportOn, today, remaining, isHoliday, decidedLastWorkingDay);
  return { remaining, decidedLastWorkingDay, days, ...(pace && { pace }) };
}
