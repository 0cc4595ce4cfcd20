import type { Instant } from '../domain/instant.js';
import type { Proposal } from '../domain/proposal.js';
import type { ReleaseSet } from '../domain/releases/release-set.js';
import { entryAt, type TrailEntryBase } from '../domain/trail-entry.js';
import type { Register } from '../usecases/ports.js';
import type { ReleaseBook } from '../usecases/release-ports.js';

/** What notices are about: a proposal, or a release set as a whole. Their ids are tokens, so none is both. */
export type Told = Proposal | ReleaseSet;

/** The part of the register in which both are found. */
export type ToldBook = Pick<Register, 'proposal'> & Pick<ReleaseBook, 'releaseSet'>;

/** Which of the two it is. */
export function isReleaseSet(told: Told): told is ReleaseSet {
  return 'posts' in told;
}

/** What a notice is about. */
export function toldOf(register: ToldBook, id: string): Told | undefined {
  return register.proposal(id)?.value ?? register.releaseSet(id)?.value;
}

/** When the event happened that a notice tells; a receipt tells no event. */
export function toldSince(told: Told, seq: number): Instant {
  const entry = entryAt<TrailEntryBase>(told.trail, seq);
  return entry?.occurredAt ?? (isReleaseSet(told) ? told.createdAt : told.receivedAt);
}
