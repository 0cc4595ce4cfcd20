import type { ChannelMapping } from './channel-map.js';
import type { Decision } from './decision.js';
import type { Instant } from './instant.js';
import type { PersonId } from './person.js';

/** A person who is told, and as what. */
export interface AudiencePerson {
  readonly personId: PersonId;
  readonly as: 'proposer';
}

/** A channel that is told, and as what. */
export interface AudienceChannel {
  readonly channelId: string;
  readonly as: 'staff' | 'owner';
}

/** Whom an event tells, frozen at `asOf`. */
export interface Audience {
  readonly people: readonly AudiencePerson[];
  readonly channels: readonly AudienceChannel[];
  readonly asOf: Instant;
}

/** The audience of what is told to the proposer at once (T4). */
export function proposerOnly(proposerId: PersonId, asOf: Instant): Audience {
  return { people: [{ personId: proposerId, as: 'proposer' }], channels: [], asOf };
}

/**
 * The audience of a published decision (domain 1, T5/T6): the proposer, the channels for all staff and the owner's
 * channel. A channel that is both is told once, as staff.
 */
export function publicationAudience(
  proposerId: PersonId,
  decision: Decision,
  channelMap: readonly ChannelMapping[],
  asOf: Instant,
): Audience {
  const staff = channelMap
    .filter((mapping) => mapping.purpose === 'staff-updates')
    .map((mapping) => mapping.channelId);
  const owner = channelMap
    .filter(
      (mapping) =>
        mapping.purpose === 'department' && mapping.departmentId === decision.owner.departmentId,
    )
    .map((mapping) => mapping.channelId)
    .filter((channelId) => !staff.includes(channelId));
  return {
    people: [{ personId: proposerId, as: 'proposer' }],
    channels: [
      ...[...new Set(staff)].map((channelId) => ({ channelId, as: 'staff' as const })),
      ...[...new Set(owner)].map((channelId) => ({ channelId, as: 'owner' as const })),
    ],
    asOf,
  };
}
