import { isOfficeHoliday } from '../../../src/api/office-holidays.js';
import type { ActContext } from '../../../src/domain/act-context.js';
import type { ClaimRule } from '../../../src/domain/claim-rule.js';
import { dutyOf } from '../../../src/domain/duties.js';
import { createDutyCalendar } from '../../../src/domain/duty-calendar.js';
import { startOfDay } from '../../../src/domain/instant.js';
import type { Member } from '../../../src/domain/member.js';
import { theSystem } from '../../../src/domain/person.js';
import { presentInquiry } from '../../../src/domain/progress-inquiry.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import { releasePublication } from '../../../src/domain/publication.js';
import { carryOver } from '../../../src/domain/queues/carry-over.js';
import { claimsByRule } from '../../../src/domain/queues/claims.js';
import { heldItems } from '../../../src/domain/queues/held-items.js';
import { lateQuestions } from '../../../src/domain/queues/late-questions.js';
import { overdueDuties } from '../../../src/domain/queues/overdue-duties.js';
import { overdueReplies } from '../../../src/domain/queues/overdue-replies.js';
import { overdueRequests } from '../../../src/domain/queues/overdue-requests.js';
import { progressItems } from '../../../src/domain/queues/progress-items.js';
import { waitingConfirmations } from '../../../src/domain/queues/waiting-confirmations.js';
import { withoutHolder } from '../../../src/domain/queues/without-holder.js';
import { sampleMasters } from '../../support/sample-masters.js';
import {
  after as acted,
  allowedValue,
  receivedProposal,
  reviewedProposal,
  sampleContext,
  sampleDecisionForm,
  sampleNow,
  secretary,
  secretaryAct,
} from '../../support/sample-proposals.js';

const calendar = createDutyCalendar(isOfficeHoliday, []);
const duty = (proposal: Proposal) => dutyOf(proposal, calendar);
const context: ActContext = sampleContext;
const numbersOf = (proposals: readonly Proposal[]) => proposals.map(({ number }) => number);

const member = (personId: string, role: Member['role'], rest: Partial<Member> = {}): Member => ({
  personId,
  name: `${personId} さん`,
  role,
  ...rest,
});
const holders = (today: string, members: readonly Member[]) => ({
  isIdeaOf: () => false,
  today,
  members,
  masters: sampleMasters,
});

function published(proposal: Proposal, at = sampleNow): Proposal {
  const scheduled = acted(proposal, 'publish', {}, { ...secretaryAct, at }, context);
  const act = { by: theSystem, at: at + 10_000 };
  return allowedValue(releasePublication(scheduled, act, context));
}

const decidedAs = (number: string, form: object) =>
  published(
    acted(reviewedProposal({ number, id: number }), 'decide-track', {
      ...sampleDecisionForm,
      ...form,
    }),
  );
const delegatedForm = {
  track: 'delegated',
  reasonNotOfficeWide: '部局の事務に固有のためです。',
  delegationKind: 'examine',
  replyDue: '2026-11-04',
};
const delegated = (number = 'R8-0001', replyDue = '2026-11-04') =>
  decidedAs(number, { ...delegatedForm, replyDue });
const owner = {
  by: { id: 'owner', name: '所管の人' },
  at: sampleNow,
  roles: [{ role: 'owner', departmentId: 'soumu' }] as const,
};

describe('what is overdue', () => {
  test('replies are those delegated, due before today in Tokyo, and not replied', () => {
    const reply = {
      replyAnswer: 'will-start',
      replyBy: '2026-12-25',
      replyText: '年内に着手します。準備中です。',
    };
    const replied = acted(delegated('R8-0003'), 'reply-to-delegation', reply, owner);
    const late = [delegated('R8-0001'), delegated('R8-0002', '2026-11-02'), replied];
    expect(overdueReplies(late, '2026-11-04')).toHaveLength(1);
    const found = overdueReplies(late, '2026-11-05').map(({ proposal }) => proposal.number);
    expect(found).toEqual(['R8-0002', 'R8-0001']);
  });

  test('replies are not asked for before the delegation is told', () => {
    const form = { ...sampleDecisionForm, ...delegatedForm };
    const untold = acted(reviewedProposal(), 'decide-track', form);
    expect(overdueReplies([untold], '2027-01-01')).toEqual([]);
  });

  test('requests, questions and confirmations are each in their own list', () => {
    const form = { requestDepartment: 'soumu', requestText: 'ご意見を', requestDue: '2026-10-20' };
    const requested = acted(reviewedProposal(), 'request-opinion', form);
    const asked = acted(receivedProposal({ number: 'R8-0002' }), 'ask-question', {
      question: 'いつ',
    });
    const difficult = { reason: '理由を十文字以上で書いています。', reexamineFiscalYear: '2028' };
    const waiting = acted(reviewedProposal({ number: 'R8-0003' }), 'propose-difficult', difficult);
    const all = [requested, asked, waiting];
    expect(overdueRequests(all, '2026-10-20')).toEqual([]);
    expect(overdueRequests(all, '2026-10-21').map(({ request }) => request.id)).toEqual(['3']);
    const decided = acted(requested, 'decide-track', sampleDecisionForm);
    expect(overdueRequests([decided], '2026-10-21')).toEqual([]);
    expect(lateQuestions(all, '2026-10-19')).toEqual([]);
    expect(numbersOf(lateQuestions(all, '2026-10-20'))).toEqual(['R8-0002']);
    expect(numbersOf(waitingConfirmations(all))).toEqual(['R8-0003']);
    const overdue = overdueDuties(all, duty, '2026-10-20');
    expect(overdue.map(({ proposal, duty: { task } }) => `${proposal.number} ${task}`)).toEqual([
      'R8-0003 confirm',
      'R8-0002 await-answer',
    ]);
  });
});

describe('the year end', () => {
  const thisYear = {
    track: 'realise-this-fy',
    targetMonth: '2027-03',
    costBasis: '職員の時間だけで足りる',
  };
  const items = () => [
    decidedAs('R8-0001', thisYear),
    decidedAs('R8-0002', {}),
    decidedAs('R8-0003', {
      track: 'later',
      horizon: 'short',
      targetFiscalYear: '2027',
      budgetingState: 'considered',
    }),
    delegated('R8-0004'),
  ];

  test('on 1 April this-year items stand in the queue, and nothing else changes', () => {
    const before = items();
    expect(carryOver(before, '2027-03-31')).toEqual([]);
    expect(numbersOf(carryOver(before, '2027-04-01'))).toEqual(['R8-0001', 'R8-0002']);
    expect(before).toEqual(items());
  });

  test('an item of a later year stands in it once its target year is over, not before', () => {
    const carried = (today: string) => numbersOf(carryOver(items().slice(2), today));
    expect(carried('2028-03-31')).toEqual([]);
    expect(carried('2028-04-01')).toEqual(['R8-0003']);
    expect(carried('2029-04-02')).toEqual(['R8-0003']);
  });

  test('what was begun this year and is not realised at its end stands in it', () => {
    const form = { startedOn: '2026-10-05', firstAction: '様式の見直しを始めました。' };
    const begun = acted(decidedAs('R8-0005', {}), 'start-work', form);
    expect(begun.status).toBe('started');
    expect(numbersOf(carryOver([begun], '2027-03-31'))).toEqual([]);
    expect(numbersOf(carryOver([begun], '2027-04-01'))).toEqual(['R8-0005']);
  });

  test('an item leaves the queue by a decision of a person, whatever it says', () => {
    const at = startOfDay('2027-04-02');
    const act = { ...secretaryAct, at };
    const form = {
      ...sampleDecisionForm,
      track: 'later',
      horizon: 'medium',
      targetFiscalYear: '2028',
      budgetingState: 'considered',
    };
    const [first] = items();
    const moved = first && acted(first, 'decide-track', form, act);
    expect(moved && carryOver([moved], '2027-04-02')).toEqual([]);
    expect(moved?.status).toBe('decided');
  });

  test('begins at midnight in Tokyo, wherever the host stands', () => {
    const { today } = holders('2027-04-01', []);
    expect(startOfDay(today)).toBe(Date.parse('2027-03-31T15:00:00Z'));
  });
});

describe('progress inquiries', () => {
  test('list the open items of each department and whether they were answered since it opened', () => {
    const started = acted(
      delegated('R8-0001'),
      'report-progress',
      { progressAnswer: 'delayed' },
      owner,
    );
    const other = decidedAs('R8-0002', { ownerDepartment: 'doboku', ownerSection: 'minato' });
    const inquiry = presentInquiry('2026-10-20', calendar);
    expect(inquiry).toEqual({ opensOn: '2026-10-01', dueOn: '2026-10-16' });
    const shown = (on: string) =>
      progressItems([started, other, reviewedProposal()], presentInquiry(on, calendar)).map(
        ({ departmentId, items }) => [departmentId, ...items.map(({ isAnswered }) => isAnswered)],
      );
    expect(shown('2026-10-20')).toEqual([
      ['soumu', true],
      ['doboku', false],
    ]);
    expect(shown('2027-01-04')).toEqual([
      ['soumu', false],
      ['doboku', false],
    ]);
  });
});

describe('holders', () => {
  const head = member('head', 'head', { departmentId: 'soumu', validTo: '2026-10-31' });
  const deputy = member('deputy', 'head', {
    departmentId: 'soumu',
    validFrom: '2026-11-01',
    validTo: '2026-11-15',
  });
  const reviewer = member(secretary.id, 'secretariat', { validTo: '2027-03-31' });
  const whys = (proposal: Proposal, today: string, members: readonly Member[]) =>
    withoutHolder([proposal], duty, holders(today, members)).map(({ why }) => why);

  test('a department without staff or head is named, one with a deputy in the head’s place is not', () => {
    const item = delegated();
    expect(whys(item, '2026-10-31', [head])).toEqual([]);
    expect(whys(item, '2026-11-01', [head])).toEqual(['no-staff']);
    expect(whys(item, '2026-11-01', [head, deputy])).toEqual([]);
    expect(whys(item, '2026-11-16', [head, deputy])).toEqual(['no-staff']);
  });

  test('what only a head confirms needs a head', () => {
    const difficult = { reason: '理由を十文字以上で書いています。', reexamineFiscalYear: '2028' };
    const waiting = acted(delegated(), 'propose-difficult', difficult);
    const staff = member('staff', 'owner', { departmentId: 'soumu' });
    expect(whys(waiting, '2026-10-06', [staff])).toEqual(['no-head']);
  });

  test('a reviewer who left the secretariat is named; what nobody claimed is the queue’s own', () => {
    expect(whys(reviewedProposal(), '2027-03-31', [reviewer])).toEqual([]);
    expect(whys(reviewedProposal(), '2027-04-01', [reviewer])).toEqual(['no-reviewer']);
    expect(whys(receivedProposal(), '2027-04-01', [reviewer])).toEqual([]);
  });

  test('an office that was asked and is no more is named', () => {
    const form = { requestDepartment: 'soumu', requestText: 'ご意見を', requestDue: '2026-10-20' };
    const requested = acted(reviewedProposal(), 'request-opinion', form);
    const [first] = requested.opinions;
    const opinions = first ? [{ ...first, departmentId: 'old-dept' }] : [];
    expect(whys({ ...requested, opinions }, '2026-10-06', [reviewer])).toEqual([
      'department-ended',
    ]);
  });

  test('one person’s open items are listed for the successor, and what nobody has', () => {
    const closed = { ...reviewedProposal(), status: 'withdrawn' as const };
    const all = [reviewedProposal(), receivedProposal({ number: 'R8-0002' }), closed];
    const { held, unclaimed } = heldItems(all, duty, holders('2026-10-06', [reviewer]));
    expect(held).toMatchObject([{ person: secretary, isActive: true }]);
    expect(held.map(({ proposals }) => numbersOf(proposals))).toEqual([['R8-0001']]);
    expect(numbersOf(unclaimed)).toEqual(['R8-0002']);
  });
});

describe('claiming by rule', () => {
  const rule = (id: string, order: number, rest: Partial<ClaimRule>): ClaimRule => ({
    id,
    label: id,
    order,
    personIds: ['a', 'b'],
    ...rest,
  });
  const members = ['a', 'b', 'c'].map((id) => member(id, 'secretariat'));
  const many = Array.from({ length: 6 }, (_, index) => ({
    ...receivedProposal({ number: `R8-000${index + 1}`, id: String(index) }),
    ...(index === 5 && { issueGroupId: 'g1' }),
  }));
  const rules = [
    rule('rest', 9, { personIds: ['c'] }),
    rule('group', 1, { issueGroupId: 'g1', personIds: ['c', 'gone'] }),
    rule('paper', 2, { categoryId: 'paperless' }),
    rule('old', 0, { validTo: '2026-09-30', personIds: ['b'] }),
  ];
  const shown = (proposals: readonly Proposal[], using = rules) =>
    claimsByRule(proposals, duty, using, holders('2026-10-06', members)).claims.map(
      ({ proposal, rule: { id }, person }) => `${proposal.number} ${id} ${person.id}`,
    );

  test('the first rule that fits counts, and those of a section take turns by what they hold', () => {
    expect(shown(many)).toEqual([
      'R8-0001 paper a',
      'R8-0002 paper b',
      'R8-0003 paper a',
      'R8-0004 paper b',
      'R8-0005 paper a',
      'R8-0006 group c',
    ]);
  });

  test('nobody takes an own proposal, and what an active person holds stays there', () => {
    const [first, second, ...rest] = many;
    if (!first || !second) throw new Error('no proposals');
    const own = { ...first, proposer: { ...first.proposer, personId: 'a' } };
    const together = { personId: 'a', name: 'a', answer: 'accepted' } as const;
    expect(shown([{ ...first, coProposers: [together] }])).toEqual(['R8-0001 paper b']);
    const held = { ...second, reviewer: { id: 'b', name: 'b' } };
    expect(shown([own, held, ...rest.slice(0, 2)])).toEqual([
      'R8-0001 paper b',
      'R8-0003 paper a',
      'R8-0004 paper a',
    ]);
  });

  test('what no rule fits is named, and nothing is given to who is not of the secretariat', () => {
    const using = [rule('group', 1, { issueGroupId: 'g1', personIds: ['gone'] })];
    const preview = claimsByRule(many, duty, using, holders('2026-10-06', members));
    expect(preview.claims).toEqual([]);
    expect(preview.unmatched).toHaveLength(6);
  });
});
