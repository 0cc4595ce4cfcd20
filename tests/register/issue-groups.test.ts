import type { IssueGroup } from '../../src/domain/issue-groups/issue-group.js';
import { issueGroupActs } from '../../src/domain/issue-groups/issue-group-acts.js';
import { issueGroupCounts } from '../../src/domain/issue-groups/issue-group-counts.js';
import { makeIssueGroup } from '../../src/domain/issue-groups/make-issue-group.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { createRegister } from '../../src/register/register.js';
import type { IssueGroupBook } from '../../src/usecases/issue-group-ports.js';
import { allowedValue, receivedProposal, secretaryAct } from '../support/sample-proposals.js';

const versionOf = (revision: string) => Number(revision);
const noWords = { label: '', words: [] };

function groupOf(id: string, at = secretaryAct.at): IssueGroup {
  const act = { ...secretaryAct, at };
  return allowedValue(makeIssueGroup(id, { issueGroupLabel: `群${id}` }, noWords, act));
}

const dissolved = (group: IssueGroup): IssueGroup =>
  allowedValue(
    issueGroupActs.dissolve(group, { reason: '重なっているため解散します。' }, secretaryAct),
  );

const token = (n: number) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const numbered = (n: number, changes: Partial<Proposal> = {}): Proposal => ({
  ...receivedProposal({ id: token(n), number: `R8-${String(n).padStart(4, '0')}` }),
  ...changes,
});

function open() {
  const register = createRegister({ versionOf });
  const port: IssueGroupBook = register;
  let version = 0;
  const held = <T>(value: T, itemId: string) => {
    version += 1;
    return { value, itemId, revision: String(version) };
  };
  return {
    register,
    port,
    haveGroup: (group: IssueGroup) => register.tookIssueGroup(held(group, group.id)),
    have: (proposal: Proposal) => register.tookProposal(held(proposal, proposal.id)),
    lose: (proposal: Proposal) => register.changes.proposals({ kind: 'gone', itemId: proposal.id }),
  };
}

test('a group is known until it is dissolved, and still found by its id then', () => {
  const { register, haveGroup } = open();
  expect(register.hasIssueGroup('one')).toBe(false);
  haveGroup(groupOf('one'));
  expect(register.hasIssueGroup('one')).toBe(true);
  haveGroup(dissolved(groupOf('one')));
  expect(register.hasIssueGroup('one')).toBe(false);
  expect(register.issueGroups()).toEqual([]);
  expect(register.issueGroup('one')?.value.dissolved).toBeDefined();
});

test('groups come in the order in which they were made', () => {
  const { register, haveGroup } = open();
  haveGroup(groupOf('late', 2_000));
  haveGroup(groupOf('b', 1_000));
  haveGroup(groupOf('a', 1_000));
  expect(register.issueGroups().map(({ id }) => id)).toEqual(['a', 'b', 'late']);
});

test('members follow the pointers of the proposals, in the order of numbers', () => {
  const { register, haveGroup, have, lose } = open();
  haveGroup(groupOf('one'));
  haveGroup(groupOf('two'));
  for (const n of [10_000, 2, 1]) have(numbered(n, { issueGroupId: 'one' }));
  const members = (id: string) => register.issueGroupMembers(id).map(({ number }) => number);
  expect(members('one')).toEqual(['R8-0001', 'R8-0002', 'R8-10000']);
  have(numbered(2, { issueGroupId: 'two' }));
  have(numbered(10_000));
  expect(members('one')).toEqual(['R8-0001']);
  expect(members('two')).toEqual(['R8-0002']);
  lose(numbered(1));
  expect(members('one')).toEqual([]);
});

test('a dissolved group has no members, wherever a proposal still points', () => {
  const { register, haveGroup, have } = open();
  haveGroup(groupOf('one'));
  have(numbered(1, { issueGroupId: 'one' }));
  expect(register.issueGroupShare(numbered(1, { issueGroupId: 'one' }))).toBe(100);
  haveGroup(dissolved(groupOf('one')));
  expect(register.issueGroupMembers('one')).toEqual([]);
  expect(register.issueGroupShare(numbered(1, { issueGroupId: 'one' }))).toBe(0);
});

test('the share is that of the own campaign, without withdrawn proposals, one decimal', () => {
  const { register, haveGroup, have } = open();
  haveGroup(groupOf('one'));
  for (const n of [1, 2]) have(numbered(n, { issueGroupId: 'one' }));
  for (const n of [3, 4, 5]) have(numbered(n));
  have(numbered(6, { status: 'withdrawn' }));
  have(numbered(7, { status: 'withdrawn', issueGroupId: 'one' }));
  have(numbered(8, { campaignId: 'other', issueGroupId: 'one' }));
  have(numbered(9, { campaignId: 'other' }));
  have(numbered(10, { campaignId: 'other' }));
  const { campaignId } = numbered(1);
  expect(register.receivedIn(campaignId)).toBe(5);
  expect(register.issueGroupShare(numbered(1, { issueGroupId: 'one' }))).toBe(40);
  expect(register.issueGroupShare(numbered(8, { campaignId: 'other', issueGroupId: 'one' }))).toBe(
    33.3,
  );
  expect(register.issueGroupShare(numbered(3))).toBe(0);
});

test('a proposal that is withdrawn or comes back is counted accordingly', () => {
  const { register, have, lose } = open();
  const { campaignId } = numbered(1);
  have(numbered(1));
  have(numbered(1, { status: 'withdrawn' }));
  expect(register.receivedIn(campaignId)).toBe(0);
  have(numbered(1));
  have(numbered(1));
  expect(register.receivedIn(campaignId)).toBe(1);
  lose(numbered(1));
  expect(register.receivedIn(campaignId)).toBe(0);
});

test('supporters are counted once over the whole group, and proposers are none', () => {
  const { proposer } = numbered(1);
  const by = (personId: string) => ({ proposer: { ...proposer, personId } });
  const members = [
    numbered(1, by('a')),
    numbered(2, by('b')),
    numbered(3, { ...by('c'), status: 'withdrawn' }),
  ];
  const supporters = new Map([
    [token(1), ['x', 'y', 'b']],
    [token(2), ['y', 'z', 'a']],
    [token(3), ['only-of-the-withdrawn']],
  ]);
  const counts = issueGroupCounts(members, {
    receivedIn: () => 8,
    endorsersOf: (id) => supporters.get(id) ?? [],
  });
  expect(counts).toEqual({ proposals: 2, supporters: 3, sharePercent: 25 });
});

test('a group of nothing has no share', () => {
  const context = { receivedIn: () => 0, endorsersOf: () => [] };
  expect(issueGroupCounts([], context)).toEqual({ proposals: 0, supporters: 0, sharePercent: 0 });
});
