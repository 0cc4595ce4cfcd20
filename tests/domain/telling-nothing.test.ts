import { isContributor } from '../../src/domain/capacity.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { publishedView } from '../../src/domain/published-view.js';
import type { Result } from '../../src/domain/result.js';
import { isAsked, mayKnowOf } from '../../src/domain/visibility.js';
import {
  decided,
  effectContext,
  reason,
  requested,
  requestId,
  reviewing,
} from '../support/act-effect.js';
import { people } from '../support/domain-people.js';
import {
  actsAs,
  done,
  inStatus,
  ofTwo,
  published,
  rightForms,
} from '../support/proposal-in-status.js';
import { did } from '../support/sample-proposals.js';

const { secretariat, proposer, owner } = actsAs;
const merge = { mergeInto: 'R8-0002', reason };

function value(result: Result<Proposal>): Proposal {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

const refusal = (result: Result<Proposal>) => (result.ok ? 'allowed' : result.refusal);
const wish = (proposal: Proposal) => did(proposal, 'reopen', { reason }, proposer, effectContext);
const excluded = () => inStatus('out-of-scope');
const merged = (proposal: Proposal) =>
  value(did(proposal, 'merge', merge, secretariat, effectContext));

test('a wish to reconsider is taken the same, whatever the secretariat has done without publishing it', () => {
  const reopened = done(excluded(), 'reopen', { reason });
  const ways: readonly (readonly [Proposal, string])[] = [
    [excluded(), 'reviewing'],
    [reopened, 'reviewing'],
    [done(reopened, 'decide-track', rightForms['decide-track']), 'decided'],
    [done(reopened, 'propose-exclusion', rightForms['propose-exclusion']), 'reviewing'],
    [done(reopened, 'publish'), 'reviewing'],
    [merged(excluded()), 'out-of-scope'],
    [done(merged(excluded()), 'publish'), 'out-of-scope'],
  ];
  for (const [before, status] of ways) {
    const after = value(wish(before));
    expect(after.status).toBe(status);
    expect(after.reconsidered).toBe(true);
    expect(after.decision).toEqual(before.decision);
    expect(after.pending).toEqual(before.pending);
    expect(after.publicationDue).toEqual(before.publicationDue);
    expect(publishedView(after)).toEqual(publishedView(excluded()));
    expect(refusal(wish(after))).toEqual({ code: 'already-reconsidered' });
  }
});

test('a wish to reconsider what is not published as out of scope is refused by what is published', () => {
  const present = { present: 'reviewing', code: 'transition-not-allowed' };
  const allowed = ['clarifying', 'decided', 'difficult', 'out-of-scope'];
  const unpublished = done(
    done(reviewing(), 'propose-exclusion', rightForms['propose-exclusion']),
    'confirm',
    {},
    secretariat,
  );
  expect(refusal(wish(unpublished))).toEqual({ ...present, allowed });
  expect(refusal(wish(reviewing()))).toEqual({ ...present, allowed });
  expect(refusal(wish(published(merged(excluded()))))).toEqual({ code: 'merged' });
});

test('of a withdrawal nothing is left that was linked, merged or scheduled and not told', () => {
  const link = { measure: 'part', coverage: 'part', remaining: '残り。' };
  const linked = done(ofTwo(), 'link-measure', link);
  for (const before of [merged(linked), done(merged(linked), 'publish'), done(linked, 'publish')]) {
    const after = done(before, 'withdraw', {}, proposer);
    expect(after).toMatchObject({ status: 'withdrawn', published: { status: 'withdrawn' } });
    expect(Object.keys(after)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(links|mergedInto|publicationDue)$/)]),
    );
    expect(refusal(did(after, 'publish', {}, secretariat, effectContext))).toEqual({
      code: 'nothing-to-publish',
    });
  }
});

test('of what was told before a withdrawal the links stay and the merge ends', () => {
  const link = { measure: 'part', coverage: 'part', remaining: '残り。' };
  const told = published(merged(done(ofTwo(), 'link-measure', link)));
  const after = done(told, 'withdraw', {}, proposer);
  expect(after.links).toEqual(told.links);
  expect(after.published.links).toEqual(told.links);
  expect(after.mergedInto ?? after.published.mergedInto).toBeUndefined();
});

test('a question during the review opens no way to withdraw', () => {
  const question = { question: 'どの様式ですか。' };
  expect(
    refusal(did(done(reviewing(), 'ask-question', question), 'withdraw', {}, proposer)),
  ).toEqual({
    code: 'review-has-begun',
  });
  done(inStatus('clarifying'), 'withdraw', {}, proposer);
});

test('nothing is merged while a question or a confirmation is open', () => {
  const tryOn = (proposal: Proposal) =>
    refusal(did(proposal, 'merge', merge, secretariat, effectContext));
  expect(tryOn(inStatus('clarifying'))).toMatchObject({
    code: 'transition-not-allowed',
    present: 'clarifying',
  });
  const pending = done(reviewing(), 'propose-exclusion', rightForms['propose-exclusion']);
  expect(tryOn(pending)).toEqual({ code: 'confirmation-pending', what: 'out-of-scope' });
  expect(tryOn(inStatus('withdrawn'))).toMatchObject({ present: 'withdrawn', allowed: [] });
  expect(
    tryOn(done(done(reviewing(), 'decide-track', rightForms['decide-track']), 'publish')),
  ).toMatchObject({
    code: 'publication-pending',
  });
});

test('who proposed it does not learn that the own office was asked', () => {
  const colleague = { ...owner, by: people.friend };
  const form = { requestId: requestId(), opinionVerdict: 'feasible', opinionText: reason };
  const ask = (proposal: Proposal) => refusal(did(proposal, 'give-opinion', form, colleague));
  expect(isContributor(requested(), colleague.by.id)).toBe(true);
  expect(ask(requested())).toEqual({ code: 'conflict-of-interest' });
  expect(ask(reviewing())).toEqual(ask(requested()));
  expect(isAsked(requested(), colleague)).toBe(false);
  expect(isAsked(requested(), owner)).toBe(true);
  expect(isAsked(reviewing(), owner)).toBe(false);
  expect(mayKnowOf(requested(), owner, undefined)).toBe(true);
  expect(mayKnowOf(reviewing(), owner, undefined)).toBe(false);
});

test('what was begun on a decision ends with it', () => {
  const difficult = done(
    done(inStatus('started'), 'propose-difficult', rightForms['propose-difficult'], owner),
    'confirm',
    {},
    actsAs.head,
  );
  expect(difficult.start).toBeDefined();
  expect(done(difficult, 're-examine', { reason })).not.toHaveProperty('start');
  expect(decided()).not.toHaveProperty('start');
});
