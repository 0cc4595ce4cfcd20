import {
  issueGroupCounts,
  percentOf,
} from '../../../src/domain/issue-groups/issue-group-counts.js';
import { makeIssueGroup } from '../../../src/domain/issue-groups/make-issue-group.js';
import { replayIssueGroup } from '../../../src/domain/issue-groups/replay-issue-group.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import { allowedValue, receivedProposal, secretaryAct } from '../../support/sample-proposals.js';

const member = (id: string, changes: Partial<Proposal> = {}): Proposal => ({
  ...receivedProposal(),
  id,
  ...changes,
});
const { proposer } = receivedProposal();
const received: Readonly<Record<string, number>> = { demo: 30, r9: 10, empty: 0 };
const counted = (
  members: readonly Proposal[],
  endorsers: Readonly<Record<string, readonly string[]>> = {},
) =>
  issueGroupCounts(members, {
    receivedIn: (id) => received[id] ?? 0,
    endorsersOf: (id) => endorsers[id] ?? [],
  });

test('a group counts what is merged into others and not what is withdrawn', () => {
  const members = [
    member('a'),
    member('b', { mergedInto: 'a' }),
    member('c', { status: 'withdrawn', campaignId: 'r9' }),
  ];
  expect(counted(members, { c: ['x'] })).toEqual({
    proposals: 2,
    supporters: 0,
    sharePercent: 6.7,
  });
});

test('a group’s share is that of all proposals of the campaigns it draws from', () => {
  expect(counted([member('a'), member('b', { campaignId: 'r9' })]).sharePercent).toBe(5);
});

test('different people support a group, and nobody an own proposal of it', () => {
  const members = [member('a'), member('b', { proposer: { ...proposer, personId: 'second' } })];
  const endorsers = { a: ['x', 'y', 'second'], b: ['y', 'z', proposer.personId] };
  expect(counted(members, endorsers).supporters).toBe(3);
});

test('a part is told in percent with one decimal, and is none of nothing', () => {
  expect(percentOf(1, 3)).toBe(33.3);
  expect(percentOf(2, 3)).toBe(66.7);
  expect(percentOf(0, 0)).toBe(0);
  expect(counted([])).toEqual({ proposals: 0, supporters: 0, sharePercent: 0 });
});

describe('a trail that is broken', () => {
  const group = allowedValue(
    makeIssueGroup('g', { issueGroupLabel: '会議' }, { label: '', words: [] }, secretaryAct),
  );
  const [first] = group.trail;
  if (!first) throw new Error('no trail');

  test('is told by what it lacks', () => {
    expect(replayIssueGroup(group.trail)).toEqual(group);
    expect(() => replayIssueGroup([])).toThrow('begins with the making of the group');
    expect(() => replayIssueGroup([{ ...first, seq: 2 }])).toThrow('begins with');
    expect(() => replayIssueGroup([first, { ...first, seq: 3 }])).toThrow('entry 2 is missing');
    expect(() => replayIssueGroup([first, { ...first, seq: 2 }])).toThrow('entry 2 makes it again');
  });
});
