import type { Act } from '../../src/domain/act.js';
import type { Visibility } from '../../src/domain/campaign.js';
import { actsFor, capacitiesOn, isContributor, standingOf } from '../../src/domain/capacity.js';
import { theSystem } from '../../src/domain/person.js';
import {
  concernsOffice,
  isAsked,
  isForAllStaff,
  mayKnowOf,
  maySeePublished,
  maySeeWorking,
} from '../../src/domain/visibility.js';
import { decided, reason, requested, requestId, reviewing } from '../support/act-effect.js';
import { people } from '../support/domain-people.js';
import { actsAs, done, inStatus } from '../support/proposal-in-status.js';
import { receivedProposal } from '../support/sample-proposals.js';

const { secretariat, owner, head, proposer, administrator } = actsAs;
const nobody: Act = { by: people.staff, at: 0 };
const campaign = (visibility: Visibility) => ({
  id: 'x',
  title: '募集',
  opensAt: 0,
  visibility,
  isSample: true,
});

test('as what somebody stands behind a proposal', () => {
  const invitation = { person: people.owner.id, personName: people.owner.name };
  const invited = done(receivedProposal(), 'invite-co-proposer', invitation, proposer);
  const answered = (invitation: string) =>
    done(invited, 'answer-invitation', { invitation }, owner);
  expect(standingOf(invited, proposer.by.id)).toBe('proposer');
  expect(standingOf(invited, people.owner.id)).toBe('invited');
  expect(standingOf(answered('accepted'), people.owner.id)).toBe('co-proposer');
  expect(standingOf(answered('declined'), people.owner.id)).toBeUndefined();
  expect(standingOf(invited, people.staff.id)).toBeUndefined();
  expect(isContributor(answered('declined'), people.owner.id)).toBe(false);
  const again = done(answered('declined'), 'invite-co-proposer', invitation, proposer);
  expect(again.coProposers).toEqual([
    { personId: people.owner.id, name: people.owner.name, answer: 'invited' },
  ]);
});

test('several roles are several capacities, and own ideas leave only one', () => {
  const roles = [
    { role: 'secretariat', departmentId: 'soumu' },
    { role: 'owner', departmentId: 'doboku' },
    { role: 'head', departmentId: 'soumu' },
    { role: 'executive' },
    { role: 'administrator' },
  ] as const;
  expect(capacitiesOn(decided(), { ...nobody, roles })).toEqual([
    'secretariat',
    'head',
    'administrator',
  ]);
  expect(capacitiesOn(decided(), { ...proposer, roles })).toEqual(['proposer']);
  expect(capacitiesOn(decided(), { ...actsAs['co-proposer'], roles })).toEqual(['co-proposer']);
  expect(capacitiesOn(decided(), nobody)).toEqual([]);
  expect(capacitiesOn(decided(), { ...nobody, roles: [{ role: 'executive' }] })).toEqual([]);
  expect(capacitiesOn(reviewing(), { ...nobody, roles: [{ role: 'owner' }] })).toEqual([]);
  expect(capacitiesOn(decided(), { by: theSystem, at: 0, roles })).toEqual(['system']);
});

test('for an office act its staff and its head, by that role for that department', () => {
  expect(actsFor(owner, 'soumu')).toBe(true);
  expect(actsFor(head, 'soumu')).toBe(true);
  expect(actsFor(owner, 'doboku')).toBe(false);
  expect(
    actsFor({ ...nobody, roles: [{ role: 'secretariat', departmentId: 'soumu' }] }, 'soumu'),
  ).toBe(false);
  expect(actsFor(nobody, 'soumu')).toBe(false);
});

test('who works on a proposal sees its working state', () => {
  for (const act of [secretariat, owner, head]) expect(maySeeWorking(decided(), act)).toBe(true);
  for (const act of [proposer, administrator, nobody])
    expect(maySeeWorking(decided(), act)).toBe(false);
  expect(maySeeWorking(reviewing(), owner)).toBe(false);
});

test('a proposal concerns the office that owns it or was asked', () => {
  expect(concernsOffice(decided(), owner)).toBe(true);
  expect(concernsOffice(decided(), head)).toBe(true);
  expect(concernsOffice(requested(), owner)).toBe(true);
  expect(concernsOffice(reviewing(), owner)).toBe(false);
  expect(concernsOffice(decided(), secretariat)).toBe(false);
});

test('an office is asked until it sends the request back or the proposal is withdrawn', () => {
  expect(isAsked(requested(), owner)).toBe(true);
  const opinion = { requestId: requestId(), opinionVerdict: 'feasible', opinionText: reason };
  expect(isAsked(done(requested(), 'give-opinion', opinion, owner), owner)).toBe(true);
  const returned = done(requested(), 'return-request', { requestId: requestId(), reason }, owner);
  expect(isAsked(returned, owner)).toBe(false);
  const early = done(inStatus('clarifying'), 'add-note', { note: 'x' });
  expect(isAsked({ ...early, status: 'withdrawn', opinions: requested().opinions }, owner)).toBe(
    false,
  );
});

test('what all staff may know of follows the campaign, the review and 非公開', () => {
  const seen = (proposal: Parameters<typeof isForAllStaff>[0]) =>
    (['secretariat-only', 'after-review-begins', 'at-once'] as const).map((visibility) =>
      isForAllStaff(proposal, campaign(visibility)),
    );
  expect(seen(receivedProposal())).toEqual([false, false, true]);
  expect(seen(reviewing())).toEqual([false, true, true]);
  expect(seen(inStatus('clarifying'))).toEqual([false, false, true]);
  expect(seen(inStatus('withdrawn'))).toEqual([false, false, true]);
  expect(seen(done(reviewing(), 'ask-question', { question: 'か。' }))).toEqual([
    false,
    true,
    true,
  ]);
  expect(seen(done(reviewing(), 'hide', { hidden: 'yes', reason }))).toEqual([false, false, false]);
  expect(isForAllStaff(reviewing(), undefined)).toBe(false);
  const { question: _, ...unasked } = inStatus('clarifying');
  expect(seen(unasked)).toEqual([false, false, true]);
});

test('own proposals are always known, those of others as staff or by an office', () => {
  const hidden = done(reviewing(), 'hide', { hidden: 'yes', reason });
  expect(maySeePublished(hidden, campaign('at-once'), proposer.by.id)).toBe(true);
  expect(maySeePublished(hidden, campaign('at-once'), nobody.by.id)).toBe(false);
  expect(maySeePublished(reviewing(), campaign('at-once'), nobody.by.id)).toBe(true);
  expect(mayKnowOf(hidden, secretariat, undefined)).toBe(true);
  expect(mayKnowOf(hidden, nobody, campaign('at-once'))).toBe(false);
  expect(mayKnowOf(requested(), owner, undefined)).toBe(true);
});
