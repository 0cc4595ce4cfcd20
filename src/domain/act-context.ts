import type { Campaign } from './campaign.js';
import type { ChannelMapping } from './channel-map.js';
import type { CivilDate } from './instant.js';
import type { Masters } from './masters.js';
import type { Member } from './member.js';
import type { IsIdeaOf } from './one-idea.js';
import type { PersonId } from './person.js';
import type { Proposal } from './proposal.js';
import type { ReleaseState } from './releases/release-state.js';

/** What a rule may look at besides the proposal itself. All of it is read from memory, as of one instant. */
export interface ActContext {
  readonly masters: Masters;
  readonly members: readonly Member[];
  readonly channelMap: readonly ChannelMapping[];
  /** The campaign the proposal belongs to. */
  readonly campaign: Campaign | undefined;
  readonly isHoliday: (date: CivilDate) => boolean;
  /**
   * Who endorsed or follows a proposal, or any that is published as merged into it, and who proposed those, also outside
   * Teams.
   */
  readonly supportersOf: (proposalId: string) => readonly PersonId[];
  readonly proposal: (id: string) => Proposal | undefined;
  /** Whether another proposal is published as merged into this one. */
  readonly isSurvivor: (proposalId: string) => boolean;
  /** Whether somebody proposed it or any other that it is merged with, told or not told. */
  readonly isIdeaOf: IsIdeaOf;
  readonly proposalByNumber: (number: string) => Proposal | undefined;
  /** Whether there is a measure, and whether it is published. */
  readonly measureState: (measureId: string) => 'draft' | 'published' | undefined;
  /** How far a release set is; undefined where there is none of this id. */
  readonly releaseState: (setId: string) => ReleaseState | undefined;
  /** Whether there is an issue group of this id. */
  readonly hasIssueGroup: (issueGroupId: string) => boolean;
  /** Share of all proposals of its campaign that the issue group of a proposal holds, in percent; 0 outside of any. */
  readonly issueGroupShare: (proposal: Proposal) => number;
}
