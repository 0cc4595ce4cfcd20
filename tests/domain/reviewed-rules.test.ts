import type { Act } from '../../src/domain/act.js';
import { publicationAudience } from '../../src/domain/publication.js';
import { isAsked, maySeePublished } from '../../src/domain/visibility.js';
import {
  after,
  allowedValue,
  decidedProposal,
  did,
  publishedProposal,
  receivedProposal,
  released,
  reviewedProposal,
  sampleContext,
  sampleDecisionForm,
  sampleNow,
  secretaryAct,
} from '../support/sample-proposals.js';

const reason = '内容をあらためて確かめたためです。';
const codeOf = (...what: Parameters<typeof did>) => {
  const result = did(...what);
  return result.ok ? 'allowed' : result.refusal.code;
};
const holder = (role: 'owner' | 'head', departmentId: string, n = 1): Act => ({
  by: { id: `00000000-0000-4000-8000-00000000000${n}`, name: '所属の職員' },
  at: sampleNow + 60_000,
  roles: [{ role, departmentId }],
});
const second: Act = { ...secretaryAct, by: { id: 'second', name: '双葉 けん' } };
const proposerOf = (proposal: ReturnType<typeof receivedProposal>): Act => ({
  by: { id: proposal.proposer.personId, name: proposal.proposer.name },
  at: sampleNow,
});

test('a question before the review shows the proposal to nobody else', () => {
  const asked = after(receivedProposal(), 'ask-question', { question: '対象の様式はどれですか。' });
  expect(maySeePublished(asked, sampleContext.campaign, 'someone')).toBe(false);
  const during = after(reviewedProposal(), 'ask-question', {
    question: '対象の様式はどれですか。',
  });
  expect(maySeePublished(during, sampleContext.campaign, 'someone')).toBe(true);
});

test('what is published before the review is not posted to the channels of all staff', () => {
  const audience = publicationAudience(receivedProposal(), sampleContext, sampleNow);
  expect(audience.channels).toEqual([]);
});

test('who proposed it is not asked, and a returned request shows nothing any more', () => {
  const form = { requestDepartment: 'soumu', requestText: '実現できるか教えてください。' };
  const asked = after(reviewedProposal(), 'request-opinion', form);
  const office = holder('owner', 'soumu');
  expect(isAsked(asked, office)).toBe(true);
  const own: Act = { ...office, by: proposerOf(asked).by };
  expect(isAsked(asked, own)).toBe(false);
  const requestId = asked.opinions[0]?.id ?? '';
  const returned = after(asked, 'return-request', { requestId, reason }, office);
  expect(isAsked(returned, office)).toBe(false);
});

test('an opinion can be asked for and given only during the review', () => {
  const form = { requestDepartment: 'soumu', requestText: '実現できるか教えてください。' };
  const before = after(receivedProposal(), 'ask-question', { question: 'どの様式ですか。' });
  expect(codeOf(before, 'request-opinion', form)).toBe('transition-not-allowed');
  const asked = after(reviewedProposal(), 'request-opinion', form);
  const decided = after(asked, 'decide-track', sampleDecisionForm);
  const opinion = { requestId: asked.opinions[0]?.id ?? '', opinionVerdict: 'feasible' };
  const text = { opinionText: '来年度から全庁で実施できます。' };
  const office = holder('owner', 'soumu');
  expect(codeOf(asked, 'give-opinion', { ...opinion, ...text }, office)).toBe('allowed');
  expect(codeOf(decided, 'give-opinion', { ...opinion, ...text }, office)).toBe('request-answered');
});

test('the head of the published owner confirms T10, also while a new owner is decided and not published', () => {
  const moved = after(publishedProposal(), 'decide-track', {
    ...sampleDecisionForm,
    ownerDepartment: 'doboku',
    ownerSection: 'minato',
  });
  const proposed = after(moved, 'propose-difficult', { reason, reexamineFiscalYear: '2027' });
  expect(codeOf(proposed, 'confirm', {}, second)).toBe('not-permitted');
  expect(codeOf(proposed, 'confirm', {}, holder('head', 'soumu'))).toBe('allowed');
  expect(codeOf(proposed, 'confirm', {}, holder('head', 'doboku', 2))).toBe('not-permitted');
});

test('an owner begins nothing under a decision that is changed and not published', () => {
  const moved = after(publishedProposal(), 'decide-track', {
    ...sampleDecisionForm,
    ownerDepartment: 'doboku',
    ownerSection: 'minato',
  });
  const form = { startedOn: '2026-10-05', firstAction: '担当を決めます。' };
  expect(codeOf(moved, 'start-work', form, holder('owner', 'soumu'))).toBe('changed-meanwhile');
  expect(codeOf(publishedProposal(), 'start-work', form, holder('owner', 'soumu'))).toBe('allowed');
});

test('where owners publish they publish what they did, never what the secretariat decided', () => {
  const campaign = { ...sampleContext.campaign, ownersPublish: true };
  const context = { ...sampleContext, campaign } as typeof sampleContext;
  const owner = holder('owner', 'soumu');
  const form = { startedOn: '2026-10-05', firstAction: '担当を決めます。' };
  const started = after(publishedProposal(), 'start-work', form, owner);
  expect(codeOf(started, 'publish', {}, owner, context)).toBe('allowed');
  const changed = after(publishedProposal(), 'decide-track', {
    ...sampleDecisionForm,
    startMonth: '2027-01',
  });
  expect(codeOf(changed, 'publish', {}, owner, context)).toBe('not-permitted');
});

test('nothing is linked or unlinked under a confirmation', () => {
  const context = { ...sampleContext, measureState: () => 'published' as const };
  const link = { measure: 'm1', coverage: 'whole' };
  const linked = after(publishedProposal(), 'link-measure', link, secretaryAct, context);
  const asked = after(
    linked,
    'propose-realised',
    { realisedOn: '2026-10-05' },
    secretaryAct,
    context,
  );
  expect(codeOf(asked, 'unlink-measure', { measure: 'm1', reason }, secretaryAct, context)).toBe(
    'confirmation-pending',
  );
  expect(codeOf(asked, 'link-measure', link, secretaryAct, context)).toBe('confirmation-pending');
});

test('a realisation in part can be corrected, and what is realised again has no reason of its correction', () => {
  const context = { ...sampleContext, measureState: () => 'published' as const };
  const started = after(publishedProposal(), 'start-work', {
    startedOn: '2026-10-05',
    firstAction: '担当を決めます。',
  });
  const part = { measure: 'm1', coverage: 'part', remaining: '出先機関の様式' };
  const linked = after(started, 'link-measure', part, secretaryAct, context);
  const inPart = after(linked, 'partly-realise', {}, secretaryAct, context);
  const corrected = after(inPart, 'correct-publication', { reason });
  expect(corrected.wayBack?.why).toBe('corrected');
  const again = after(corrected, 'partly-realise', {}, secretaryAct, context);
  expect(again.wayBack).toBeUndefined();
});

test('a question waits until a way back to the review is published', () => {
  const proposed = after(reviewedProposal(), 'propose-exclusion', {
    exclusionReason: 'ordinary-procedure',
    reason,
  });
  const excluded = after(proposed, 'confirm', {}, second);
  const published = allowedValue(released(after(excluded, 'publish')));
  const reopened = after(published, 'reopen', { reason });
  const question = { question: 'どの手続のことですか。' };
  expect(codeOf(reopened, 'ask-question', question)).toBe('publish-first');
  const told = allowedValue(released(after(reopened, 'publish'), sampleNow + 30_000));
  expect(codeOf(told, 'ask-question', question)).toBe('allowed');
});

test('a reviewer who was named before the review stays', () => {
  const members = [{ personId: 'second', name: '双葉 けん', role: 'secretariat' as const }];
  const context = { ...sampleContext, members };
  const handed = after(
    receivedProposal(),
    'hand-over',
    { person: 'second' },
    secretaryAct,
    context,
  );
  expect(after(handed, 'begin-review').reviewer?.id).toBe('second');
});

test('nobody merges into an own proposal', () => {
  const into = receivedProposal({ id: '10000000-0000-4000-8000-000000000009', number: 'R8-0009' });
  const own = { ...into, proposer: { ...into.proposer, personId: secretaryAct.by.id } };
  const context = { ...sampleContext, proposalByNumber: () => own };
  const form = { mergeInto: 'R8-0009', reason };
  expect(codeOf(reviewedProposal(), 'merge', form, secretaryAct, context)).toBe(
    'conflict-of-interest',
  );
});

test('of two writers the later one never records before the earlier one', () => {
  const decided = decidedProposal();
  const late = after(
    decided,
    'add-note',
    { note: 'あとから書いたメモ' },
    {
      ...secretaryAct,
      at: sampleNow - 60_000,
    },
  );
  const [before, last] = late.trail.slice(-2);
  expect(last?.recordedAt).toBe(before?.recordedAt);
  expect(last?.occurredAt).toBe(sampleNow - 60_000);
});
