import { officeActs } from '../../../src/domain/queues/office-acts.js';
import { officeTasks } from '../../../src/domain/queues/office-items.js';
import {
  actsAs,
  done,
  inStatus,
  later,
  lifeContext,
  rightForms,
} from '../../support/proposal-in-status.js';

const { owner, head, secretariat } = actsAs;
const may = (proposal: Parameters<typeof officeActs>[0], act = owner) =>
  officeActs(proposal, act, lifeContext);
const asked = () =>
  done(
    inStatus('reviewing'),
    'request-opinion',
    { requestDepartment: 'soumu', requestText: '可能ですか。', requestDue: '2026-12-01' },
    { ...secretariat, at: later },
  );

test('who was asked answers or sends it back, once; nobody else can do either', () => {
  expect(may(asked())).toEqual(['give-opinion', 'return-request']);
  expect(may(asked(), { ...owner, roles: [{ role: 'owner', departmentId: 'doboku' }] })).toEqual(
    [],
  );
  const requestId = asked().opinions[0]?.id ?? '';
  const form = { requestId, opinionVerdict: 'unsure', opinionText: '十文字以上で書く意見です。' };
  expect(may(done(asked(), 'give-opinion', form, owner))).toEqual([]);
});

test('what an office may do with what it owns follows the status, and the head may do more', () => {
  expect(may(inStatus('decided'))).toEqual([
    'reply-to-delegation',
    'start-work',
    'report-progress',
    'propose-realised',
    'propose-difficult',
  ]);
  const { links: _, ...unlinked } = inStatus('decided');
  expect(may(unlinked)).not.toContain('propose-realised');
  expect(may(inStatus('decided'), head)).toContain('return-delegation');
  expect(may(inStatus('started'))).toEqual([
    'report-progress',
    'partly-realise',
    'propose-realised',
    'propose-difficult',
  ]);
  expect(may(inStatus('realised'))).toEqual([]);
});

test('what waits is confirmed by another person than the one who asked, who may take it back', () => {
  const form = rightForms['propose-difficult'];
  const waiting = done(inStatus('started'), 'propose-difficult', form, owner);
  expect(may(waiting)).toEqual(['decline-confirmation', 'report-progress']);
  expect(may(waiting, head)).toEqual(['confirm', 'decline-confirmation', 'report-progress']);
});

test('a request that nobody answered before the review ended is over', () => {
  const decided = done(asked(), 'decide-track', rightForms['decide-track']);
  const tasks = officeTasks([decided], owner, () => ({ kind: 'closed', because: 'merged' }));
  expect(tasks).toMatchObject([{ kind: 'opinion', isOver: true }]);
  expect(may(decided)).toEqual([]);
});
