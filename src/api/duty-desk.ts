import { isOwnIdea } from '../domain/capacity.js';
import type { Duty } from '../domain/duties.js';
import { dutyOf } from '../domain/duties.js';
import { createDutyCalendar, type DutyCalendar } from '../domain/duty-calendar.js';
import { type CivilDate, civilDateOf } from '../domain/instant.js';
import type { Proposal } from '../domain/proposal.js';
import type { Holders } from '../domain/queues/without-holder.js';
import { workingDaysLeft } from '../domain/working-days.js';
import { actOf } from './act-of.js';
import type { StaffCall } from './call.js';

/** What the lists of duties are derived with, as of one request. */
export interface DutyDesk {
  /** Without those the caller proposed: nobody works on an own idea, nor reads its working state. */
  readonly proposals: readonly Proposal[];
  /** For counts of the whole. */
  readonly all: readonly Proposal[];
  readonly today: CivilDate;
  readonly calendar: DutyCalendar;
  readonly holders: Holders;
  dutyOf(proposal: Proposal): Duty;
  /** A day with the working days left until then. */
  dueOn(day: CivilDate): { readonly dueOn: CivilDate; readonly daysLeft: number };
}

/** Opens the desk for one request: everything from the register, as it is now. */
export function openDutyDesk(call: StaffCall): DutyDesk {
  const { deps, at } = call;
  const act = actOf(call);
  const { register, isHoliday } = deps;
  const today = civilDateOf(at);
  const calendar = createDutyCalendar(isHoliday, register.campaigns());
  const all = register.proposals().map(({ value }) => value);
  const known = new Map<Proposal, Duty>();
  return {
    proposals: all.filter((proposal) => !isOwnIdea(proposal, act)),
    all,
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
