import { owningDepartment } from './capacity.js';
import type { DutyCalendar } from './duty-calendar.js';
import { type DutyRule, dutyTable, type Task, urgentDuties } from './duty-table.js';
import { fiscalYearOf } from './fiscal-year.js';
import { type CivilDate, civilDateOf, lastDayOf } from './instant.js';
import { nextInquiry } from './progress-inquiry.js';
import type { Proposal } from './proposal.js';
import { isUnpublished } from './publication.js';
import { reasonIn } from './read-course.js';
import { stateSince } from './state-since.js';

/** Who answers for something: the secretariat or a department. */
export type Office =
  | { readonly kind: 'secretariat' }
  | { readonly kind: 'department'; readonly departmentId: string };

/** Why nothing is left to do. */
export type ClosedBecause = 'realised' | 'out-of-scope' | 'withdrawn' | 'merged';

/**
 * The promise of domain 2 for one proposal: it is closed with a reason, or an office answers for it by a day.
 */
export type Duty =
  | { readonly kind: 'closed'; readonly because: ClosedBecause; readonly reason?: string }
  | {
      readonly kind: 'open';
      readonly task: Task;
      readonly office: Office;
      readonly dueOn: CivilDate;
    };

const secretariat: Office = { kind: 'secretariat' };
/** Working days into the fiscal year of re-examination within which it is looked at again. */
const reExamineWithin = 20;

function officeOf(departmentId: string | undefined): Office {
  return departmentId === undefined ? secretariat : { kind: 'department', departmentId };
}

function open(task: Task, office: Office, dueOn: CivilDate): Duty {
  return { kind: 'open', task, office, dueOn };
}

/** A duty of a row that says in how many working days. */
function openAfter(
  { task, due }: DutyRule,
  from: CivilDate,
  calendar: DutyCalendar,
  office = secretariat,
): Duty {
  return open(task, office, calendar.afterWorkingDays(from, due === 'named' ? 0 : due));
}

function confirmation(proposal: Proposal, calendar: DutyCalendar): Duty | undefined {
  const { pending } = proposal;
  if (!pending) return undefined;
  const department = pending.what === 'out-of-scope' ? undefined : owningDepartment(proposal);
  const from = civilDateOf(pending.at);
  return openAfter(urgentDuties.confirmation, from, calendar, officeOf(department));
}

function unpublished(proposal: Proposal, calendar: DutyCalendar): Duty | undefined {
  const { publicationDue } = proposal;
  if (publicationDue) return open('publish', secretariat, civilDateOf(publicationDue.due));
  if (!isUnpublished(proposal)) return undefined;
  return openAfter(urgentDuties.unpublished, civilDateOf(stateSince(proposal)), calendar);
}

/** 進捗照会: the next one after it was last reported on. */
function inquired(
  { progress }: Proposal,
  office: Office,
  since: CivilDate,
  calendar: DutyCalendar,
) {
  const reportedOn = progress ? civilDateOf(progress.at) : since;
  const base = reportedOn > since ? reportedOn : since;
  return open('report-progress', office, nextInquiry(base, calendar).dueOn);
}

/** What the department that was handed a proposal has to do: to reply, or what its reply promised. */
function delegated(proposal: Proposal, office: Office, replyDue: CivilDate): Duty {
  const { reply } = proposal;
  if (!reply) return open(urgentDuties.delegation.task, office, replyDue);
  return reply.answer === 'difficult'
    ? open('decide', secretariat, reply.by)
    : open(reply.answer === 'will-realise' ? 'realise' : 'start', office, reply.by);
}

/** What the owner of a decided proposal has to do, by the day that its track names. */
function ofOwner(proposal: Proposal, calendar: DutyCalendar): Duty {
  const { decision, status } = proposal;
  const since = civilDateOf(stateSince(proposal));
  if (!decision) return openAfter(urgentDuties.unpublished, since, calendar);
  const office = officeOf(decision.owner.departmentId);
  if (decision.track === 'realise-this-fy' && status !== 'partially-realised') {
    return open('realise', office, lastDayOf(decision.targetMonth));
  }
  if (status !== 'decided' || decision.track === 'later') {
    return inquired(proposal, office, since, calendar);
  }
  if (decision.track === 'delegated') return delegated(proposal, office, decision.replyDue);
  return decision.track === 'start-this-fy'
    ? open('start', office, lastDayOf(decision.startMonth))
    : inquired(proposal, office, since, calendar);
}

/** What the secretariat examines: from the closing of the campaign on, or from when it stands there. */
function examined(
  proposal: Proposal,
  status: 'received' | 'reviewing',
  calendar: DutyCalendar,
): Duty {
  const closesAt = (status === 'received' && calendar.closesAt(proposal.campaignId)) || 0;
  const from = civilDateOf(Math.max(stateSince(proposal), closesAt));
  return openAfter(dutyTable[status], from, calendar);
}

function closed(because: ClosedBecause, reason?: string): Duty {
  return { kind: 'closed', because, ...(reason !== undefined && { reason }) };
}

function reasonOf(proposal: Proposal, kind: 'withdrawn' | 'merged'): string | undefined {
  const { course } = proposal;
  if (!course) return reasonIn(proposal.trail, kind);
  return kind === 'withdrawn' ? course.withdrawnBecause : course.mergedBecause;
}

/** The duty of a status that was told to whom it concerns. */
function ofStatus(proposal: Proposal, calendar: DutyCalendar): Duty {
  const { status, difficulty, exclusion } = proposal;
  switch (status) {
    case 'decided':
    case 'started':
    case 'partially-realised':
      return ofOwner(proposal, calendar);
    case 'difficult': {
      const year = difficulty?.reexamineFiscalYear ?? fiscalYearOf(stateSince(proposal)) + 1;
      const firstDay = `${year}-04-01`;
      return open('re-examine', secretariat, calendar.afterWorkingDays(firstDay, reExamineWithin));
    }
    case 'out-of-scope':
      return closed('out-of-scope', exclusion?.reason);
    default:
      return closed('realised');
  }
}

/**
 * Who answers for a proposal and by when, or why nobody has to any more. In this order: what waits for a second
 * person, an open question, what is being examined, what is decided and not told, what the status asks for.
 */
export function dutyOf(proposal: Proposal, calendar: DutyCalendar): Duty {
  const waiting = confirmation(proposal, calendar);
  if (waiting) return waiting;
  const { status, question, mergedInto } = proposal;
  if (status === 'withdrawn') return closed('withdrawn', reasonOf(proposal, 'withdrawn'));
  if (question) return open('await-answer', secretariat, question.dueOn);
  if (mergedInto !== undefined) {
    return unpublished(proposal, calendar) ?? closed('merged', reasonOf(proposal, 'merged'));
  }
  if (status === 'received') return examined(proposal, status, calendar);
  if (status === 'reviewing' || status === 'clarifying') {
    return examined(proposal, 'reviewing', calendar);
  }
  return unpublished(proposal, calendar) ?? ofStatus(proposal, calendar);
}
