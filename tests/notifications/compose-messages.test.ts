import type { AudienceChannel, AudiencePerson } from '../../src/domain/audience.js';
import { createDutyCalendar } from '../../src/domain/duty-calendar.js';
import { noticesOf } from '../../src/domain/notice.js';
import { theSystem } from '../../src/domain/person.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { remind } from '../../src/domain/remind.js';
import { composeNotices } from '../../src/notifications/compose-notices.js';
import type { Register } from '../../src/usecases/ports.js';
import { cards } from '../support/sample-cards.js';
import { sampleMasters } from '../support/sample-masters.js';
import {
  after as acted,
  allowedValue,
  receivedProposal,
  reviewedProposal,
  sampleContext,
  sampleNow,
  secretaryAct,
} from '../support/sample-proposals.js';

const mapping = (channelId: string, purpose: 'department' | 'secretariat') => ({
  id: channelId,
  purpose,
  teamId: 't',
  channelId,
  label: channelId,
  ...(purpose === 'department' && { departmentId: 'soumu' }),
});
const context = {
  ...sampleContext,
  channelMap: [mapping('19:soumu', 'department'), mapping('19:office', 'secretariat')],
};
const register = {
  masters: () => sampleMasters,
  preference: () => undefined,
  conversation: () => undefined,
  campaigns: () => [],
  proposal: () => undefined,
  measure: () => undefined,
} as Partial<Register> as Register;
const compose = composeNotices(cards, register, { now: () => sampleNow });
const proposer = { id: receivedProposal().proposer.personId, name: '若葉 みのり' };
const owner = {
  by: { id: 'owner', name: '所管の人' },
  at: sampleNow,
  roles: [{ role: 'owner', departmentId: 'soumu' }] as const,
};
const request = {
  requestDepartment: 'soumu',
  requestText: '規則は何本ありますか。',
  requestDue: '2026-10-20',
};

/** The cards of the last entry, by place. `later` is the proposal as it is when they are sent. */
function told(proposal: Proposal, later = proposal): Readonly<Record<string, string>> {
  const entry = proposal.trail.at(-1);
  const intents = entry ? noticesOf(proposal.id, entry) : [];
  const drawn = intents.flatMap((intent) => {
    const { place } = intent;
    const ids: readonly (AudiencePerson | AudienceChannel)[] =
      place.kind === 'people' ? place.people : [place.channel];
    return ids.map((each) => {
      const id = 'personId' in each ? each.personId : each.channelId;
      return [id, JSON.stringify(compose(later, intent, 'ja', id))] as const;
    });
  });
  return Object.fromEntries(drawn);
}

const requested = () =>
  acted(reviewedProposal(), 'request-opinion', request, secretaryAct, context);

test('an office that is asked reads the idea and the question in its channel, not who proposed', () => {
  const card = told(requested())['19:soumu'] ?? '';
  expect(card).toMatch(/意見をお聞かせください/);
  expect(card).toMatch(/規則は何本ありますか/);
  expect(card).toMatch(/回答期限 10月20日（火）/);
  expect(card).not.toMatch(/若葉|土木|主任|minato/);
  expect(Object.keys(told(requested()))).toEqual(['19:soumu']);
});

test('a request that is closed when its card goes out says so', () => {
  const opinion = {
    requestId: '3',
    opinionVerdict: 'feasible',
    opinionText: '十文字以上の意見を書きます。',
  };
  const answered = acted(requested(), 'give-opinion', opinion, owner, context);
  expect(told(requested(), answered)['19:soumu']).toMatch(/この照会は終わりました/);
  const card = told(answered)['19:office'] ?? '';
  expect(card).toMatch(/総務部から意見の回答がありました/);
  expect(card).toMatch(/実現できる/);
  expect(card).not.toMatch(/若葉|所管の人/);
});

test('those who proposed read a question with its text and its day; answered, they read the status', () => {
  const asked = acted(receivedProposal(), 'ask-question', { question: 'どの様式ですか。' });
  const card = told(asked)[proposer.id] ?? '';
  expect(card).toMatch(/どの様式ですか。/);
  expect(card).toMatch(/10月19日（月）までに/);
  const answered = acted(
    asked,
    'answer-question',
    { answer: '出張の様式です。' },
    { by: proposer, at: sampleNow },
    context,
  );
  expect(told(asked, answered)[proposer.id]).not.toMatch(/どの様式ですか。/);
  expect(told(answered)).toEqual({
    '19:office': expect.stringMatching(/質問に回答がありました.*出張の様式です/),
  });
});

test('an invited person reads who invites; the answer once given, the status', () => {
  const invited = { id: '00000000-0000-4000-8000-00000000aaaa', name: '招かれた人' };
  const form = { person: invited.id, personName: invited.name };
  const act = { by: proposer, at: sampleNow };
  const proposal = acted(receivedProposal(), 'invite-co-proposer', form, act, context);
  expect(told(proposal)[invited.id]).toMatch(/若葉 みのりさんから共同提案に招かれています/);
  const joined = acted(
    proposal,
    'answer-invitation',
    { invitation: 'accepted' },
    { by: invited, at: sampleNow },
  );
  expect(told(proposal, joined)[invited.id]).not.toMatch(/招かれています/);
});

test('those who proposed read at which meeting they are asked to present, until they answered', () => {
  const form = { meeting: '知事との意見交換会', heldOn: '2027-01-24' };
  const invited = acted(reviewedProposal(), 'invite-to-present', form, secretaryAct, context);
  const card = told(invited)[proposer.id] ?? '';
  expect(card).toMatch(/発表をお願いできますか/);
  expect(card).toMatch(/知事との意見交換会/);
  expect(card).toMatch(/1月24日/);
  const accepts = { invitation: 'accepted' };
  const answered = acted(invited, 'answer-presentation', accepts, { by: proposer, at: sampleNow });
  expect(told(invited, answered)[proposer.id]).not.toMatch(/お願いできますか/);
  expect(told(answered)).toEqual({});
});

test('a withdrawal and a plea to reconsider reach the secretariat alone', () => {
  const withdrawn = acted(
    receivedProposal(),
    'withdraw',
    { reason: '重複していました' },
    { by: proposer, at: sampleNow },
    context,
  );
  expect(told(withdrawn)).toEqual({
    '19:office': expect.stringMatching(/取り下げられました.*重複していました/),
  });
});

test('reminders reach each with the words of its step', () => {
  const calendar = createDutyCalendar(() => false, []);
  const at = (day: string) => Date.parse(`${day}T09:00:00+09:00`);
  const step = (proposal: Proposal, day: string) =>
    allowedValue(remind(proposal, { by: theSystem, at: at(day) }, context, calendar));
  const soon = step(requested(), '2026-10-15');
  expect(told(soon)['19:soumu']).toMatch(/意見の回答期限が近づいています/);
  const overdue = step(soon, '2026-10-21');
  expect(told(overdue)['19:soumu']).toMatch(/意見の回答期限を過ぎています/);
  const escalated = step(overdue, '2026-10-27');
  expect(told(escalated)['19:office']).toMatch(/総務部から意見の回答が期限までにありません/);
});

test('what nobody is told of has no notice', () => {
  expect(told(acted(requested(), 'add-note', { note: 'メモ' }))).toEqual({});
});
