import type { CivilDate, Instant } from './instant.js';
import type { Actor } from './person.js';
import type { Status } from './status.js';

/** What an office thinks of an idea it was asked about. */
export const opinionVerdicts = ['feasible', 'feasible-in-part', 'infeasible', 'unsure'] as const;

/** One of the verdicts. */
export type OpinionVerdict = (typeof opinionVerdicts)[number];

/** The opinion of an office, given without knowing who proposed. */
export interface Opinion {
  readonly verdict: OpinionVerdict;
  readonly text: string;
  readonly by: Actor;
  readonly at: Instant;
}

/** That an office sends a request back because it is not the one in charge 所管違い. */
export interface OpinionReturn {
  readonly reason: string;
  readonly suggestedDepartmentId?: string;
  readonly by: Actor;
  readonly at: Instant;
}

/** 意見照会: an office is asked about an idea before it is decided, blind and with a due date (domain 2). */
export interface OpinionRequest {
  /** The place in the trail of the entry that asked, as a text; unique within the proposal. */
  readonly id: string;
  readonly departmentId: string;
  readonly text: string;
  readonly dueOn: CivilDate;
  readonly askedAt: Instant;
  /** Present where the office reads a redacted copy 伏せ字: the words blacked out in it, as they stand in the text. */
  readonly blackedOut?: readonly string[];
  readonly opinion?: Opinion;
  readonly returned?: OpinionReturn;
}

interface Examined {
  readonly status: Status;
  readonly question?: { readonly resume: 'received' | 'reviewing' };
}

/** Whether a proposal is examined now: under review, or asked something during it. Only then opinions are of use. */
export function isUnderReview({ status, question }: Examined): boolean {
  return status === 'reviewing' || (status === 'clarifying' && question?.resume === 'reviewing');
}

/** Whether a request still waits for its office. */
export function isOpenRequest({ opinion, returned }: OpinionRequest): boolean {
  return opinion === undefined && returned === undefined;
}

/** The requests that an office can still answer. After the review none can be, and nobody is asked for it any more. */
export function openRequests(
  proposal: Examined & { readonly opinions: readonly OpinionRequest[] },
): readonly OpinionRequest[] {
  return isUnderReview(proposal) ? proposal.opinions.filter(isOpenRequest) : [];
}
