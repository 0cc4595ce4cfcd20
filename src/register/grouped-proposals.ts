import { isCountedAsReceived } from '../domain/issue-groups/issue-group-counts.js';
import type { Proposal } from '../domain/proposal.js';
import { compareProposalNumbers } from '../domain/proposal-number.js';
import type { Held } from './held.js';
import type { ShelfWatcher } from './shelf.js';

/** Which proposals point at which issue group, and how many each campaign received; kept up with every change. */
export interface GroupedProposals extends ShelfWatcher<Proposal> {
  /** In the order of their numbers. */
  pointingAt(issueGroupId: string): readonly Proposal[];
  /** Without those withdrawn. */
  receivedIn(campaignId: string): number;
}

/** Opens the empty view. */
export function createGroupedProposals(): GroupedProposals {
  const members = new Map<string, Map<string, Proposal>>();
  const received = new Map<string, number>();

  function count({ status, campaignId }: Proposal, by: 1 | -1): void {
    if (!isCountedAsReceived({ status })) return;
    received.set(campaignId, (received.get(campaignId) ?? 0) + by);
  }

  function removed({ value }: Held<Proposal>): void {
    count(value, -1);
    const { issueGroupId } = value;
    if (issueGroupId !== undefined) members.get(issueGroupId)?.delete(value.id);
  }

  return {
    removed,
    put({ value }, before) {
      if (before) removed(before);
      count(value, 1);
      const { issueGroupId } = value;
      if (issueGroupId === undefined) return;
      const own = members.get(issueGroupId) ?? new Map<string, Proposal>();
      members.set(issueGroupId, own.set(value.id, value));
    },
    pointingAt: (issueGroupId) =>
      [...(members.get(issueGroupId)?.values() ?? [])].sort((a, b) =>
        compareProposalNumbers(a.number, b.number),
      ),
    receivedIn: (campaignId) => received.get(campaignId) ?? 0,
  };
}
