import type { Attachment } from './attachments/attachment.js';
import type { Audience } from './audience.js';
import type { Presentation, Priority, Progress } from './commitments.js';
import type { FirstInstants } from './first-instants.js';
import type { Instant } from './instant.js';
import type { NewProposal } from './new-proposal.js';
import type { OpinionRequest } from './opinion.js';
import type { Actor } from './person.js';
import type { PersonalDataKind } from './personal-data/find-personal-details.js';
import type { Confirmable, CoProposer, OpenQuestion, ProposalState } from './proposal-state.js';
import type { ReleaseTag } from './releases/release-tag.js';
import type { Reminder } from './reminder.js';
import type { TrailEntry } from './trail.js';
import type { OnCourse } from './trail-course.js';
import type { Classification, TriageMarks } from './triage-marks.js';

/** What everyone but those who decide sees (domain 1). */
export interface PublishedState extends ProposalState {
  /** Trail entry that made it so. */
  readonly seq: number;
  readonly at: Instant;
}

/** A publication that has been asked for and not yet carried out. */
export interface PublicationDue {
  readonly due: Instant;
  /** The trail entry that asked for it. */
  readonly seq: number;
  readonly release?: ReleaseTag;
}

/** What waits for the second of two people. */
export type PendingConfirmation = Confirmable & {
  readonly seq: number;
  readonly by: Actor;
  readonly at: Instant;
};

/**
 * One proposal 提案: the unit of the count, with its working state, its published state and its trail. It is what
 * replaying its trail gives, and nothing else (replay.ts).
 */
export interface Proposal extends NewProposal, ProposalState, OnCourse {
  readonly coProposers: readonly CoProposer[];
  readonly opinions: readonly OpinionRequest[];
  readonly attachment?: Attachment;
  readonly reviewer?: Actor;
  readonly question?: OpenQuestion;
  readonly pending?: PendingConfirmation;
  readonly marks?: TriageMarks;
  readonly classification?: Classification;
  readonly issueGroupId?: string;
  /** 非公開: nobody but those who work on it and its proposers sees it. */
  readonly hidden?: { readonly reason: string };
  readonly priority?: Priority;
  readonly presentation?: Presentation;
  readonly progress?: Progress;
  /** The reminders sent so far. */
  readonly reminders?: readonly Reminder[];
  /** The proposer's one-time 再考願い was used. */
  readonly reconsidered?: boolean;
  /** When it was first decided on, realised and each of them told. */
  readonly firsts?: FirstInstants;
  readonly published: PublishedState;
  readonly publicationDue?: PublicationDue;
  /** In order; the oldest entries of a very long one lie in the archive. */
  readonly trail: readonly TrailEntry[];
}

/**
 * T1: a valid form becomes a received proposal, recorded at `recordedAt`. `audience` is told of it, where the receipt
 * is no answer to whoever proposed it; `personalData` is what whoever sent it was warned of.
 */
export function receiveProposal(
  form: NewProposal,
  recordedAt: Instant,
  audience?: Audience,
  personalData?: readonly PersonalDataKind[],
): Proposal {
  const by = form.receivedFor?.by ?? { id: form.proposer.personId, name: form.proposer.name };
  const entry = {
    seq: 1,
    kind: 'received',
    occurredAt: form.receivedAt,
    recordedAt,
    by,
    form,
    ...(audience && { audience }),
    ...(personalData && { personalData }),
  } as const;
  return proposalFrom(entry);
}

/** The proposal that its first entry makes. */
export function proposalFrom(entry: Extract<TrailEntry, { readonly kind: 'received' }>): Proposal {
  return {
    ...entry.form,
    status: 'received',
    coProposers: [],
    opinions: [],
    published: { status: 'received', seq: entry.seq, at: entry.occurredAt },
    trail: [entry],
  };
}
