import { isOfficeHoliday } from '../../../src/api/office-holidays.js';
import type { Act } from '../../../src/domain/act.js';
import type { ActContext } from '../../../src/domain/act-context.js';
import { dutyOf } from '../../../src/domain/duties.js';
import { createDutyCalendar } from '../../../src/domain/duty-calendar.js';
import { dutyTable } from '../../../src/domain/duty-table.js';
import { addDays, lastDayOf } from '../../../src/domain/instant.js';
import { nextInquiry, presentInquiry } from '../../../src/domain/progress-inquiry.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import { releasePublication } from '../../../src/domain/publication.js';
import { statuses } from '../../../src/domain/status.js';
import {
  after as acted,
  allowedValue,
  decidedProposal,
  publishedProposal,
  receivedProposal,
  reviewedProposal,
  sampleContext,
  sampleDecisionForm,
  sampleNow,
  scheduledProposal,
  secretaryAct,
} from '../../support/sample-proposals.js';

const calendar = createDutyCalendar(isOfficeHoliday, [sampleContext.campaign ?? { id: '' }]);
const dayMs = 86_400_000;
const context: ActContext = { ...sampleContext, measureState: () => 'published' };
const owner: Act = {
  by: { id: '00000000-0000-4000-8000-0000000000cc', name: '所管の人' },
  at: sampleNow,
  roles: [{ role: 'owner', departmentId: 'soumu' }],
};
const head: Act = {
  by: { id: '00000000-0000-4000-8000-0000000000dd', name: '所属長' },
  at: sampleNow,
  roles: [{ role: 'head', departmentId: 'soumu' }],
};
const second: Act = { ...secretaryAct, by: { id: 'second', name: '二人目' } };
const reason = { reason: '理由を十文字以上でここに書きます。' };

const published = (proposal: Proposal, at = sampleNow): Proposal =>
  allowedValue(
    releasePublication(
      acted(proposal, 'publish', {}, { ...secretaryAct, at }, context),
      { by: { id: 'system', name: 'Mebuki' }, at: at + 10_000 },
      context,
    ),
  );

const decidedAs = (form: object) =>
  published(acted(reviewedProposal(), 'decide-track', { ...sampleDecisionForm, ...form }));
const delegated = () =>
  decidedAs({
    track: 'delegated',
    reasonNotOfficeWide: '部局の事務に固有のためです。',
    delegationKind: 'examine',
    replyDue: '2026-11-04',
  });
const replied = (answer: string) =>
  published(
    acted(
      delegated(),
      'reply-to-delegation',
      { replyAnswer: answer, replyBy: '2026-12-25', replyText: '十文字以上の回答を書いています。' },
      owner,
      context,
    ),
  );
const started = () =>
  published(
    acted(publishedProposal(), 'start-work', { startedOn: '2026-10-05', firstAction: '調査' }),
  );
const linked = (coverage: 'whole' | 'part') =>
  published(
    acted(
      started(),
      'link-measure',
      { measure: 'm1', coverage, remaining: coverage === 'part' ? '残りの様式' : '' },
      secretaryAct,
      context,
    ),
  );
const realised = () => {
  const asked = acted(
    linked('whole'),
    'propose-realised',
    { realisedOn: '2026-10-05' },
    owner,
    context,
  );
  return acted(asked, 'confirm', {}, head, context);
};
const difficultAsked = () =>
  acted(reviewedProposal(), 'propose-difficult', { ...reason, reexamineFiscalYear: '2028' });
const difficult = () => published(acted(difficultAsked(), 'confirm', {}, second));
const excluded = () => {
  const asked = acted(reviewedProposal(), 'propose-exclusion', {
    ...reason,
    exclusionReason: 'other',
  });
  return published(acted(asked, 'confirm', {}, second));
};
const withdrawn = () => {
  const received = receivedProposal();
  const by = { id: received.proposer.personId, name: 'x' };
  return acted(received, 'withdraw', { reason: '間違えました' }, { by, at: sampleNow });
};
const merged = () =>
  acted(
    reviewedProposal({ number: 'R8-0002' }),
    'merge',
    { mergeInto: 'R8-0001', ...reason },
    secretaryAct,
    { ...context, proposalByNumber: () => ({ ...receivedProposal(), id: 'other' }) },
  );

const secretariat = { kind: 'secretariat' };
const soumu = { kind: 'department', departmentId: 'soumu' };

describe('every state has an office and a day, or a reason', () => {
  test.each([
    ['received', receivedProposal(), 'begin-review', secretariat, '2026-10-20'],
    [
      'asked',
      acted(receivedProposal(), 'ask-question', { question: 'いつですか' }),
      'await-answer',
      secretariat,
      '2026-10-19',
    ],
    ['under review', reviewedProposal(), 'decide', secretariat, '2026-12-03'],
    ['decided, not told', decidedProposal(), 'publish', secretariat, '2026-10-20'],
    ['about to be told', scheduledProposal(), 'publish', secretariat, '2026-10-05'],
    ['to be started this year', publishedProposal(), 'start', soumu, '2026-12-31'],
    [
      'to be realised this year',
      decidedAs({
        track: 'realise-this-fy',
        targetMonth: '2027-02',
        costBasis: '職員の時間だけで足りる',
      }),
      'realise',
      soumu,
      '2027-02-28',
    ],
    [
      'for later years',
      decidedAs({
        track: 'later',
        horizon: 'medium',
        targetFiscalYear: '2028',
        budgetingState: 'considered',
      }),
      'report-progress',
      soumu,
      '2027-01-19',
    ],
    ['delegated', delegated(), 'reply', soumu, '2026-11-04'],
    ['delegated, will be realised', replied('will-realise'), 'realise', soumu, '2026-12-25'],
    ['delegated, will be started', replied('will-start'), 'start', soumu, '2026-12-25'],
    ['delegated, found difficult', replied('difficult'), 'decide', secretariat, '2026-12-25'],
    ['started', started(), 'report-progress', soumu, '2027-01-19'],
    ['realised, not told', realised(), 'publish', secretariat, '2026-10-20'],
    ['waiting for a second person', difficultAsked(), 'confirm', secretariat, '2026-10-13'],
    ['difficult', difficult(), 're-examine', secretariat, '2028-04-28'],
    ['merged, not told', merged(), 'publish', secretariat, '2026-10-20'],
  ] as const)('%s', (_, proposal, task, office, dueOn) => {
    expect(dutyOf(proposal, calendar)).toEqual({ kind: 'open', task, office, dueOn });
  });

  test.each([
    ['realised', published(realised()), { because: 'realised' }],
    ['out of scope', excluded(), { because: 'out-of-scope', ...reason }],
    ['withdrawn', withdrawn(), { because: 'withdrawn', reason: '間違えました' }],
    ['merged', published(merged()), { because: 'merged', ...reason }],
  ])('%s is closed with its reason', (_, proposal, closed) => {
    expect(dutyOf(proposal, calendar)).toEqual({ kind: 'closed', ...closed });
  });

  test('over every status of the table, whatever the rest of the proposal says', () => {
    for (const base of [
      receivedProposal(),
      publishedProposal(),
      delegated(),
      started(),
      difficult(),
    ]) {
      for (const status of statuses) {
        const published = { ...base.published, status };
        const duty = dutyOf({ ...base, status, published }, calendar);
        if (duty.kind === 'open') expect(duty.dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        else expect(dutyTable[status]).toBe('closed');
      }
    }
  });
});

describe('days of duties', () => {
  test('of a received proposal begin when its campaign has closed', () => {
    const closesAt = Date.parse('2026-10-27T15:00:00Z');
    const open = createDutyCalendar(isOfficeHoliday, [
      { id: receivedProposal().campaignId, closesAt },
    ]);
    expect(dutyOf(receivedProposal(), open)).toMatchObject({ dueOn: '2026-11-12' });
  });

  test('of a report move on with every report', () => {
    const form = { progressAnswer: 'on-track' };
    const at = Date.parse('2027-01-06T01:00:00Z');
    const reported = acted(started(), 'report-progress', form, { ...owner, at }, context);
    expect(dutyOf(reported, calendar)).toMatchObject({ dueOn: '2027-04-15' });
  });

  test('of a question and of an answer begin anew', () => {
    const asked = acted(receivedProposal(), 'ask-question', { question: 'いつですか' });
    const by = { id: asked.proposer.personId, name: 'x' };
    const at = sampleNow + 7 * dayMs;
    const answered = acted(asked, 'answer-question', { answer: '毎月です' }, { by, at });
    expect(dutyOf(answered, calendar)).toMatchObject({ task: 'begin-review', dueOn: '2026-10-26' });
  });

  test('of inquiries are the first working days of January, April, July and October', () => {
    const opened: string[] = [];
    for (let day = '2026-03-31'; day < '2027-04-30'; day = addDays(day, 1)) {
      const { opensOn } = presentInquiry(day, calendar);
      if (opened.at(-1) !== opensOn) opened.push(opensOn);
      expect(nextInquiry(day, calendar).opensOn > day).toBe(true);
    }
    expect(opened).toEqual([
      '2026-01-05',
      '2026-04-01',
      '2026-07-01',
      '2026-10-01',
      '2027-01-04',
      '2027-04-01',
    ]);
  });

  test('at the end of a month know leap years', () => {
    expect(['2027-02', '2028-02', '2026-12', '2027-04'].map(lastDayOf)).toEqual([
      '2027-02-28',
      '2028-02-29',
      '2026-12-31',
      '2027-04-30',
    ]);
  });
});

describe('the days of an owner', () => {
  const on = (day: string): number => Date.parse(`${day}T03:00:00Z`);
  const duty = (proposal: Proposal) => dutyOf(proposal, calendar);
  const realise = {
    track: 'realise-this-fy',
    targetMonth: '2027-01',
    costBasis: '時間だけで足りる。',
  };

  test('what is realised in part is reported on, whatever month was promised for the whole', () => {
    const promised = decidedAs(realise);
    expect(duty(promised)).toMatchObject({ task: 'realise', dueOn: '2027-01-31' });
    const inPart = { ...promised, status: 'partially-realised' as const };
    const told = { ...inPart, published: { ...inPart.published, status: inPart.status } };
    expect(duty(told)).toMatchObject({ task: 'report-progress' });
  });

  test('what comes in later years is reported on from the beginning', () => {
    const later = {
      track: 'later',
      horizon: 'short',
      targetFiscalYear: '2027',
      budgetingState: 'considered',
    };
    expect(duty(decidedAs(later))).toMatchObject({ task: 'report-progress' });
  });

  test('a report is followed by the next inquiry, one from before the work began by none the later', () => {
    const begun = started();
    const reported = (day: string) =>
      duty({ ...begun, progress: { answer: 'on-track', at: on(day) } });
    const first = nextInquiry('2026-10-05', calendar).dueOn;
    expect(duty(begun)).toMatchObject({ task: 'report-progress', dueOn: first });
    expect(reported('2026-04-01')).toMatchObject({ dueOn: first });
    expect(reported('2027-01-04')).toMatchObject({
      dueOn: nextInquiry('2027-01-04', calendar).dueOn,
    });
  });

  test('what is to be found out of scope is the secretariat’s to confirm, whoever owned it', () => {
    const { pending } = acted(reviewedProposal(), 'propose-exclusion', {
      ...reason,
      exclusionReason: 'other',
    });
    if (!pending) throw new Error('nothing waits');
    expect(duty({ ...publishedProposal(), pending })).toMatchObject({
      task: 'confirm',
      office: { kind: 'secretariat' },
    });
  });

  test('the review takes its days from when it began, whenever the campaign closes', () => {
    const closing = createDutyCalendar(isOfficeHoliday, [
      { id: 'demo', closesAt: on('2026-12-01') },
    ]);
    const received = dutyOf(receivedProposal(), closing);
    const reviewed = dutyOf(reviewedProposal(), closing);
    expect(received).toMatchObject({ dueOn: closing.afterWorkingDays('2026-12-01', 10) });
    expect(reviewed).toMatchObject({ dueOn: closing.afterWorkingDays('2026-10-05', 40) });
  });
});
