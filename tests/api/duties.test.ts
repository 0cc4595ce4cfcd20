import type { z } from 'zod';
import {
  carryOverAnswer,
  claimsAnswer,
  confirmationsAnswer,
  holdersAnswer,
  lateQuestionsAnswer,
  overdueAnswer,
  overdueRepliesAnswer,
  overdueRequestsAnswer,
  progressAnswer,
  queuesAnswer,
  withoutHolderAnswer,
} from '../../src/contract/queue-answers.js';
import type { ClaimRule } from '../../src/domain/claim-rule.js';
import { startOfDay } from '../../src/domain/instant.js';
import type { Member } from '../../src/domain/member.js';
import { sampleNow } from '../support/sample-proposals.js';
import { people } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

const hourMs = 3_600_000;
const on = (day: string): number => startOfDay(day) + 9 * hourMs;
const reason = '理由を十文字以上でここに書きます。';
const delegation = {
  track: 'delegated',
  ownerDepartment: 'soumu',
  ownerSection: 'bunsho',
  reasonNotOfficeWide: '部局の事務に固有のためです。',
  delegationKind: 'examine',
  replyDue: '2026-11-04',
  reason,
};

let api: ApiUnderTest;
let members = 50;

beforeEach(async () => {
  api = await openApi();
  await api.have(proposalOf('proposer', 'R8-0001'));
  await api.have(proposalOf('colleague', 'R8-0002'));
});
afterEach(() => api.close());

function join(value: Member): void {
  members += 1;
  const stored = { value, itemId: String(members), revision: '1' };
  api.register.changes.members({ kind: 'stored', stored, version: 1 });
}

async function read<S extends z.ZodType>(shape: S, path: string): Promise<z.infer<S>> {
  const { status, body } = await api.call('GET', path, { as: 'secretary' });
  expect(status).toBe(200);
  const value = shape.parse(body);
  expect(body).toEqual(value);
  return value;
}

async function act(
  number: string,
  name: string,
  form: object,
  as: keyof typeof people = 'secretary',
) {
  const seq = api.register.proposalByNumber(number)?.value.trail.length;
  const body = { form, ...(seq !== undefined && { seq }) };
  const answer = await api.call('POST', `/api/proposals/${number}/${name}`, { as, body });
  return { status: answer.status, code: (answer.body as { code?: string }).code };
}

async function publish(number: string, at: number): Promise<void> {
  api.at(at);
  expect(await act(number, 'publish', {})).toEqual({ status: 200 });
  api.at(at + 10_000);
  await api.sweep();
}

async function delegate(number: string): Promise<void> {
  await act(number, 'begin-review', {});
  expect(await act(number, 'decide-track', delegation)).toEqual({ status: 200 });
  await publish(number, sampleNow);
}

test('every list of the secretariat is answered in its shape, and counted', async () => {
  await delegate('R8-0001');
  await act('R8-0002', 'begin-review', {});
  const request = { requestDepartment: 'soumu', requestText: 'ご意見を', requestDue: '2026-11-02' };
  await act('R8-0002', 'request-opinion', request);
  await act('R8-0002', 'ask-question', { question: 'いつの話ですか。' });
  api.at(on('2026-11-05'));
  const replies = await read(overdueRepliesAnswer, '/api/queues/overdue-replies');
  expect(replies.rows).toMatchObject([
    { number: 'R8-0001', departmentId: 'soumu', dueOn: '2026-11-04', daysLeft: -1 },
  ]);
  const requests = await read(overdueRequestsAnswer, '/api/queues/overdue-requests');
  expect(requests.rows).toMatchObject([{ number: 'R8-0002', requestId: '3', daysLeft: -2 }]);
  const questions = await read(lateQuestionsAnswer, '/api/queues/late-questions');
  expect(questions.rows).toMatchObject([{ number: 'R8-0002', question: 'いつの話ですか。' }]);
  const overdue = await read(overdueAnswer, '/api/queues/overdue');
  expect(overdue.rows.map(({ number, task }) => `${number} ${task}`)).toEqual([
    'R8-0002 await-answer',
    'R8-0001 reply',
  ]);
  const { counts, burnDown } = await read(queuesAnswer, '/api/queues');
  expect(counts).toMatchObject({ overdue: 2, overdueReplies: 1, overdueRequests: 1, carryOver: 0 });
  expect(burnDown.remaining).toBe(1);
  const progress = await read(progressAnswer, '/api/queues/progress');
  expect(progress.departments).toMatchObject([
    { departmentId: 'soumu', rows: [{ isAnswered: false }] },
  ]);
  const unheld = await read(withoutHolderAnswer, '/api/queues/without-holder');
  expect(unheld.rows.map(({ number, why }) => `${number} ${why}`)).toEqual([
    'R8-0001 no-staff',
    'R8-0002 no-staff',
  ]);
});

test('on 1 April a this-year item waits in the carry-over queue until a person decides it anew', async () => {
  await act('R8-0001', 'begin-review', {});
  const form = {
    ...delegation,
    track: 'realise-this-fy',
    targetMonth: '2027-03',
    costBasis: '時間だけで足ります。',
  };
  await act('R8-0001', 'decide-track', form);
  await publish('R8-0001', sampleNow);
  const queue = () => read(carryOverAnswer, '/api/queues/carry-over');
  api.at(startOfDay('2027-04-01') - 1_000);
  expect((await queue()).rows).toEqual([]);
  api.at(startOfDay('2027-04-01'));
  expect((await queue()).rows).toMatchObject([
    { number: 'R8-0001', committedYear: 2026, status: 'decided' },
  ]);
  const later = {
    ...form,
    track: 'later',
    horizon: 'short',
    targetFiscalYear: '2028',
    budgetingState: 'considered',
  };
  expect(await act('R8-0001', 'decide-track', later)).toEqual({ status: 200 });
  expect((await queue()).rows).toEqual([]);
});

test('a deputy confirms in the place of an absent head, on the days of the row and no others', async () => {
  const department = { departmentId: 'soumu' };
  const days = { validFrom: '2026-10-20', validTo: '2026-10-21' };
  join({ personId: people.executive, name: '代理', role: 'head', ...department, ...days });
  await delegate('R8-0001');
  api.at(sampleNow + hourMs);
  await act('R8-0001', 'propose-difficult', { reason, reexamineFiscalYear: '2028' });
  const { rows } = await read(confirmationsAnswer, '/api/queues/confirmations');
  expect(rows).toMatchObject([{ what: 'difficult', departmentId: 'soumu', dueOn: '2026-10-13' }]);
  const confirm = () => act('R8-0001', 'confirm', {}, 'executive');
  api.at(startOfDay('2026-10-20') - 1_000);
  expect(await confirm()).toEqual({ status: 403, code: 'not-permitted' });
  api.at(startOfDay('2026-10-22'));
  expect(await confirm()).toEqual({ status: 403, code: 'not-permitted' });
  api.at(startOfDay('2026-10-22') - 1_000);
  expect(await confirm()).toEqual({ status: 200 });
});

test('one act moves all open items of a person to the successor', async () => {
  await delegate('R8-0001');
  await act('R8-0002', 'begin-review', {});
  join({ personId: people.executive, name: '後任', role: 'secretariat' });
  const before = await read(holdersAnswer, '/api/queues/holders');
  const [mine] = before.holders;
  expect(mine).toMatchObject({ personId: people.secretary, isActive: true });
  const items = mine?.rows.map(({ number, seq }) => ({ number, seq })) ?? [];
  const body = { items, form: { person: people.executive, reason: '四月の異動のためです。' } };
  const moved = await api.call('POST', '/api/bulk/hand-over', { as: 'secretary', body });
  expect(moved.status).toBe(200);
  const afterwards = await read(holdersAnswer, '/api/queues/holders');
  expect(afterwards.holders).toMatchObject([{ personId: people.executive, rows: [{}, {}] }]);
});

test('claiming by rule is shown first and then done by the bulk act', async () => {
  const value: ClaimRule = {
    id: 'paper',
    label: '人事課',
    order: 1,
    categoryId: 'paperless',
    personIds: [people.secretary],
  };
  const stored = { value, itemId: '1', revision: '1' };
  api.register.changes.claimRules({ kind: 'stored', stored, version: 1 });
  const { claims } = await read(claimsAnswer, '/api/queues/claims');
  expect(claims.map(({ number, ruleLabel }) => `${number} ${ruleLabel}`)).toEqual([
    'R8-0001 人事課',
    'R8-0002 人事課',
  ]);
  const items = claims.map(({ number, seq, personId }) => ({
    number,
    seq,
    form: { person: personId },
  }));
  await api.call('POST', '/api/bulk/hand-over', { as: 'secretary', body: { items } });
  expect((await read(claimsAnswer, '/api/queues/claims')).claims).toEqual([]);
});

test('a reminder is written once, whoever sweeps, and does not stand in the way of an act', async () => {
  await delegate('R8-0001');
  const triage = '/api/triage/R8-0001';
  const seen = (await api.call('GET', triage, { as: 'secretary' })).body as { seq: number };
  api.at(on('2026-10-30'));
  await Promise.all([api.remind(), api.remind()]);
  await api.remind();
  const kinds = (
    (await api.call('GET', triage, { as: 'secretary' })).body as {
      trail: readonly { kind: string }[];
    }
  ).trail.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'reminded')).toHaveLength(1);
  const body = { seq: seen.seq, form: { note: '電話で聞きました。' } };
  const note = await api.call('POST', '/api/proposals/R8-0001/add-note', { as: 'secretary', body });
  expect(note.status).toBe(200);
});
