import { isOfficeHoliday } from '../../../src/api/office-holidays.js';
import type { ActContext } from '../../../src/domain/act-context.js';
import { createDutyCalendar } from '../../../src/domain/duty-calendar.js';
import { startOfDay } from '../../../src/domain/instant.js';
import { theSystem } from '../../../src/domain/person.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import { releasePublication } from '../../../src/domain/publication.js';
import { remind } from '../../../src/domain/remind.js';
import { replay } from '../../../src/domain/replay.js';
import {
  after as acted,
  allowedValue,
  receivedProposal,
  reviewedProposal,
  sampleContext,
  sampleDecisionForm,
  sampleNow,
  secretaryAct,
} from '../../support/sample-proposals.js';

const hourMs = 3_600_000;
const calendar = createDutyCalendar(isOfficeHoliday, []);
const channel = (id: string, purpose: 'department' | 'secretariat') => ({
  id,
  purpose,
  teamId: 't',
  channelId: `19:${id}`,
  label: id,
  ...(purpose === 'department' && { departmentId: id }),
});
const context: ActContext = {
  ...sampleContext,
  channelMap: [channel('soumu', 'department'), channel('office', 'secretariat')],
};
const nineOn = (day: string): number => startOfDay(day) + 9 * hourMs;
const remindAt = (proposal: Proposal, at: number, using = context) =>
  remind(proposal, { by: theSystem, at }, using, calendar);

/** The reminders of each day, in working hours, as `step to whom`. */
function remindersFrom(proposal: Proposal, days: readonly string[], using = context): object {
  const told: Record<string, readonly string[]> = {};
  let present = proposal;
  for (const day of days) {
    const before = present.trail.length;
    for (const hour of [0, 8, 9, 15]) {
      const result = remindAt(present, startOfDay(day) + hour * hourMs, using);
      if (result.ok) present = result.value;
    }
    const entries = present.trail.slice(before);
    if (entries.length === 0) continue;
    told[day] = entries.map((entry) => {
      if (entry.kind !== 'reminded') throw new Error(entry.kind);
      const { people, channels } = entry.audience;
      const whom = [...people.map(({ as }) => as), ...channels.map(({ channelId }) => channelId)];
      return `${entry.about} ${entry.step} ${whom.join(' ')}`;
    });
  }
  expect(replay(present.trail)).toEqual(present);
  return told;
}

const days = (from: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10),
  );

const requested = () =>
  acted(
    reviewedProposal(),
    'request-opinion',
    {
      requestDepartment: 'soumu',
      requestText: 'ご意見をお聞かせください。',
      requestDue: '2026-11-13',
    },
    secretaryAct,
    context,
  );
const asked = () => acted(receivedProposal(), 'ask-question', { question: 'いつですか' });

const delegated = () => {
  const form = {
    ...sampleDecisionForm,
    track: 'delegated',
    reasonNotOfficeWide: '部局の事務に固有のためです。',
    delegationKind: 'examine',
    replyDue: '2026-11-20',
  };
  const decided = acted(reviewedProposal(), 'decide-track', form, secretaryAct, context);
  const scheduled = acted(decided, 'publish', {}, secretaryAct, context);
  const act = { by: theSystem, at: sampleNow + 10_000 };
  return allowedValue(releasePublication(scheduled, act, context));
};

test('an office is reminded three working days before, one after, and then the secretariat hears of it', () => {
  expect(remindersFrom(requested(), days('2026-10-06', 60))).toEqual({
    '2026-11-10': ['opinion soon 19:soumu'],
    '2026-11-16': ['opinion overdue 19:soumu'],
    '2026-11-20': ['opinion escalated 19:office'],
  });
});

test('nobody is reminded of an opinion once the proposal is decided: none can be given any more', () => {
  const decided = acted(requested(), 'decide-track', sampleDecisionForm);
  expect(remindersFrom(decided, days('2026-10-06', 60))).toEqual({});
});

test('a delegation is reminded of in the same steps, over a holiday', () => {
  expect(remindersFrom(delegated(), days('2026-10-06', 60))).toEqual({
    '2026-11-17': ['delegation soon 19:soumu'],
    '2026-11-24': ['delegation overdue 19:soumu'],
    '2026-11-30': ['delegation escalated 19:office'],
  });
});

test('a proposer is reminded of a question once, and afterwards the secretariat may go on', () => {
  expect(remindersFrom(asked(), days('2026-10-05', 30))).toEqual({
    '2026-10-14': ['question soon proposer'],
    '2026-10-20': ['question escalated 19:office'],
  });
});

test('what waits to be confirmed is told to the secretariat alone', () => {
  const form = { reason: '理由を十文字以上でここに書きます。', reexamineFiscalYear: '2028' };
  const waiting = acted(delegated(), 'propose-difficult', form);
  expect(remindersFrom(waiting, days('2026-10-06', 60))).toEqual({
    '2026-10-14': ['confirmation escalated 19:office'],
  });
});

test('an office without a channel is reminded of through the secretariat', () => {
  const using = { ...context, channelMap: [channel('office', 'secretariat')] };
  expect(remindersFrom(requested(), days('2026-11-10', 1), using)).toEqual({
    '2026-11-10': ['opinion soon 19:office'],
  });
});

test('after a standstill only the latest step is taken, and no day that is past is announced', () => {
  expect(remindersFrom(requested(), days('2026-12-01', 3))).toEqual({
    '2026-12-01': ['opinion overdue 19:soumu', 'opinion escalated 19:office'],
  });
  expect(remindersFrom(asked(), days('2026-10-28', 3))).toEqual({
    '2026-10-28': ['question escalated 19:office'],
  });
});

test('what is asked at short notice is not reminded of on the same day', () => {
  const form = { requestDepartment: 'soumu', requestText: '急ぎです。', requestDue: '2026-10-07' };
  const urgent = acted(reviewedProposal(), 'request-opinion', form, secretaryAct, context);
  expect(remindersFrom(urgent, days('2026-10-05', 11))).toEqual({
    '2026-10-08': ['opinion overdue 19:soumu'],
    '2026-10-15': ['opinion escalated 19:office'],
  });
});

test('nobody is reminded on the day on which he is asked, and up to the day itself of what is to come', () => {
  const form = { requestDepartment: 'soumu', requestText: '急ぎです。', requestDue: '2026-10-08' };
  const short = acted(reviewedProposal(), 'request-opinion', form, secretaryAct, context);
  expect(remindersFrom(short, days('2026-10-05', 4))).toEqual({});
  expect(remindersFrom(requested(), days('2026-11-13', 1))).toEqual({
    '2026-11-13': ['opinion soon 19:soumu'],
  });
});

test('people are reminded from half past eight on', () => {
  const halfPastEight = startOfDay('2026-11-10') + 8.5 * hourMs;
  expect(remindAt(requested(), halfPastEight - 1).ok).toBe(false);
  expect(remindAt(requested(), halfPastEight).ok).toBe(true);
});

test('each office is reminded of its own request, whatever others were reminded of', () => {
  const using: ActContext = {
    ...context,
    channelMap: [...context.channelMap, channel('doboku', 'department')],
  };
  const form = { requestDepartment: 'doboku', requestText: '土木は。', requestDue: '2026-11-20' };
  const both = acted(requested(), 'request-opinion', form, secretaryAct, using);
  expect(remindersFrom(both, days('2026-11-09', 12), using)).toEqual({
    '2026-11-10': ['opinion soon 19:soumu'],
    '2026-11-16': ['opinion overdue 19:soumu'],
    '2026-11-17': ['opinion soon 19:doboku'],
    '2026-11-20': ['opinion escalated 19:office'],
  });
});

test('a question and a request of one proposal are reminded of each for itself', () => {
  const form = { requestDepartment: 'soumu', requestText: 'ご意見を。', requestDue: '2026-10-19' };
  const request = acted(reviewedProposal(), 'request-opinion', form, secretaryAct, context);
  const both = acted(request, 'ask-question', { question: 'いつですか' });
  expect(remindersFrom(both, days('2026-10-13', 3))).toEqual({
    '2026-10-14': ['question soon proposer', 'opinion soon 19:soumu'],
  });
});

test('everybody who proposes it is reminded of a question', () => {
  const { proposer, ...rest } = asked();
  const friend = { personId: 'friend', name: '早苗 なお', answer: 'accepted' as const };
  const ofTwo = { ...rest, proposer, coProposers: [friend] };
  const reminded = allowedValue(remindAt(ofTwo, nineOn('2026-10-14')));
  expect(reminded.trail.at(-1)).toMatchObject({
    audience: {
      people: [
        { personId: proposer.personId, as: 'proposer' },
        { personId: 'friend', as: 'co-proposer' },
      ],
    },
  });
});

test('nobody is reminded at night, on a holiday, or of what was answered', () => {
  expect(remindAt(requested(), startOfDay('2026-11-10') + 8 * hourMs).ok).toBe(false);
  expect(remindAt(requested(), nineOn('2026-11-14')).ok).toBe(false);
  const act = {
    by: { id: 'o', name: '所管の人' },
    at: sampleNow,
    roles: [{ role: 'owner', departmentId: 'soumu' }] as const,
  };
  const opinion = {
    requestId: '3',
    opinionVerdict: 'feasible',
    opinionText: '十文字以上の意見を書きます。',
  };
  const answered = acted(requested(), 'give-opinion', opinion, act, context);
  expect(remindersFrom(answered, days('2026-11-10', 20))).toEqual({});
});

test('a merged or withdrawn proposal is not reminded of, nor one whose publication is under way', () => {
  const waiting = requested();
  for (const proposal of [
    { ...waiting, mergedInto: 'x' },
    { ...waiting, status: 'withdrawn' as const },
    { ...waiting, publicationDue: { due: 1, seq: 1 } },
  ]) {
    expect(remindAt(proposal, nineOn('2026-11-10')).ok).toBe(false);
  }
});

test('where nobody is due to be reminded, that is the answer, the second time within a step too', () => {
  const nothing = { ok: false, refusal: { code: 'nothing-to-remind' } };
  expect(remindAt(receivedProposal(), nineOn('2026-11-10'))).toEqual(nothing);
  const reminded = allowedValue(remindAt(requested(), nineOn('2026-11-10')));
  expect(remindAt(reminded, nineOn('2026-11-10') + hourMs)).toEqual(nothing);
});

test('only the product reminds', () => {
  const result = remind(
    requested(),
    { ...secretaryAct, at: nineOn('2026-11-10') },
    context,
    calendar,
  );
  expect(result).toEqual({ ok: false, refusal: { code: 'not-permitted' } });
});
