import { openDelegation } from '../../src/domain/delegation.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { effectContext, reason, reviewing } from '../support/act-effect.js';
import {
  actsAs,
  delegationForm,
  done,
  inStatus,
  published,
} from '../support/proposal-in-status.js';
import { after, secretaryAct } from '../support/sample-proposals.js';

const delegated = (): Proposal => inStatus('decided');
const chosen = (form: object): Proposal =>
  done(delegated(), 'decide-track', { ...delegationForm, ...form });
const later = {
  ...delegationForm,
  track: 'later',
  ownerSection: 'bunsho',
  horizon: 'short',
  targetFiscalYear: '2027',
  budgetingState: 'not-needed',
};

test('a delegation that is told waits for the reply of its department', () => {
  expect(openDelegation(delegated())).toEqual({ departmentId: 'soumu', dueOn: '2027-02-01' });
});

test('before it is told it waits for nobody', () => {
  expect(openDelegation(done(reviewing(), 'decide-track', delegationForm))).toBeUndefined();
});

test('a changed one asks as it was told, until the change is', () => {
  const changed = chosen({ replyDue: '2027-03-01' });
  expect(openDelegation(changed)?.dueOn).toBe('2027-02-01');
  expect(openDelegation(published(changed))?.dueOn).toBe('2027-03-01');
});

test('what is no delegation any more waits no more, and what is not told as one does not yet', () => {
  expect(openDelegation(chosen(later))).toBeUndefined();
  const told = published(done(reviewing(), 'decide-track', later));
  expect(openDelegation(told)).toBeUndefined();
  expect(openDelegation(done(told, 'decide-track', delegationForm))).toBeUndefined();
});

test('nothing is waited for once it is answered, begun, sent back or merged', () => {
  const reply = { replyAnswer: 'will-start', replyBy: '2027-02-01', replyText: reason };
  const start = { startedOn: '2026-10-05', firstAction: '試行する。' };
  const into = { mergeInto: 'R8-0002', reason };
  const over = [
    done(delegated(), 'reply-to-delegation', reply, actsAs.owner),
    done(delegated(), 'start-work', start),
    done(delegated(), 'return-delegation', { reason }, actsAs.head),
    after(delegated(), 'merge', into, secretaryAct, effectContext),
  ];
  expect(over.map(openDelegation)).toEqual(over.map(() => undefined));
});
