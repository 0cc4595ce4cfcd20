import type { ClaimRule } from '../../../src/domain/claim-rule.js';
import type { Duty } from '../../../src/domain/duties.js';
import type { Member } from '../../../src/domain/member.js';
import type { OpinionRequest } from '../../../src/domain/opinion.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import { burnDown, isUndecided } from '../../../src/domain/queues/burn-down.js';
import { carryOver, committedYear } from '../../../src/domain/queues/carry-over.js';
import { claimsByRule } from '../../../src/domain/queues/claims.js';
import { lateQuestions } from '../../../src/domain/queues/late-questions.js';
import { overdueDuties } from '../../../src/domain/queues/overdue-duties.js';
import { overdueReplies } from '../../../src/domain/queues/overdue-replies.js';
import { overdueRequests } from '../../../src/domain/queues/overdue-requests.js';
import { progressItems } from '../../../src/domain/queues/progress-items.js';
import { waitingConfirmations } from '../../../src/domain/queues/waiting-confirmations.js';
import { withoutHolder } from '../../../src/domain/queues/without-holder.js';
import { type Status, statuses } from '../../../src/domain/status.js';
import { people } from '../../support/domain-people.js';
import {
  actsAs,
  delegationForm,
  done,
  inStatus,
  rightForms,
} from '../../support/proposal-in-status.js';
import { sampleMasters } from '../../support/sample-masters.js';
import { receivedProposal, sampleNow } from '../../support/sample-proposals.js';

const today = '2026-10-20';
const days = ['2026-10-19', '2026-10-05', '2026-10-19', '2026-10-20', '2026-10-12'];
/** What a list of all that is past by today holds, the oldest first and what is of one day as it came. */
const inOrder = ['2', '5', '1', '3'];

/** One proposal for each of the days, numbered from 1. */
const each = (make: (day: string, index: number) => Proposal): readonly Proposal[] =>
  days.map((day, index) => ({ ...make(day, index), number: String(index + 1) }));
const numbersOf = (proposals: readonly Proposal[]) => proposals.map(({ number }) => number);
const merged = (proposal: Proposal): Proposal => ({ ...proposal, mergedInto: 'other' });

test('questions nobody answered stand in the order of their days', () => {
  const asked = inStatus('clarifying');
  const { question } = asked;
  if (!question) throw new Error('no question');
  const all = each((dueOn) => ({ ...asked, question: { ...question, dueOn } }));
  expect(numbersOf(lateQuestions([...all, inStatus('reviewing')], today))).toEqual(inOrder);
});

test('opinions nobody gave stand in the order of their days, but not of what was withdrawn or merged', () => {
  const request = (dueOn: string): OpinionRequest => ({
    id: dueOn,
    departmentId: 'soumu',
    text: '可能ですか。',
    dueOn,
    askedAt: sampleNow,
  });
  const all = each((dueOn) => ({ ...inStatus('reviewing'), opinions: [request(dueOn)] }));
  const over = [
    ...all.map(merged),
    ...all.map((one) => ({ ...one, status: 'withdrawn' as const })),
  ];
  const found = overdueRequests([...all, ...over], today).map(({ proposal }) => proposal.number);
  expect(found).toEqual(inOrder);
});

test('replies nobody gave stand in the order of their days', () => {
  const delegated = inStatus('decided');
  const { decision } = delegated.published;
  if (decision?.track !== 'delegated') throw new Error('not delegated');
  const all = each((replyDue) => ({
    ...delegated,
    published: { ...delegated.published, decision: { ...decision, replyDue } },
  }));
  const found = overdueReplies(all, today).map(({ proposal }) => proposal.number);
  expect(found).toEqual(inOrder);
});

test('what offices should have done stands in the order of its days, and what is closed nowhere', () => {
  const all = each(() => receivedProposal());
  const duty = ({ number }: Proposal): Duty => ({
    kind: 'open',
    task: 'decide',
    office: { kind: 'secretariat' },
    dueOn: days[Number(number) - 1] ?? '',
  });
  const found = overdueDuties(all, duty, today).map(({ proposal }) => proposal.number);
  expect(found).toEqual(inOrder);
  expect(overdueDuties(all, () => ({ kind: 'closed', because: 'realised' }), today)).toEqual([]);
});

test('what waits longest for a second person is confirmed first', () => {
  const waiting = done(inStatus('reviewing'), 'propose-difficult', {
    ...rightForms['propose-difficult'],
  });
  const { pending } = waiting;
  if (!pending) throw new Error('nothing waits');
  const all = each((day) => ({ ...waiting, pending: { ...pending, at: Date.parse(day) } }));
  const found = numbersOf(waitingConfirmations([inStatus('reviewing'), ...all]));
  expect(found).toEqual(['2', '5', '1', '3', '4']);
});

test('this year’s items are carried over while they are decided, begun or realised in part, and not merged', () => {
  const decision = {
    track: 'realise-this-fy',
    targetMonth: '2026-12',
    costBasis: '職員の時間だけで足りる。',
    owner: { departmentId: 'soumu' },
    reason: '設定を変えるだけで済みます。',
  } as const;
  const all = statuses.map((status) => ({ ...inStatus(status), status, decision }));
  const carried = (proposals: readonly Proposal[]) =>
    carryOver(proposals, '2027-04-01').map(({ status }) => status);
  expect(carried(all)).toEqual(['decided', 'started', 'partially-realised']);
  expect(carried(all.map(merged))).toEqual([]);
  expect(committedYear(undefined)).toBeUndefined();
  expect(committedYear(inStatus('decided').decision)).toBeUndefined();
  expect(committedYear(decision)).toBe(2026);
});

test('a department reports on what it owns and has not finished, from the day of the inquiry on', () => {
  const inquiry = { opensOn: '2026-10-01', dueOn: '2026-10-16' };
  const reported = (at: number): Proposal => ({
    ...inStatus('decided'),
    progress: { answer: 'on-track', at },
  });
  const opens = Date.parse('2026-09-30T15:00:00Z');
  const untold = done(inStatus('reviewing'), 'decide-track', delegationForm);
  const all = [
    reported(opens),
    reported(opens - 1),
    ...statuses.map((status) => inStatus(status)),
    merged(inStatus('started')),
    untold,
  ];
  const [department, ...others] = progressItems(all, inquiry);
  expect(others).toEqual([]);
  expect(department?.departmentId).toBe('soumu');
  expect(department?.items.map(({ isAnswered }) => isAnswered)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

describe('the burn-down', () => {
  const open = () => false;
  const at = (day: string) => Date.parse(`${day}T03:00:00Z`);
  /** As if the last steps of a proposal, as many as there are days, were taken on these days. */
  function lastStepsOn(proposal: Proposal, ...on: readonly string[]): Proposal {
    const { length } = proposal.trail;
    const trail = proposal.trail.map((entry, index) => {
      const day = on[on.length - length + index];
      return { ...entry, occurredAt: day === undefined ? sampleNow : at(day) };
    });
    return { ...proposal, trail };
  }
  const left = (proposal: Proposal) =>
    burnDown([proposal], '2026-10-09', open)
      .days.filter(({ remaining }) => remaining === 1)
      .map(({ day }) => day.slice(-2));

  test('what is received, asked back or under review is undecided, unless it is merged', () => {
    const undecided = statuses.filter((status) => isUndecided(inStatus(status)));
    expect(undecided).toEqual(['received', 'clarifying', 'reviewing']);
    expect(isUndecided(merged(inStatus('reviewing')))).toBe(false);
  });

  test.each<[Status, string]>([
    ['difficult', 'found-difficult'],
    ['out-of-scope', 'excluded'],
  ])('what is %s is decided from the day it was found so', (status, kind) => {
    const proposal = inStatus(status);
    const index = proposal.trail.findIndex((entry) => entry.kind === kind);
    const after = proposal.trail.length - index - 1;
    // Everything about it happened on the 5th, that on the 7th, and what followed on the 9th.
    const { trail, ...rest } = lastStepsOn(
      proposal,
      '2026-10-07',
      ...Array(after).fill('2026-10-09'),
    );
    const examined = trail.filter((entry) => entry.kind !== 'track-decided');
    expect(left({ ...rest, trail: examined })).toEqual(['05', '06']);
  });

  test('what is withdrawn or merged is left until that day, whatever is written in it later', () => {
    const note = { note: '覚え書き' };
    const withdrawn = done(inStatus('withdrawn'), 'add-note', note);
    expect(left(lastStepsOn(withdrawn, '2026-10-07', '2026-10-08'))).toEqual(['05', '06']);
    const { trail, ...rest } = done(inStatus('reviewing'), 'add-note', note);
    const into = { kind: 'merged', into: 'other', reason: '同じ趣旨のため。' } as const;
    const [first] = trail;
    if (!first) throw new Error('no trail');
    const { seq: _, occurredAt: __, recordedAt, by } = first;
    const entry = { ...into, recordedAt, by, seq: trail.length + 1, occurredAt: at('2026-10-06') };
    const moved = merged({ ...rest, trail: [...trail, entry, ...trail.slice(-1)] });
    expect(left(lastStepsOn(moved, '2026-10-06', '2026-10-08'))).toEqual(['05']);
  });

  test('what was examined anew is left until it is decided again', () => {
    const again = done(
      done(inStatus('decided'), 'return-delegation', rightForms['return-delegation'], actsAs.head),
      'decide-track',
      delegationForm,
    );
    expect(left(lastStepsOn(again, '2026-10-07', '2026-10-08'))).toEqual(['05', '06', '07']);
  });

  test('what was received today is left today, and where nothing is left every pace will do', () => {
    const late = { ...receivedProposal(), receivedAt: at('2026-10-08') };
    expect(left(late)).toEqual(['08', '09']);
    const done = burnDown([inStatus('decided')], '2026-10-09', open, '2026-10-12');
    expect(done.pace).toMatchObject({ perDay: 0, isOnPace: true });
    const behind = burnDown([late], '2026-10-09', open, '2026-10-12');
    expect(behind.pace).toMatchObject({ perDay: 1, isOnPace: false });
  });
});

describe('claiming', () => {
  const member = (personId: string, role: Member['role'] = 'secretariat'): Member => ({
    personId,
    name: `${personId} さん`,
    role,
  });
  const members = [member('a'), member('b'), member('c', 'owner')];
  const holders = { today, members, masters: sampleMasters, isIdeaOf: () => false };
  const open: Duty = {
    kind: 'open',
    task: 'decide',
    office: { kind: 'secretariat' },
    dueOn: today,
  };
  const rule: ClaimRule = { id: 'r', label: '人事課', order: 1, personIds: ['a', 'b', 'c'] };
  const claimed = (proposals: readonly Proposal[], rules = [rule], duty = open) =>
    claimsByRule(proposals, () => duty, rules, holders).claims.map(({ person }) => person);

  test('who holds least takes the next, under the name of the Members list', () => {
    const held = { ...inStatus('reviewing'), reviewer: { id: 'a', name: 'a さん' } };
    expect(
      claimed([held, held, receivedProposal(), receivedProposal(), receivedProposal()]),
    ).toEqual([
      { id: 'b', name: 'b さん' },
      { id: 'b', name: 'b さん' },
      { id: 'a', name: 'a さん' },
    ]);
  });

  test('nobody but the secretariat takes anything, and what is closed nobody takes', () => {
    expect(claimed([receivedProposal()], [{ ...rule, personIds: ['c'] }])).toEqual([]);
    const closed: Duty = { kind: 'closed', because: 'realised' };
    expect(claimsByRule([receivedProposal()], () => closed, [rule], holders)).toEqual({
      claims: [],
      unmatched: [],
    });
  });

  test('a rule for a category or a group takes nothing else', () => {
    const others = [
      { ...rule, categoryId: 'ai' },
      { ...rule, issueGroupId: 'g1' },
    ];
    expect(claimed([receivedProposal()], others)).toEqual([]);
    const classification = { categoryId: 'ai', isDigital: true, costNeeded: false };
    expect(claimed([{ ...receivedProposal(), classification }], others)).toHaveLength(1);
    expect(claimed([{ ...receivedProposal(), issueGroupId: 'g1' }], others)).toHaveLength(1);
  });
});

describe('what nobody holds', () => {
  const staff: Member = {
    personId: people.owner.id,
    name: people.owner.name,
    role: 'owner',
    departmentId: 'soumu',
  };
  const department: Duty = {
    kind: 'open',
    task: 'start',
    office: { kind: 'department', departmentId: 'soumu' },
    dueOn: today,
  };
  const secretariat: Duty = { ...department, office: { kind: 'secretariat' } };
  const gaps = (proposal: Proposal, duty: Duty, members: readonly Member[]) =>
    withoutHolder([proposal], () => duty, { today, members, masters: sampleMasters });

  test('a department with staff does its part, another with none does not', () => {
    expect(gaps(inStatus('decided'), department, [staff])).toEqual([]);
    const [gap] = gaps(inStatus('decided'), department, [{ ...staff, departmentId: 'doboku' }]);
    expect(gap).toMatchObject({ why: 'no-staff', departmentId: 'soumu' });
  });

  test('staff is enough to give an opinion, and one that was given needs nobody', () => {
    const form = { requestDepartment: 'soumu', requestText: '可能ですか。' };
    const { reviewer: _, ...asked } = done(inStatus('reviewing'), 'request-opinion', form);
    expect(gaps(asked, secretariat, [staff])).toEqual([]);
    expect(gaps(asked, secretariat, [])).toMatchObject([
      { why: 'no-staff', departmentId: 'soumu' },
    ]);
    const opinion = {
      requestId: asked.opinions[0]?.id ?? '',
      opinionVerdict: 'feasible',
      opinionText: '来年度から全庁で実施できます。',
    };
    const given = done(asked, 'give-opinion', opinion, actsAs.owner);
    expect(gaps(given, secretariat, [])).toEqual([]);
  });

  test('a reviewer has to be of the secretariat, whatever else he is', () => {
    const reviewer = { id: staff.personId, name: staff.name };
    const [gap] = gaps({ ...inStatus('reviewing'), reviewer }, secretariat, [staff]);
    expect(gap).toMatchObject({ why: 'no-reviewer' });
    const closed: Duty = { kind: 'closed', because: 'withdrawn' };
    expect(gaps({ ...inStatus('withdrawn'), reviewer }, closed, [staff])).toEqual([]);
  });
});
