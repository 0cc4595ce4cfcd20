import type { Campaign } from '../domain/campaign.js';
import type { ChannelMapping } from '../domain/channel-map.js';
import type { ClaimRule } from '../domain/claim-rule.js';
import type { Conversation } from '../domain/conversation.js';
import type { FiscalYear } from '../domain/fiscal-year.js';
import type { Instant } from '../domain/instant.js';
import type { KeptForm } from '../domain/kept-form.js';
import type { MasterKind, MasterOf, MasterRows } from '../domain/master/master-kinds.js';
import type { Masters } from '../domain/masters.js';
import type { Measure } from '../domain/measures/measure.js';
import type { Member } from '../domain/member.js';
import type { LedgerRow } from '../domain/notice-ledger.js';
import type { PersonId, Profile } from '../domain/person.js';
import type { Preference } from '../domain/preference.js';
import type { Proposal } from '../domain/proposal.js';
import type { ProposalNumber } from '../domain/proposal-number.js';
import type { ReleaseState } from '../domain/releases/release-state.js';
import type { Support } from '../domain/support.js';

/** The time, from the clock that main.ts passes in. */
export interface Clock {
  now(): Instant;
}

/** A value with what its store needs to change it conditionally. */
export interface Stored<T> {
  readonly value: T;
  /** Id of the item in its list. */
  readonly itemId: string;
  /** The etag, opaque, sent back as it came. */
  readonly revision: string;
}

/** Answer of a create: `refused` says only that nothing was stored by this call; `unknown` that it may have been. */
export type CreateOutcome<T> =
  | { readonly kind: 'stored'; readonly stored: Stored<T> }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unknown' };

/** Answer of a conditional write. */
export type ReplaceOutcome<T> =
  | { readonly kind: 'stored'; readonly stored: Stored<T> }
  | { readonly kind: 'changed-meanwhile' };

/**
 * A list of SharePoint behind names of the domain. Throws the four failures of the adapter (not found, conflict,
 * unavailable, misconfigured); `create` turns what it can into an outcome. No call retries a create by itself.
 */
export interface Store<T> {
  create(value: T): Promise<CreateOutcome<T>>;
  read(itemId: string): Promise<Stored<T> | undefined>;
  /** Reads by the list's unique business key (an indexed filter; an empty answer is no proof of absence). */
  findByKey(key: string): Promise<Stored<T> | undefined>;
  /** Writes with If-Match. */
  replace(stored: Stored<T>, next: T): Promise<ReplaceOutcome<T>>;
}

/** The proposals list: key = proposal id (the submission token). */
export interface ProposalStore extends Store<Proposal> {
  /** The highest sequence number stored in a fiscal year as far as a filtered read can tell; 0 for none. */
  highestSequence(fiscalYear: FiscalYear): Promise<number>;
}

/** The lists of the masters: key = `masterKeys` of the domain. */
export type MasterStores = { readonly [K in MasterKind]: Store<MasterOf[K]> };

/** 提案台帳: what is held in memory. Every read of the product is answered from here. */
export interface Register {
  proposal(id: string): Stored<Proposal> | undefined;
  proposalByNumber(number: ProposalNumber): Stored<Proposal> | undefined;
  /** Proposals whose items are not as the product wrote them (要確認); shown as their trail, or last state, says. */
  proposalsToCheck(): readonly ProposalNumber[];
  /** A person's own proposals, newest number first. */
  proposalsOf(personId: PersonId): readonly Stored<Proposal>[];
  /** What a person proposes, alone or with others, or is invited to; newest number first. */
  contributionsOf(personId: PersonId): readonly Stored<Proposal>[];
  /** All proposals in the order of their numbers. */
  proposals(): readonly Stored<Proposal>[];
  /** Proposals whose publication is asked for and not carried out. */
  duePublications(): readonly Stored<Proposal>[];
  /** The highest sequence number seen in a fiscal year; 0 for none. */
  highestSequence(fiscalYear: FiscalYear): number;
  campaigns(): readonly Campaign[];
  masters(): Masters;
  /** Nobody while they are not known well enough. */
  members(): readonly Member[];
  /** Whether who holds which role is known of late; what was known long ago gives nobody a role. */
  areMembersKnown(): boolean;
  channelMap(): readonly ChannelMapping[];
  profile(personId: PersonId): Stored<Profile> | undefined;
  conversation(personId: PersonId): Stored<Conversation> | undefined;
  /** What somebody chose, if anything. */
  preference(personId: PersonId): Stored<Preference> | undefined;
  /** Anybody whose chat takes messages. */
  someoneReached(): PersonId | undefined;
  /**
   * Who endorsed or follows a proposal, or any that is published as merged into it, and who proposed one of those; each
   * person once, also outside Teams.
   */
  supportersOf(proposalId: string): readonly PersonId[];
  /** Whether another proposal is published as merged into this one. */
  isSurvivor(proposalId: string): boolean;
  /** What is published as merged into a proposal, directly or through others. */
  mergedInto(proposalId: string): readonly Proposal[];
  /** Whether somebody proposed it or any other that it is merged with, in the working or the published state. */
  isIdeaOf(proposalId: string, personId: PersonId): boolean;
  /** A measure, or a rule of the casebook, which is one. */
  measure(measureId: string): Stored<Measure> | undefined;
  measureState(measureId: string): 'draft' | 'published' | undefined;
  releaseState(setId: string): ReleaseState | undefined;
  /** Whether there is an issue group of this id that is not dissolved. */
  hasIssueGroup(issueGroupId: string): boolean;
  /** Who of the secretariat takes what, by rule. */
  claimRules(): readonly ClaimRule[];
  /** Share of all proposals of its campaign that the issue group of a proposal holds, in percent, one decimal. */
  issueGroupShare(proposal: Proposal): number;
  ledgerRow(key: string): Stored<LedgerRow> | undefined;
  /** Ledger rows that are not closed. */
  openLedgerRows(): readonly Stored<LedgerRow>[];
  /** Closed ledger rows with somebody who was not reached, or perhaps not. */
  undeliveredRows(): readonly LedgerRow[];
  ledgerRows(): readonly LedgerRow[];
  /** Ledger rows that the change feed has found gone, or open again after they were closed, and nobody has settled. */
  lostLedgerRows(): readonly LedgerRow[];
  /** Forgets one of them, once nothing depends on its being remembered here. */
  settledLostLedgerRow(row: LedgerRow): void;
}

/** The part of the register that knows who supports what. */
export interface SupportBook {
  support(proposalId: string, personId: PersonId): Stored<Support> | undefined;
  supportsOf(personId: PersonId): readonly Stored<Support>[];
  /** Who endorses a proposal itself, not what it is merged with; each person once. */
  endorsersOf(proposalId: string, until?: Instant): readonly PersonId[];
  /** How many different people endorse a proposal or any other of its published group. */
  endorsementCount(proposalId: string): number;
  /** The same of all that anybody endorses; of those that are absent it is 0. */
  endorsementCounts(): ReadonlyMap<string, number>;
  tookSupport(stored: Stored<Support>): void;
}

/** The part of the register that knows what people chose. */
export interface PreferenceBook extends Pick<Register, 'preference'> {
  tookPreference(stored: Stored<Preference>): void;
}

/** Takes the reply of an own write into the register, ahead of the change feed. */
export interface RegisterWriter {
  tookProposal(stored: Stored<Proposal>): void;
  tookProfile(stored: Stored<Profile>): void;
  tookConversation(stored: Stored<Conversation>): void;
  tookLedgerRow(stored: Stored<LedgerRow>): void;
}

/** The part of the register that those need who keep masters and campaigns. */
export interface KeptRows {
  campaign(id: string): Stored<Campaign> | undefined;
  /** The rows of every master, those of other days included. */
  masterRows(): MasterRows;
  masterRow<K extends MasterKind>(kind: K, key: string): Stored<MasterOf[K]> | undefined;
}

/** Takes the reply of an own write of masters and campaigns into the register. */
export interface KeptRowsWriter {
  tookCampaign(stored: Stored<Campaign>): void;
  tookMaster<K extends MasterKind>(kind: K, stored: Stored<MasterOf[K]>): void;
}

/** The spool: files under a persistent folder, one per submission, named by token. */
export interface Spool {
  /** Writes and syncs the form; the same token again replaces nothing. Throws where the disk does not take it. */
  keep(form: KeptForm): Promise<void>;
  /** Erases a kept form once it is stored and answered. */
  erase(token: string): Promise<void>;
  /** Kept forms nobody works on: left by an earlier process, or given back by `release`, as far as due. Each is claimed for the caller. */
  claimAbandoned(isDue: (token: string) => boolean): Promise<readonly KeptForm[]>;
  /** What is kept here of one person, from the moment `keep` is called. */
  keptOf(personId: PersonId): readonly KeptForm[];
  /** Gives a kept form back, to be claimed again later. */
  release(token: string): void;
  /** Before a receipt is answered in its turn; false where it is on its way by message, from whichever process. */
  claimAnswer(token: string): Promise<boolean>;
  /** Before a receipt goes out by message; false where another process answers it in its turn. */
  claimMessage(token: string): Promise<boolean>;
}

/** Pauses between rounds; injected so that the rounds are testable. */
export type Pause = (milliseconds: number) => Promise<void>;

/**
 * An organisation's own embedding model, where it has one: one vector per text, in order, all of one length, to be
 * compared by cosine. It sends texts out of the process, so no index calls it by itself. Nothing implements it.
 */
export type EmbedTexts = (
  texts: readonly string[],
  options: { readonly signal: AbortSignal },
) => Promise<readonly (readonly number[])[]>;

/** Where faults that nobody waits for are written. */
export type FaultLog = (what: string, fault: unknown) => void;
