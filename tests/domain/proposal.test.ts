import { noticesOf } from '../../src/domain/notice.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { canPublish, publicationAudience } from '../../src/domain/publication.js';
import type { Result } from '../../src/domain/result.js';
import { publishedTrail } from '../../src/domain/trail.js';
import {
  after,
  allowedValue,
  sampleNow as at,
  decidedProposal as decided,
  did,
  publishedProposal,
  receivedProposal,
  released,
  reviewedProposal as reviewing,
  sampleContext,
  sampleDecision,
  sampleDecisionForm,
  scheduledProposal as scheduled,
  secretary,
} from '../support/sample-proposals.js';

const codeOf = (result: Result<Proposal>) => (result.ok ? 'allowed' : result.refusal.code);

test('a review begins once, sets the reviewer, and is published at once', () => {
  const proposal = reviewing();
  expect(proposal.reviewer).toEqual(secretary);
  expect(proposal.published.status).toBe('reviewing');
  expect(codeOf(did(proposal, 'begin-review'))).toBe('transition-not-allowed');
});

test('a track can be decided only from review, and the refusal names what is possible', () => {
  const result = did(receivedProposal(), 'decide-track', sampleDecisionForm);
  expect(result.ok ? undefined : result.refusal).toEqual({
    code: 'transition-not-allowed',
    present: 'received',
    allowed: ['clarifying', 'reviewing', 'withdrawn'],
  });
});

test('deciding leaves the published state exactly as it was', () => {
  const before = reviewing();
  const after = decided();
  expect(after.status).toBe('decided');
  expect(after.published).toEqual(before.published);
  expect(publishedTrail(after.trail)).toEqual(publishedTrail(before.trail));
});

test('scheduling and undoing a publication leave the published state as it was too', () => {
  const undone = after(scheduled(), 'undo-publication');
  expect(undone.published).toEqual(reviewing().published);
  expect(publishedTrail(undone.trail)).toEqual(publishedTrail(reviewing().trail));
  expect(canPublish(undone)).toBe(true);
});

test('a publication is carried out when it is due and not before', () => {
  expect(codeOf(released(scheduled(), at + 9_000))).toBe('nothing-to-publish');
  const done = allowedValue(released(scheduled(), at + 10_000));
  expect(done.published).toMatchObject({ status: 'decided', decision: sampleDecision });
  expect(done.publicationDue).toBeUndefined();
  expect(codeOf(released(done, at + 20_000))).toBe('nothing-to-publish');
});

test('of undo and release only the first works', () => {
  const undone = after(scheduled(), 'undo-publication');
  expect(codeOf(released(undone, at + 10_000))).toBe('nothing-to-publish');
  const done = allowedValue(released(scheduled(), at + 10_000));
  expect(codeOf(did(done, 'undo-publication'))).toBe('no-publication-to-undo');
});

test('nothing changes under a pending publication, and nothing is published twice', () => {
  expect(codeOf(did(scheduled(), 'decide-track', sampleDecisionForm))).toBe('publication-pending');
  expect(codeOf(did(scheduled(), 'publish'))).toBe('publication-pending');
  expect(codeOf(did(publishedProposal(), 'publish'))).toBe('nothing-to-publish');
  expect(codeOf(did(reviewing(), 'publish'))).toBe('nothing-to-publish');
});

test('a published decision can be changed, and the change waits for its own publication', () => {
  const changed = after(publishedProposal(), 'decide-track', {
    ...sampleDecisionForm,
    startMonth: '2027-01',
  });
  expect(changed.published.decision).toEqual(sampleDecision);
  expect(canPublish(changed)).toBe(true);
});

test('the trail is numbered without gaps and never rewritten', () => {
  const proposal = publishedProposal();
  expect(proposal.trail.map((entry) => entry.seq)).toEqual([1, 2, 3, 4, 5]);
  expect(proposal.trail.map((entry) => entry.kind)).toEqual([
    'received',
    'review-begun',
    'track-decided',
    'publication-scheduled',
    'published',
  ]);
  expect(proposal.trail.slice(0, 2)).toEqual(reviewing().trail);
});

test('a publication tells the proposer, the staff channels and the owner, each once', () => {
  const mapping = (id: string, purpose: 'staff-updates' | 'department', departmentId?: string) => ({
    id,
    purpose,
    teamId: 't',
    channelId: id,
    label: id,
    ...(departmentId ? { departmentId } : {}),
  });
  const channelMap = [
    mapping('all', 'staff-updates'),
    mapping('all', 'department', 'soumu'),
    mapping('soumu', 'department', 'soumu'),
    mapping('doboku', 'department', 'doboku'),
  ];
  const proposal = decided();
  const audience = publicationAudience(proposal, { ...sampleContext, channelMap }, at);
  expect(audience.people).toEqual([{ personId: proposal.proposer.personId, as: 'proposer' }]);
  expect(audience.channels).toEqual([
    { channelId: 'all', as: 'staff' },
    { channelId: 'soumu', as: 'owner' },
  ]);
});

test('only what people are told gives notices, and their keys tell event and place', () => {
  const proposal = publishedProposal();
  const keys = proposal.trail.flatMap((entry) =>
    noticesOf(proposal.id, entry).map((each) => each.key),
  );
  expect(keys).toEqual([
    `${proposal.id}:2|people|0`,
    `${proposal.id}:5|people|0`,
    `${proposal.id}:5|channel|19:all@thread.tacv2`,
  ]);
});

test('an import tells nobody', () => {
  const entry = publishedProposal().trail.at(-1);
  if (entry?.kind !== 'published') throw new Error('expected a publication');
  expect(noticesOf('x', { ...entry, notify: false })).toEqual([]);
});
