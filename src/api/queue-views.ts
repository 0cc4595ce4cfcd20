import type {
  ClaimsAnswer,
  HoldersAnswer,
  ProgressAnswer,
  QueuesAnswer,
} from '../contract/queue-answers.js';
import { nextReportDay } from '../domain/campaign.js';
import { presentInquiry } from '../domain/progress-inquiry.js';
import type { Proposal } from '../domain/proposal.js';
import { burnDown } from '../domain/queues/burn-down.js';
import { carryOver, committedYear } from '../domain/queues/carry-over.js';
import { claimsByRule } from '../domain/queues/claims.js';
import { heldItems } from '../domain/queues/held-items.js';
import { lateQuestions } from '../domain/queues/late-questions.js';
import { overdueDuties } from '../domain/queues/overdue-duties.js';
import { overdueReplies } from '../domain/queues/overdue-replies.js';
import { overdueRequests } from '../domain/queues/overdue-requests.js';
import { progressItems } from '../domain/queues/progress-items.js';
import { waitingConfirmations } from '../domain/queues/waiting-confirmations.js';
import { withoutHolder } from '../domain/queues/without-holder.js';
import { lastUpdateOf } from '../domain/state-since.js';
import { lastSeqOf } from '../domain/trail-entry.js';
import { json } from './answer.js';
import type { Read } from './call.js';
import { type DutyDesk, openDutyDesk } from './duty-desk.js';

function rowOf(proposal: Proposal) {
  const { number, content, status, reviewer } = proposal;
  return {
    number,
    seq: lastSeqOf(proposal),
    title: content.title,
    status,
    ...(reviewer && { reviewerName: reviewer.name }),
    updatedAt: lastUpdateOf(proposal),
  };
}

type Rows = (desk: DutyDesk) => readonly object[];

const overdue: Rows = (desk) =>
  overdueDuties(desk.proposals, desk.dutyOf, desk.today).map(({ proposal, duty }) => ({
    ...rowOf(proposal),
    ...desk.dueOn(duty.dueOn),
    task: duty.task,
    ...(duty.office.kind === 'department' && { departmentId: duty.office.departmentId }),
  }));

const requests: Rows = (desk) =>
  overdueRequests(desk.proposals, desk.today).map(({ proposal, request }) => ({
    ...rowOf(proposal),
    ...desk.dueOn(request.dueOn),
    departmentId: request.departmentId,
    requestId: request.id,
    text: request.text,
  }));

const replies: Rows = (desk) =>
  overdueReplies(desk.proposals, desk.today).map(({ proposal, delegation }) => ({
    ...rowOf(proposal),
    ...desk.dueOn(delegation.dueOn),
    departmentId: delegation.departmentId,
  }));

const questions: Rows = (desk) =>
  lateQuestions(desk.proposals, desk.today).map((proposal) => ({
    ...rowOf(proposal),
    ...desk.dueOn(proposal.question?.dueOn ?? desk.today),
    question: proposal.question?.text ?? '',
  }));

const confirmations: Rows = (desk) =>
  waitingConfirmations(desk.proposals).flatMap((proposal) => {
    const { pending } = proposal;
    const duty = desk.dutyOf(proposal);
    if (!pending || duty.kind === 'closed') return [];
    const { what, by, at } = pending;
    const { office } = duty;
    const department = office.kind === 'department' && { departmentId: office.departmentId };
    const row = { ...rowOf(proposal), ...desk.dueOn(duty.dueOn), ...department };
    return [{ ...row, what, byName: by.name, askedAt: at }];
  });

const carriedOver: Rows = (desk) =>
  carryOver(desk.proposals, desk.today).map((proposal) => ({
    ...rowOf(proposal),
    departmentId: proposal.decision?.owner.departmentId,
    track: proposal.decision?.track,
    committedYear: committedYear(proposal.decision),
  }));

const unheld: Rows = ({ proposals, dutyOf, holders }) =>
  withoutHolder(proposals, dutyOf, holders).map(({ proposal, ...rest }) => ({
    ...rowOf(proposal),
    ...rest,
  }));

const rowsOf = {
  overdue,
  'overdue-requests': requests,
  'overdue-replies': replies,
  'late-questions': questions,
  confirmations,
  'carry-over': carriedOver,
  'without-holder': unheld,
} as const;

/** The lists of the secretariat that are rows and nothing else, by the last part of their address. */
export type QueueName = keyof typeof rowsOf;

function isQueueName(name: string): name is QueueName {
  return Object.hasOwn(rowsOf, name);
}

/** All of them. */
export const queueNames: readonly QueueName[] = Object.keys(rowsOf).filter(isQueueName);

/** GET /api/queues/<name>. */
export function answerQueue(name: QueueName): Read {
  return (call) => json({ rows: rowsOf[name](openDutyDesk(call)) });
}

/** GET /api/queues. */
export const answerQueues: Read = (call) => {
  const desk = openDutyDesk(call);
  const { all, today, calendar } = desk;
  const reportOn = nextReportDay(call.deps.register.campaigns(), today);
  const burnt = burnDown(all, today, calendar.isHoliday, reportOn);
  const answer: QueuesAnswer = {
    counts: {
      overdue: overdue(desk).length,
      overdueRequests: requests(desk).length,
      overdueReplies: replies(desk).length,
      lateQuestions: questions(desk).length,
      confirmations: confirmations(desk).length,
      carryOver: carriedOver(desk).length,
      withoutHolder: unheld(desk).length,
    },
    burnDown: { ...burnt, days: [...burnt.days] },
    asOf: call.asOf,
  };
  return json(answer);
};

/** GET /api/queues/progress. */
export const answerProgress: Read = (call) => {
  const { proposals, today, calendar } = openDutyDesk(call);
  const inquiry = presentInquiry(today, calendar);
  const departments = progressItems(proposals, inquiry).map(({ departmentId, items }) => ({
    departmentId,
    rows: items.map(({ proposal, isAnswered }) => ({
      ...rowOf(proposal),
      isAnswered,
      ...(proposal.progress && { progress: proposal.progress }),
    })),
  }));
  const answer: ProgressAnswer = { inquiry, departments };
  return json(answer);
};

/** GET /api/queues/holders. */
export const answerHolders: Read = (call) => {
  const { proposals, dutyOf, holders } = openDutyDesk(call);
  const { held, unclaimed } = heldItems(proposals, dutyOf, holders);
  const answer: HoldersAnswer = {
    holders: held.map(({ person, isActive, proposals: items }) => ({
      personId: person.id,
      name: person.name,
      isActive,
      rows: items.map(rowOf),
    })),
    unclaimed: unclaimed.map(rowOf),
  };
  return json(answer);
};

/** GET /api/queues/claims. */
export const answerClaims: Read = (call) => {
  const { proposals, dutyOf, holders } = openDutyDesk(call);
  const rules = call.deps.register.claimRules();
  const { claims, unmatched } = claimsByRule(proposals, dutyOf, rules, {
    ...holders,
    isIdeaOf: (proposalId, personId) => call.deps.register.isIdeaOf(proposalId, personId),
  });
  const answer: ClaimsAnswer = {
    claims: claims.map(({ proposal, rule, person }) => ({
      ...rowOf(proposal),
      ruleId: rule.id,
      ruleLabel: rule.label,
      personId: person.id,
      personName: person.name,
    })),
    unmatched: unmatched.map(rowOf),
  };
  return json(answer);
};
