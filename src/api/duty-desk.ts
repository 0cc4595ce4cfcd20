import type { Duty } from '../domain/duties.js';
import { dutyOf } from '../domain/duties.js';
import { createDutyCalendar, type DutyCalendar } from '../domain/duty-calendar.js';
import { type CivilDate, civilDateOf } from '../domain/instant.js';
import type { Proposal } from '../domain/proposal.js';
import type { Holders } from '../domain/queues/without-holder.js';
import { workingDaysLeft } from '../domain/working-days.js';
import type { StaffCall } from './call.js';

/** What the lists of duties are derived with, as of one request. */
export interface DutyDesk {
  readonly proposals: readonly Proposal[];
  readonly today: CivilDate;
  readonly calendar: DutyCalendar;
  readonly holders: Holders;
  dutyOf(proposal: Proposal): Duty;
  /** A day with the working days left until then. */
  dueOn(day: CivilDate): { readonly dueOn: CivilDate; readonly daysLeft: number };
}

/** Opens the desk for one request: everything from the register, as it is now. */
export function openDutyDesk({ deps, at }: StaffCall): DutyDesk {
  const { register, isHoliday } = deps;
  const today = civilDateOf(at);
  const calendar = createDutyCalendar(isHoliday, register.campaigns());
  const known = new Map<Proposal, Duty>();
  return {
    proposals: register.proposals().map(({ value }) => value),
    today,
    calendar,
    holders: { today, members: register.members(), masters: register.masters() },
    dutyOf: (proposal) => {
      const duty = known.get(proposal) ?? dutyOf(proposal, calendar);
      known.set(proposal, duty);
      return duty;
    },
    dueOn: (day) => ({ dueOn: day, daysLeft: workingDaysLeft(today, day, isHoliday) }),
  };
}
