import type { Audience, AudienceChannel, AudiencePerson } from './audience.js';
import type { Instant } from './instant.js';
import { eventIdOf, type TrailEntry } from './trail.js';

/** Most recipients in one row of the ledger. */
export const chunkSize = 500;

/** Where an event is told: a chunk of people in their chats, or one channel. */
export type NoticePlace =
  | { readonly kind: 'people'; readonly chunk: number; readonly people: readonly AudiencePerson[] }
  | { readonly kind: 'channel'; readonly channel: AudienceChannel };

/** That one place is to be told of one event. The key is unique in the ledger: whoever cannot create it never sends. */
export interface NoticeIntent {
  readonly key: string;
  readonly proposalId: string;
  readonly seq: number;
  readonly place: NoticePlace;
  /** When the event was written. Absent: a receipt, which a kept form owes and no event. */
  readonly recordedAt?: Instant;
}

function intentsFor(
  proposalId: string,
  { seq, recordedAt }: TrailEntry,
  audience: Audience,
): readonly NoticeIntent[] {
  const eventId = eventIdOf(proposalId, seq);
  const shared = { proposalId, seq, recordedAt };
  const chunks = Math.ceil(audience.people.length / chunkSize);
  const people = Array.from({ length: chunks }, (_, chunk) => ({
    ...shared,
    key: `${eventId}|people|${chunk}`,
    place: {
      kind: 'people' as const,
      chunk,
      people: audience.people.slice(chunk * chunkSize, (chunk + 1) * chunkSize),
    },
  }));
  const channels = audience.channels.map((channel) => ({
    ...shared,
    key: `${eventId}|channel|${channel.channelId}`,
    place: { kind: 'channel' as const, channel },
  }));
  return [...people, ...channels];
}

/** The notices of one trail entry, a function of the stored entry alone (protocols: tell). */
export function noticesOf(proposalId: string, entry: TrailEntry): readonly NoticeIntent[] {
  switch (entry.kind) {
    case 'review-begun':
    case 'question-asked':
    case 'question-dropped':
      return intentsFor(proposalId, entry, entry.audience);
    case 'published':
      return entry.notify ? intentsFor(proposalId, entry, entry.audience) : [];
    default:
      return [];
  }
}

/** The ids of those a notice is for: people, or one channel. */
export function recipientIdsOf({ place }: NoticeIntent): readonly string[] {
  return place.kind === 'people'
    ? place.people.map((person) => person.personId)
    : [place.channel.channelId];
}

/** The receipt by message, for a form that could not be answered in its own turn. Once per proposal. */
export function receiptNotice(proposalId: string, proposerId: string): NoticeIntent {
  const people = [{ personId: proposerId, as: 'proposer' as const }];
  return {
    key: `${eventIdOf(proposalId, 1)}|people|0`,
    proposalId,
    seq: 1,
    place: { kind: 'people', chunk: 0, people },
  };
}
