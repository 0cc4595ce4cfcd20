import type { Act } from './act.js';
import type { ActContext } from './act-context.js';
import type { Audience } from './audience.js';
import { audienceOf, audienceOfDepartment } from './audience-of.js';
import { type Awaited, awaitedOf } from './awaited.js';
import { capacitiesOn } from './capacity.js';
import type { DutyCalendar } from './duty-calendar.js';
import { dutyTable, urgentDuties } from './duty-table.js';
import { type CivilDate, civilDateOf, type Instant, startOfDay } from './instant.js';
import type { Proposal } from './proposal.js';
import type { AwaitedKind, ReminderStep } from './reminder.js';
import { record } from './replay.js';
import { allowed, type Result, refused } from './result.js';
import { isWorkingDay } from './working-days.js';

type Reminded = 'proposer' | 'department' | 'secretariat';

/** One step of reminding: how many working days after the day (before it if negative), and whom. */
interface StepRule {
  readonly step: ReminderStep;
  readonly workingDays: number;
  readonly reminds: Reminded;
}

const soonDays = -3;

/** Who is reminded of what, and when, in the order of the days (domain 2; the days to escalate are those of the duty). */
export const reminderTable: Readonly<Record<AwaitedKind, readonly StepRule[]>> = {
  question: [
    { step: 'soon', workingDays: soonDays, reminds: 'proposer' },
    {
      step: 'escalated',
      workingDays: dutyTable.clarifying.escalatesAfter,
      reminds: 'secretariat',
    },
  ],
  opinion: [
    { step: 'soon', workingDays: soonDays, reminds: 'department' },
    { step: 'overdue', workingDays: 1, reminds: 'department' },
    { step: 'escalated', workingDays: urgentDuties.opinion.escalatesAfter, reminds: 'secretariat' },
  ],
  delegation: [
    { step: 'soon', workingDays: soonDays, reminds: 'department' },
    { step: 'overdue', workingDays: 1, reminds: 'department' },
    {
      step: 'escalated',
      workingDays: urgentDuties.delegation.escalatesAfter,
      reminds: 'secretariat',
    },
  ],
  // Not to the department's channel: what waits to be confirmed is not published.
  confirmation: [
    {
      step: 'escalated',
      workingDays: urgentDuties.confirmation.escalatesAfter,
      reminds: 'secretariat',
    },
  ],
};

/** From this time of a working day on people are reminded, in milliseconds: 8:30. */
const officeOpensMs = 8.5 * 60 * 60 * 1000;

/** A step whose day has come and that was not taken. */
export interface DueReminder {
  readonly awaited: Awaited;
  readonly rule: StepRule;
}

/**
 * Whether the day of a step has come. What is asked at short notice is not reminded of on the same day, and nobody is
 * told that a day comes which is past: a standstill is not followed by a row of reminders.
 */
function hasCome(
  { askedOn, dueOn }: Awaited,
  { step, workingDays }: StepRule,
  today: CivilDate,
  calendar: DutyCalendar,
): boolean {
  const day = calendar.afterWorkingDays(dueOn, workingDays);
  return day > askedOn && day <= today && (step !== 'soon' || today <= dueOn);
}

/** The steps of one awaited answer that are due. */
function dueSteps(
  { reminders = [] }: Proposal,
  awaited: Awaited,
  today: CivilDate,
  calendar: DutyCalendar,
): readonly DueReminder[] {
  const { about, target } = awaited;
  const isTaken = ({ step }: StepRule): boolean =>
    reminders.some((each) => each.about === about && each.target === target && each.step === step);
  return reminderTable[about]
    .filter((rule) => hasCome(awaited, rule, today, calendar) && !isTaken(rule))
    .map((rule) => ({ awaited, rule }));
}

/** What is to be reminded of now: on working days from 8:30 on, and not while a publication is under way. */
export function dueReminders(
  proposal: Proposal,
  at: Instant,
  calendar: DutyCalendar,
): readonly DueReminder[] {
  if (proposal.publicationDue) return [];
  const awaited = awaitedOf(proposal, calendar);
  if (awaited.length === 0) return [];
  const today = civilDateOf(at);
  const isOpen = isWorkingDay(today, calendar.isHoliday) && at - startOfDay(today) >= officeOpensMs;
  return isOpen ? awaited.flatMap((each) => dueSteps(proposal, each, today, calendar)) : [];
}

type Context = Pick<ActContext, 'channelMap' | 'campaign' | 'supportersOf'>;

/** Whom a reminder reaches. Where a department has no channel, the secretariat hears of it instead. */
function audienceOfReminder(
  proposal: Proposal,
  { awaited, rule }: DueReminder,
  context: Context,
  at: Instant,
): Audience {
  if (rule.reminds === 'proposer') {
    return audienceOf(proposal, ['proposer', 'co-proposer'], context, at);
  }
  const { departmentId } = awaited;
  if (rule.reminds === 'department' && departmentId !== undefined) {
    const audience = audienceOfDepartment(context.channelMap, departmentId, at);
    if (audience.channels.length > 0) return audience;
  }
  return audienceOf(proposal, ['secretariat'], context, at);
}

/** Reminds of everything that is due, each once per step, as the product itself. */
export function remind(
  proposal: Proposal,
  act: Act,
  context: Context,
  calendar: DutyCalendar,
): Result<Proposal> {
  if (!capacitiesOn(proposal, act).includes('system')) return refused({ code: 'not-permitted' });
  const due = dueReminders(proposal, act.at, calendar);
  if (due.length === 0) return refused({ code: 'nothing-to-remind' });
  return allowed(
    due.reduce(
      (present, each) =>
        record(present, act, {
          kind: 'reminded',
          about: each.awaited.about,
          target: each.awaited.target,
          step: each.rule.step,
          dueOn: each.awaited.dueOn,
          audience: audienceOfReminder(proposal, each, context, act.at),
        }),
      proposal,
    ),
  );
}
