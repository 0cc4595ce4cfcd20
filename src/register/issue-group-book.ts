import type { IssueGroup } from '../domain/issue-groups/issue-group.js';
import { isCountedAsReceived, percentOf } from '../domain/issue-groups/issue-group-counts.js';
import type { Proposal } from '../domain/proposal.js';
import type { GroupedProposals } from './grouped-proposals.js';
import type { Shelf } from './shelf.js';
import { createView } from './view.js';

/** The part of the register that knows issue groups 課題群 and who is in them. */
export function openIssueGroupBook(shelf: Shelf<IssueGroup>, grouped: GroupedProposals) {
  const live = createView([shelf], () =>
    shelf
      .values()
      .filter(({ dissolved }) => !dissolved)
      .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
  );
  const isLive = (id: string): boolean => {
    const group = shelf.byKey(id);
    return group !== undefined && !group.value.dissolved;
  };
  const membersOf = (id: string): readonly Proposal[] => (isLive(id) ? grouped.pointingAt(id) : []);

  return {
    issueGroup: (id: string) => shelf.byKey(id),
    issueGroups: (): readonly IssueGroup[] => live(),
    hasIssueGroup: isLive,
    issueGroupMembers: membersOf,
    receivedIn: (campaignId: string): number => grouped.receivedIn(campaignId),
    issueGroupShare({ issueGroupId, campaignId }: Proposal): number {
      if (issueGroupId === undefined) return 0;
      const members = membersOf(issueGroupId).filter(
        (member) => member.campaignId === campaignId && isCountedAsReceived(member),
      );
      return percentOf(members.length, grouped.receivedIn(campaignId));
    },
    tookIssueGroup: shelf.took,
  };
}
