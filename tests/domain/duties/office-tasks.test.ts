import type { Act } from '../../../src/domain/act.js';
import type { Duty } from '../../../src/domain/duties.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import { officesOf, officeTasks } from '../../../src/domain/queues/office-items.js';
import { reason } from '../../support/act-effect.js';
import { people } from '../../support/domain-people.js';
import { actsAs, done, inStatus, later, rightForms } from '../../support/proposal-in-status.js';
import { receivedProposal } from '../../support/sample-proposals.js';

const { owner, head, secretariat } = actsAs;
const other: Act = { ...owner, roles: [{ role: 'owner', departmentId: 'doboku' }] };
const dueOn = '2027-03-01';
const duty: Duty = {
  kind: 'open',
  task: 'start',
  office: { kind: 'department', departmentId: 'soumu' },
  dueOn,
};
const tasks = (proposal: Proposal, act = owner, its: Duty = duty) =>
  officeTasks([proposal], act, () => its).map(({ proposal: _, ...task }) => task);
const requested = (requestDue = '2026-12-01', proposal = inStatus('reviewing')) =>
  done(
    proposal,
    'request-opinion',
    {
      requestDepartment: 'soumu',
      requestText: '可能ですか。',
      requestDue,
    },
    { ...secretariat, at: later },
  );
const idOf = ({ opinions }: Proposal): string => opinions[0]?.id ?? '';

test('an office acts for the departments that its people own or head, each once', () => {
  const act: Act = {
    ...owner,
    roles: [
      { role: 'owner', departmentId: 'soumu' },
      { role: 'head', departmentId: 'soumu' },
      { role: 'head', departmentId: 'doboku' },
      { role: 'secretariat', departmentId: 'kankyo' },
      { role: 'head' },
    ],
  };
  expect(officesOf(act)).toEqual(['soumu', 'doboku']);
  expect(officesOf({ by: people.staff, at: later })).toEqual([]);
});

test('an office is asked for an opinion, and sees when it was given or sent back', () => {
  const asked = requested();
  const opinion = {
    kind: 'opinion',
    departmentId: 'soumu',
    dueOn: '2026-12-01',
    requestId: idOf(asked),
  };
  expect(tasks(asked)).toEqual([opinion]);
  expect(tasks(asked, other)).toEqual([]);
  const form = { requestId: idOf(asked), opinionVerdict: 'feasible', opinionText: reason };
  expect(tasks(done(asked, 'give-opinion', form, owner))).toEqual([
    { ...opinion, answeredAt: later },
  ]);
  const back = { requestId: idOf(asked), reason };
  expect(tasks(done(asked, 'return-request', back, owner))).toEqual([
    { ...opinion, answeredAt: later },
  ]);
});

test('an office is asked to reply to what was handed to it, by the day that was named', () => {
  const delegation = { kind: 'delegation', departmentId: 'soumu', dueOn: '2027-02-01' };
  expect(tasks(inStatus('decided'))).toEqual([delegation]);
  expect(tasks(inStatus('decided'), head)).toEqual([delegation]);
  expect(tasks(inStatus('decided'), secretariat)).toEqual([]);
  expect(tasks(inStatus('decided'), other)).toEqual([]);
});

test('an office works on what it answered, begun or realised in part, by the day of its duty', () => {
  const work = { kind: 'work', departmentId: 'soumu', dueOn };
  const form = rightForms['reply-to-delegation'];
  expect(tasks(done(inStatus('decided'), 'reply-to-delegation', form, owner))).toEqual([work]);
  expect(tasks(inStatus('started'))).toEqual([work]);
  expect(tasks(inStatus('partially-realised'))).toEqual([work]);
  expect(tasks(inStatus('realised'))).toEqual([]);
  const closed: Duty = { kind: 'closed', because: 'merged' };
  expect(tasks(inStatus('started'), owner, closed)).toEqual([
    { kind: 'work', departmentId: 'soumu' },
  ]);
});

test('what waits for a second person is the head’s to confirm, and work for everybody else', () => {
  const waiting = done(inStatus('started'), 'propose-difficult', rightForms['propose-difficult']);
  const confirmation = { kind: 'confirmation', departmentId: 'soumu', dueOn };
  expect(tasks(waiting, head)).toEqual([confirmation]);
  expect(tasks(waiting)).toEqual([{ ...confirmation, kind: 'work' }]);
});

test('what is to be found out of scope is not an office’s to confirm', () => {
  const { pending } = done(
    inStatus('reviewing'),
    'propose-exclusion',
    rightForms['propose-exclusion'],
  );
  if (!pending) throw new Error('nothing waits');
  expect(tasks({ ...inStatus('started'), pending }, head)).toMatchObject([{ kind: 'work' }]);
});

test('nothing is asked about what is merged, owned by nobody yet, or an own idea', () => {
  expect(tasks({ ...inStatus('started'), mergedInto: 'other' })).toEqual([]);
  expect(tasks(receivedProposal())).toEqual([]);
  const started = inStatus('started');
  const own = { ...started, proposer: { ...started.proposer, personId: owner.by.id } };
  expect(tasks(own)).toEqual([]);
  const asked = requested();
  expect(tasks({ ...asked, proposer: { ...asked.proposer, personId: owner.by.id } })).toEqual([]);
});

test('the earliest day comes first, what has none last, and what is of one day as it came', () => {
  const closed: Duty = { kind: 'closed', because: 'merged' };
  const all = [
    { ...inStatus('started'), number: 'none' },
    { ...requested('2026-12-03'), number: 'third' },
    { ...requested('2026-12-01'), number: 'first' },
    { ...requested('2026-12-01'), number: 'second' },
    { ...requested('2026-12-04'), number: 'fourth' },
  ];
  const numbers = officeTasks(all, owner, () => closed).map(({ proposal }) => proposal.number);
  expect(numbers).toEqual(['first', 'second', 'third', 'fourth', 'none']);
});
