import type { Act } from '../../src/domain/act.js';
import type { Campaign } from '../../src/domain/campaign.js';
import type { Proposal } from '../../src/domain/proposal.js';
import type { Result } from '../../src/domain/result.js';
import {
  giveSupport,
  isCounted,
  isEditedSince,
  type Support,
  supportKey,
} from '../../src/domain/support.js';
import {
  after,
  allowedValue,
  sampleNow as at,
  receivedProposal,
  reviewedProposal,
  sampleContext,
} from '../support/sample-proposals.js';

const kaede = { id: '00000000-0000-4000-8000-000000000001', name: '若竹 かえで' };
const act: Act = { by: kaede, at };
const atOnce: Campaign | undefined = sampleContext.campaign && {
  ...sampleContext.campaign,
  visibility: 'at-once',
};

const give = (proposal: Proposal, state: Support['state'], present?: Support, by = act) =>
  giveSupport(proposal, present, state, by, sampleContext.campaign);
const codeOf = (result: Result<Support>) => (result.ok ? 'allowed' : result.refusal.code);

test('what may be seen can be endorsed, followed and taken back', () => {
  const proposal = reviewedProposal();
  const endorsed = allowedValue(give(proposal, 'endorsed'));
  expect(endorsed).toEqual({
    proposalId: proposal.id,
    personId: kaede.id,
    name: kaede.name,
    state: 'endorsed',
    at,
    seq: 2,
  });
  const later = { ...act, at: at + 1000 };
  expect(give(proposal, 'endorsed', endorsed, later)).toEqual({ ok: true, value: endorsed });
  const following = allowedValue(give(proposal, 'following', endorsed, later));
  expect(following).toMatchObject({ state: 'following', at: later.at });
  expect(allowedValue(give(proposal, 'none', following)).state).toBe('none');
});

test('what may not be seen cannot be endorsed, but a word can be taken back', () => {
  expect(codeOf(give(receivedProposal(), 'endorsed'))).toBe('not-found');
  expect(codeOf(give(receivedProposal(), 'none'))).toBe('not-found');
  const hidden = after(reviewedProposal(), 'hide', {
    hidden: 'yes',
    reason: '個人を特定できる内容があるため、公開しません。',
  });
  expect(codeOf(give(hidden, 'following'))).toBe('not-found');
  const endorsed = allowedValue(give(reviewedProposal(), 'endorsed'));
  expect(codeOf(give(hidden, 'following', endorsed))).toBe('not-found');
  expect(codeOf(give(hidden, 'none', endorsed))).toBe('allowed');
});

test('own and co-proposed proposals cannot be endorsed, and an endorsement of what became own is not counted', () => {
  const proposal = receivedProposal();
  const { personId: id, name } = proposal.proposer;
  expect(codeOf(give(proposal, 'endorsed', undefined, { ...act, by: { id, name } }))).toBe(
    'own-proposal',
  );
  const own = { by: { id, name }, at };
  const invited = after(
    proposal,
    'invite-co-proposer',
    { person: kaede.id, personName: kaede.name },
    own,
  );
  expect(codeOf(give(invited, 'endorsed'))).toBe('own-proposal');
  const endorsed = allowedValue(giveSupport(proposal, undefined, 'endorsed', act, atOnce));
  expect(isCounted(proposal, endorsed)).toBe(true);
  expect(isCounted(invited, endorsed)).toBe(false);
  expect(isCounted(proposal, { ...endorsed, state: 'following' })).toBe(false);
});

test('a word that was taken back is not taken back again from what may not be seen', () => {
  const endorsed = allowedValue(give(reviewedProposal(), 'endorsed'));
  const none = allowedValue(give(reviewedProposal(), 'none', endorsed));
  expect(codeOf(give(receivedProposal(), 'none', none))).toBe('not-found');
  expect(give(reviewedProposal(), 'none', none)).toEqual({ ok: true, value: none });
});

test('a person has one word on each proposal', () => {
  const key = (proposalId: string, personId: string) => supportKey({ proposalId, personId });
  expect(new Set([key('p', 'a'), key('p', 'b'), key('q', 'a')]).size).toBe(3);
  expect(key('p', 'a')).toBe(key('p', 'a'));
});

test('what happens to a proposal besides is no edit', () => {
  const endorsed = allowedValue(give(reviewedProposal(), 'endorsed'));
  const noted = after(reviewedProposal(), 'add-note', { note: '覚え書き' });
  expect(isEditedSince(noted, endorsed)).toBe(false);
});

test('a withdrawn proposal cannot be endorsed', () => {
  const proposal = receivedProposal();
  const { personId: id, name } = proposal.proposer;
  const withdrawn = after(proposal, 'withdraw', {}, { by: { id, name }, at });
  expect(giveSupport(withdrawn, undefined, 'endorsed', act, atOnce)).toEqual({
    ok: false,
    refusal: { code: 'transition-not-allowed', present: 'withdrawn', allowed: [] },
  });
});

test('an edit after the word in force is marked, an earlier one is not', () => {
  const proposal = receivedProposal();
  const { personId: id, name } = proposal.proposer;
  const endorsed = allowedValue(giveSupport(proposal, undefined, 'endorsed', act, atOnce));
  expect(isEditedSince(proposal, endorsed)).toBe(false);
  const edited = after(
    proposal,
    'edit-content',
    {
      title: '押印を求める庁内様式の全廃',
      currentProblem: '認印の欄が残っている。',
      proposedContent: '様式を総点検する。',
      category: 'paperless',
      isDigital: 'non-digital',
      costNeeded: 'no',
      department: 'doboku',
      jobGrade: 'shunin',
    },
    { by: { id, name }, at },
  );
  expect(isEditedSince(edited, endorsed)).toBe(true);
  const again = allowedValue(giveSupport(edited, endorsed, 'following', act, atOnce));
  expect(isEditedSince(edited, again)).toBe(false);
});
