import { type Audience, proposerOnly } from './audience.js';
import type { Decision } from './decision.js';
import type { Instant } from './instant.js';
import { refuseTransition } from './lifecycle.js';
import type { Actor, Proposer } from './person.js';
import type { ProposalContent } from './proposal-content.js';
import type { ProposalNumber } from './proposal-number.js';
import { allowed, type Result, refused } from './result.js';
import type { Status } from './status.js';
import type { TrailEntry, TrailEvent } from './trail.js';
import { hasRoomToPublish, hasRoomToRelease } from './trail-room.js';

/** What everyone but those who decide sees (domain 1). */
export interface PublishedState {
  readonly status: Status;
  readonly decision?: Decision;
  /** Trail entry that made it so. */
  readonly seq: number;
  readonly at: Instant;
}

/** A publication that has been asked for and not yet carried out. */
export interface PublicationDue {
  readonly due: Instant;
  /** The trail entry of the decision that will be published. */
  readonly decidedSeq: number;
}

/** One proposal 提案: the unit of the count, with its working and its published state and its whole trail. */
export interface Proposal {
  /** The submission token: one form, one proposal, for ever. */
  readonly id: string;
  readonly number: ProposalNumber;
  readonly campaignId: string;
  readonly receivedAt: Instant;
  readonly proposer: Proposer;
  readonly content: ProposalContent;
  readonly status: Status;
  readonly reviewer?: Actor;
  readonly decision?: Decision;
  readonly published: PublishedState;
  readonly publicationDue?: PublicationDue;
  readonly trail: readonly TrailEntry[];
}

/** Between asking for a publication and telling anyone. */
export const undoWindowMs = 10_000;

/** Who does something, and when. `at` is in whole seconds. */
export interface Act {
  readonly by: Actor;
  readonly at: Instant;
}

function append(proposal: Proposal, { by, at }: Act, event: TrailEvent): readonly TrailEntry[] {
  const seq = proposal.trail.length + 1;
  return [...proposal.trail, { seq, occurredAt: at, recordedAt: at, by, ...event }];
}

/** The data of a proposal that is about to be stored for the first time. */
export type NewProposal = Pick<
  Proposal,
  'id' | 'number' | 'campaignId' | 'receivedAt' | 'proposer' | 'content'
>;

/** T1: a valid form becomes a received proposal, recorded at `recordedAt`. */
export function receiveProposal(form: NewProposal, recordedAt: Instant): Proposal {
  const by = { id: form.proposer.personId, name: form.proposer.name };
  return {
    ...form,
    status: 'received',
    published: { status: 'received', seq: 1, at: form.receivedAt },
    trail: [{ seq: 1, kind: 'received', occurredAt: form.receivedAt, recordedAt, by }],
  };
}

/** T4: the secretariat begins the review; the proposer is told at once, so the published state moves too. */
export function beginReview(proposal: Proposal, act: Act): Result<Proposal> {
  const refusal = refuseTransition(proposal.status, 'T4');
  if (refusal) return refused(refusal);
  const audience = proposerOnly(proposal.proposer.personId, act.at);
  const trail = append(proposal, act, { kind: 'review-begun', reviewer: act.by, audience });
  return allowed({
    ...proposal,
    status: 'reviewing',
    reviewer: act.by,
    published: { ...proposal.published, status: 'reviewing', seq: trail.length, at: act.at },
    trail,
  });
}

/** T5, or T6 where a decision is changed: sets the working state only; nobody is told. */
export function decideTrack(proposal: Proposal, decision: Decision, act: Act): Result<Proposal> {
  const refusal = refuseTransition(proposal.status, proposal.status === 'decided' ? 'T6' : 'T5');
  if (refusal) return refused(refusal);
  if (proposal.publicationDue) {
    return refused({ code: 'publication-pending', due: proposal.publicationDue.due });
  }
  const trail = append(proposal, act, { kind: 'track-decided', decision });
  if (!hasRoomToPublish(trail, decision)) return refused({ code: 'trail-full' });
  return allowed({ ...proposal, status: 'decided', decision, trail });
}

/** The entry of the decision in force, if it is not published yet. */
function unpublishedDecision(proposal: Proposal): TrailEntry | undefined {
  const decided = proposal.trail.findLast((entry) => entry.kind === 'track-decided');
  return decided && decided.seq > proposal.published.seq ? decided : undefined;
}

/** Whether a proposal has a decision that is not published and not on its way. */
export function canPublish(proposal: Proposal): boolean {
  return proposal.publicationDue === undefined && unpublishedDecision(proposal) !== undefined;
}

/** Asks for publication: due ten seconds ahead, so that it can be undone before anyone is told. */
export function schedulePublication(proposal: Proposal, act: Act): Result<Proposal> {
  if (proposal.publicationDue) {
    return refused({ code: 'publication-pending', due: proposal.publicationDue.due });
  }
  const decided = unpublishedDecision(proposal);
  if (decided?.kind !== 'track-decided') return refused({ code: 'nothing-to-publish' });
  const due = act.at + undoWindowMs;
  const trail = append(proposal, act, { kind: 'publication-scheduled', due });
  if (!hasRoomToRelease(trail, decided.decision)) return refused({ code: 'trail-full' });
  return allowed({ ...proposal, publicationDue: { due, decidedSeq: decided.seq }, trail });
}

/** Takes a publication back. Of undo and release exactly one wins, because both are conditional writes on the item. */
export function undoPublication(proposal: Proposal, act: Act): Result<Proposal> {
  if (!proposal.publicationDue) return refused({ code: 'no-publication-to-undo' });
  const { publicationDue: _, ...rest } = proposal;
  return allowed({ ...rest, trail: append(proposal, act, { kind: 'publication-undone' }) });
}

/** Carries a due publication out: published state, frozen audience and event in one value, written at once. */
export function releasePublication(
  proposal: Proposal,
  audienceOf: (decision: Decision) => Audience,
  act: Act,
): Result<Proposal> {
  const { publicationDue, ...rest } = proposal;
  const decided = unpublishedDecision(proposal);
  if (!publicationDue || publicationDue.due > act.at || decided?.kind !== 'track-decided') {
    return refused({ code: 'nothing-to-publish' });
  }
  const { decision, seq: decidedSeq } = decided;
  const trail = append(proposal, act, {
    kind: 'published',
    status: proposal.status,
    decision,
    decidedSeq,
    audience: audienceOf(decision),
    notify: true,
  });
  const published = { status: proposal.status, decision, seq: trail.length, at: act.at };
  return allowed({ ...rest, published, trail });
}
