import type { Instant } from '../domain/instant.js';
import type { Measure } from '../domain/measures/measure.js';
import { noticesOfMeasure } from '../domain/measures/measure-notices.js';
import type { NoticeIntent } from '../domain/notice.js';
import type { Proposal } from '../domain/proposal.js';
import { noticesOfRelease } from '../domain/releases/release-notices.js';
import type { ReleaseSet } from '../domain/releases/release-set.js';
import { entryAt, type TrailEntryBase } from '../domain/trail-entry.js';
import type { MeasureBook } from '../usecases/measure-ports.js';
import type { Register } from '../usecases/ports.js';
import type { ReleaseBook } from '../usecases/release-ports.js';

/** What tells channels and nobody else, by what its entries hold. */
export type ToldToChannels = Measure | ReleaseSet;

/** What notices are about: a proposal, a measure, or a release set as a whole. Ids are tokens, so none is of two. */
export type Told = Proposal | ToldToChannels;

/** The part of the register in which they are found. */
export type ToldBook = Pick<Register, 'proposal'> &
  Pick<ReleaseBook, 'releaseSet'> &
  Pick<MeasureBook, 'measure'>;

/** Whether it is a release set. */
export function isReleaseSet(told: Told): told is ReleaseSet {
  return 'posts' in told;
}

/** Whether it is a proposal. */
export function isProposal(told: Told): told is Proposal {
  return 'proposer' in told;
}

/** What a notice is about. */
export function toldOf(register: ToldBook, id: string): Told | undefined {
  const held = register.proposal(id) ?? register.releaseSet(id) ?? register.measure(id);
  return held?.value;
}

/** When the event happened that a notice tells; a receipt tells no event. */
export function toldSince(told: Told, seq: number): Instant {
  const entry = entryAt<TrailEntryBase>(told.trail, seq);
  return entry?.occurredAt ?? (isProposal(told) ? told.receivedAt : told.createdAt);
}

/** The notices of the entries of a measure or a release set after a place of its trail. */
export function channelNoticesAfter(told: ToldToChannels, seen: number): readonly NoticeIntent[] {
  const { id } = told;
  return isReleaseSet(told)
    ? told.trail.filter(({ seq }) => seq > seen).flatMap((entry) => noticesOfRelease(id, entry))
    : told.trail.filter(({ seq }) => seq > seen).flatMap((entry) => noticesOfMeasure(id, entry));
}
