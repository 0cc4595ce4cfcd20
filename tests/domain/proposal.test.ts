import { publicationAudience } from '../../src/domain/audience.js';
import { noticesOf } from '../../src/domain/notice.js';
import {
  beginReview,
  canPublish,
  decideTrack,
  type Proposal,
  releasePublication,
  schedulePublication,
  undoPublication,
} from '../../src/domain/proposal.js';
import type { Result } from '../../src/domain/result.js';
import { publishedTrail } from '../../src/domain/trail.js';
import {
  allowedValue,
  publishedProposal,
  receivedProposal,
  sampleDecision,
  sampleNow,
  secretary,
} from '../support/sample-proposals.js';

const at = sampleNow;
const act = { by: secretary, at };
const nobody = () => ({ people: [], channels: [], asOf: at });
const codeOf = (result: Result<Proposal>) => (result.ok ? 'allowed' : result.refusal.code);

const reviewing = () => allowedValue(beginReview(receivedProposal(), act));
const decided = () => allowedValue(decideTrack(reviewing(), sampleDecision, act));
const scheduled = () => allowedValue(schedulePublication(decided(), act));

test('a review begins once, sets the reviewer, and is published at once', () => {
  const proposal = reviewing();
  expect(proposal.reviewer).toEqual(secretary);
  expect(proposal.published.status).toBe('reviewing');
  expect(codeOf(beginReview(proposal, act))).toBe('transition-not-allowed');
});

test('a track can be decided only from review, and the refusal names what is possible', () => {
  const result = decideTrack(receivedProposal(), sampleDecision, act);
  expect(result.ok ? undefined : result.refusal).toEqual({
    code: 'transition-not-allowed',
    present: 'received',
    allowed: ['reviewing'],
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
  const undone = allowedValue(undoPublication(scheduled(), act));
  expect(undone.published).toEqual(reviewing().published);
  expect(publishedTrail(undone.trail)).toEqual(publishedTrail(reviewing().trail));
  expect(canPublish(undone)).toBe(true);
});

test('a publication is carried out when it is due and not before', () => {
  expect(codeOf(releasePublication(scheduled(), nobody, { ...act, at: at + 9_000 }))).toBe(
    'nothing-to-publish',
  );
  const released = allowedValue(
    releasePublication(scheduled(), nobody, { ...act, at: at + 10_000 }),
  );
  expect(released.published).toMatchObject({ status: 'decided', decision: sampleDecision });
  expect(released.publicationDue).toBeUndefined();
  expect(codeOf(releasePublication(released, nobody, { ...act, at: at + 20_000 }))).toBe(
    'nothing-to-publish',
  );
});

test('of undo and release only the first works', () => {
  const undone = allowedValue(undoPublication(scheduled(), act));
  expect(codeOf(releasePublication(undone, nobody, { ...act, at: at + 10_000 }))).toBe(
    'nothing-to-publish',
  );
  const released = allowedValue(
    releasePublication(scheduled(), nobody, { ...act, at: at + 10_000 }),
  );
  expect(codeOf(undoPublication(released, act))).toBe('no-publication-to-undo');
});

test('nothing changes under a pending publication, and nothing is published twice', () => {
  expect(codeOf(decideTrack(scheduled(), sampleDecision, act))).toBe('publication-pending');
  expect(codeOf(schedulePublication(scheduled(), act))).toBe('publication-pending');
  expect(codeOf(schedulePublication(publishedProposal(), act))).toBe('nothing-to-publish');
  expect(codeOf(schedulePublication(reviewing(), act))).toBe('nothing-to-publish');
});

test('a published decision can be changed, and the change waits for its own publication', () => {
  const changed = allowedValue(
    decideTrack(publishedProposal(), { ...sampleDecision, startMonth: '2027-01' }, act),
  );
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
  const audience = publicationAudience(
    'p',
    sampleDecision,
    [
      mapping('all', 'staff-updates'),
      mapping('all', 'department', 'soumu'),
      mapping('soumu', 'department', 'soumu'),
      mapping('doboku', 'department', 'doboku'),
    ],
    at,
  );
  expect(audience.people).toEqual([{ personId: 'p', as: 'proposer' }]);
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
