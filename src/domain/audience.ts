import type { Instant } from './instant.js';
import type { PersonId } from './person.js';

/** As what a person is told. */
export const personParts = ['proposer', 'co-proposer', 'supporter'] as const;

/** A person who is told, and as what. */
export interface AudiencePerson {
  readonly personId: PersonId;
  readonly as: (typeof personParts)[number];
}

/**
 * As what a channel is told. `through-office`: so that its readers hand it on, through the office, to a proposer who
 * does not use Teams.
 */
export const channelParts = ['through-office', 'staff', 'owner', 'secretariat'] as const;

/** A channel that is told, and as what. */
export interface AudienceChannel {
  readonly channelId: string;
  readonly as: (typeof channelParts)[number];
}

/** Whom an event tells, frozen at `asOf`. */
export interface Audience {
  readonly people: readonly AudiencePerson[];
  readonly channels: readonly AudienceChannel[];
  readonly asOf: Instant;
  /** Present where more people are told than an entry names: the others stand in so many frozen items. */
  readonly frozen?: FrozenPart;
}

/** Where the rest of an audience is frozen (frozen-audience.ts). */
export interface FrozenPart {
  readonly scheduleSeq: number;
  readonly chunks: number;
  /** How many people they hold together. */
  readonly people: number;
}

/** A part of an audience, as the lifecycle table names it. */
export type AudiencePart = (typeof personParts)[number] | (typeof channelParts)[number];
