import { openDelegation } from './delegation.js';
import type { DutyCalendar } from './duty-calendar.js';
import { urgentDuties } from './duty-table.js';
import { type CivilDate, civilDateOf } from './instant.js';
import { openRequests } from './opinion.js';
import type { Proposal } from './proposal.js';
import type { AwaitedKind } from './reminder.js';

/** Something that a proposal waits for, from somebody named and by a day. */
export interface Awaited {
  readonly about: AwaitedKind;
  /** Which of them; see `Reminder`. */
  readonly target: string;
  readonly askedOn: CivilDate;
  readonly dueOn: CivilDate;
  /** The department that was asked, for an opinion or a delegation. */
  readonly departmentId?: string;
}

function questions({ question }: Proposal): readonly Awaited[] {
  if (!question) return [];
  const { askedAt, dueOn } = question;
  return [{ about: 'question', target: String(askedAt), askedOn: civilDateOf(askedAt), dueOn }];
}

function opinions(proposal: Proposal): readonly Awaited[] {
  return openRequests(proposal).map(({ id, askedAt, dueOn, departmentId }) => ({
    about: 'opinion',
    target: id,
    askedOn: civilDateOf(askedAt),
    dueOn,
    departmentId,
  }));
}

function delegations(proposal: Proposal): readonly Awaited[] {
  const delegation = openDelegation(proposal);
  // While something waits for a second person, the office cannot reply.
  if (!delegation || proposal.pending) return [];
  const askedOn = civilDateOf(proposal.published.at);
  return [{ about: 'delegation', target: delegation.dueOn, askedOn, ...delegation }];
}

function confirmations({ pending }: Proposal, calendar: DutyCalendar): readonly Awaited[] {
  if (!pending) return [];
  const askedOn = civilDateOf(pending.at);
  const dueOn = calendar.afterWorkingDays(askedOn, urgentDuties.confirmation.due);
  return [{ about: 'confirmation', target: String(pending.seq), askedOn, dueOn }];
}

/** Everything that a proposal waits for. Nothing is awaited for one that was withdrawn or merged. */
export function awaitedOf(proposal: Proposal, calendar: DutyCalendar): readonly Awaited[] {
  if (proposal.status === 'withdrawn' || proposal.mergedInto !== undefined) return [];
  return [
    ...questions(proposal),
    ...opinions(proposal),
    ...delegations(proposal),
    ...confirmations(proposal, calendar),
  ];
}
