import type { Decision } from './decision.js';
import type { CivilDate, Instant } from './instant.js';
import type { PersonId } from './person.js';
import type { Status } from './status.js';

/** How much of a proposal a measure realises. */
export const coverages = ['whole', 'part'] as const;

/** One of the coverages. */
export type Coverage = (typeof coverages)[number];

/** That a measure 取組 realises a proposal, wholly or in part. */
export interface MeasureLink {
  readonly measureId: string;
  readonly coverage: Coverage;
  /** What is not realised by it, where it covers a part. */
  readonly remaining?: string;
}

/** T7: what was begun, and when. */
export interface Start {
  readonly startedOn: CivilDate;
  readonly firstAction: string;
}

/** T9: when it was realised; `remaining` where no measure covers the whole. */
export interface Realisation {
  readonly realisedOn: CivilDate;
  readonly remaining?: string;
}

/** T10: why it cannot be realised for the time being, and when that is looked at again. */
export interface Difficulty {
  readonly reason: string;
  readonly reexamineFiscalYear: number;
}

/** Why a proposal is out of scope (T12). */
export const exclusionReasons = [
  'defamation',
  'individual-personnel',
  'ordinary-procedure',
  'already-in-place',
  'no-improvement',
  'other',
] as const;

/** One of the reasons. */
export type ExclusionReason = (typeof exclusionReasons)[number];

/** T12: the reason code with its explanation. */
export interface Exclusion {
  readonly reasonCode: ExclusionReason;
  readonly reason: string;
}

/** What needs two people, with what the first of them said. */
export type Confirmable =
  | { readonly what: 'realised'; readonly realisation: Realisation }
  | { readonly what: 'difficult'; readonly difficulty: Difficulty }
  | { readonly what: 'out-of-scope'; readonly exclusion: Exclusion };

/** What an owning department answers to a delegation (T17). */
export const replyAnswers = ['will-realise', 'will-start', 'later-years', 'difficult'] as const;

/** One of the answers. */
export type ReplyAnswer = (typeof replyAnswers)[number];

/** T17 回答: the answer with a date by which, and what it means. */
export interface DelegationReply {
  readonly answer: ReplyAnswer;
  /** By when it is realised, started or looked at again. */
  readonly by: CivilDate;
  readonly text: string;
  readonly repliedAt: Instant;
}

/** Why a proposal went back in its life: T6b, T11, T14, T16. */
export interface WayBack {
  readonly why: 'returned' | 're-examined' | 'corrected' | 'reopened';
  readonly reason: string;
}

/**
 * What is published of a proposal when its publication is carried out. The working state holds it as it is now, the
 * published state as it was last told (domain 1).
 */
export interface ProposalState {
  readonly status: Status;
  readonly decision?: Decision;
  readonly start?: Start;
  readonly links?: readonly MeasureLink[];
  readonly realisation?: Realisation;
  readonly difficulty?: Difficulty;
  readonly exclusion?: Exclusion;
  readonly reply?: DelegationReply;
  readonly wayBack?: WayBack;
  /** Id of the proposal it was merged into 統合; its own status stays stored. */
  readonly mergedInto?: string;
}

/** A question to the proposer that waits for an answer (T2). */
export interface OpenQuestion {
  readonly text: string;
  readonly askedAt: Instant;
  /** Ten working days later; afterwards the secretariat may go on without an answer (T3b). */
  readonly dueOn: CivilDate;
  /** Where the proposal goes on when it is answered. */
  readonly resume: 'received' | 'reviewing';
  /** The opinion request on whose behalf it is asked; the office that asks stays unnamed. */
  readonly requestId?: string;
}

/** Answers of somebody invited to propose together. */
export const invitations = ['invited', 'accepted', 'declined'] as const;

/** One of the answers. */
export type Invitation = (typeof invitations)[number];

/** A co-proposer 共同提案者. */
export interface CoProposer {
  readonly personId: PersonId;
  readonly name: string;
  readonly answer: Invitation;
}

/** What the working state holds of `ProposalState`, and nothing else. */
export function stateOf(value: ProposalState): ProposalState {
  const { status, decision, start, links, realisation } = value;
  const { difficulty, exclusion, reply, wayBack, mergedInto } = value;
  return {
    status,
    ...(decision && { decision }),
    ...(start && { start }),
    ...(links && links.length > 0 && { links }),
    ...(realisation && { realisation }),
    ...(difficulty && { difficulty }),
    ...(exclusion && { exclusion }),
    ...(reply && { reply }),
    ...(wayBack && { wayBack }),
    ...(mergedInto !== undefined && { mergedInto }),
  };
}
