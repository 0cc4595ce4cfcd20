import type { IssueGroup } from '../domain/issue-groups/issue-group.js';
import type { Proposal } from '../domain/proposal.js';
import type { GroupLabel } from '../domain/similarity/label-group.js';
import type { ActPorts } from './act-on-proposal.js';
import type { Register, Store, Stored } from './ports.js';
import type { SimilarTexts } from './similarity-ports.js';

/** The part of the register that knows issue groups 課題群. */
export interface IssueGroupBook {
  /** A group, dissolved ones too. */
  issueGroup(id: string): Stored<IssueGroup> | undefined;
  /** Those that are not dissolved, in the order in which they were made. */
  issueGroups(): readonly IssueGroup[];
  /** The proposals of a group in the order of their numbers; none for a dissolved one. */
  issueGroupMembers(id: string): readonly Proposal[];
  /** How many proposals a campaign received, without those withdrawn. */
  receivedIn(campaignId: string): number;
}

/** Takes the reply of an own write into it, ahead of the change feed. */
export interface IssueGroupWriter {
  tookIssueGroup(stored: Stored<IssueGroup>): void;
}

/** What working on issue groups needs. */
export interface IssueGroupPorts extends ActPorts {
  readonly issueGroups: Store<IssueGroup>;
  readonly register: Register & IssueGroupBook & { readonly similarTexts: SimilarTexts };
  readonly issueGroupWriter: IssueGroupWriter;
  /** The offered group that proposals were taken from, if they were. */
  readonly draftOf: (ids: readonly string[]) => GroupLabel | undefined;
}
