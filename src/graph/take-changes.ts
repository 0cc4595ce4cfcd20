import type { Campaign } from '../domain/campaign.js';
import type { Adoption } from '../domain/casebook/adoption.js';
import type { ClaimRule } from '../domain/claim-rule.js';
import type { Conversation } from '../domain/conversation.js';
import type { OwnDrafts } from '../domain/drafts/draft.js';
import type { IssueGroup } from '../domain/issue-groups/issue-group.js';
import type { MasterKind, MasterOf } from '../domain/master/master-kinds.js';
import type { EffectAnswer } from '../domain/measures/effect-answer.js';
import type { Measure } from '../domain/measures/measure.js';
import type { LedgerRow } from '../domain/notice-ledger.js';
import type { Profile } from '../domain/person.js';
import type { Preference } from '../domain/preference.js';
import type { Proposal } from '../domain/proposal.js';
import type { ProgressPublication } from '../domain/releases/progress-publication.js';
import type { ReleaseSet } from '../domain/releases/release-set.js';
import type { Support } from '../domain/support.js';
import type { TakeChange } from './list-change.js';

type TakeMasterChanges = { readonly [K in MasterKind]: TakeChange<MasterOf[K]> };

/** Takes the changes of every list, by what it holds. The register's `changes` is one. */
export interface TakeChanges extends TakeMasterChanges {
  readonly proposals: TakeChange<Proposal>;
  readonly campaigns: TakeChange<Campaign>;
  readonly profiles: TakeChange<Profile>;
  readonly conversations: TakeChange<Conversation>;
  readonly drafts: TakeChange<OwnDrafts>;
  readonly preferences: TakeChange<Preference>;
  readonly notices: TakeChange<LedgerRow>;
  readonly measures: TakeChange<Measure>;
  readonly casebookRules: TakeChange<Measure>;
  readonly effectAnswers: TakeChange<EffectAnswer>;
  readonly adoptions: TakeChange<Adoption>;
  readonly releaseSets: TakeChange<ReleaseSet>;
  readonly publications: TakeChange<ProgressPublication>;
  readonly supports: TakeChange<Support>;
  readonly claimRules: TakeChange<ClaimRule>;
  readonly issueGroups: TakeChange<IssueGroup>;
}

/** The lists whose changes are followed. */
export type FollowedList = keyof TakeChanges;
