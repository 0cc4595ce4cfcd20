import type { Audience, AudienceChannel, AudiencePerson, FrozenPart } from './audience.js';
import { chunkSize, type FrozenChunk, notYetFrozen } from './frozen-audience.js';
import type { Instant } from './instant.js';
import { eventIdOf, type TrailEntry } from './trail.js';
import type { TrailEntryBase } from './trail-entry.js';

/** Where an event is told: a chunk of people in their chats, or one channel. */
export type NoticePlace =
  | { readonly kind: 'people'; readonly chunk: number; readonly people: readonly AudiencePerson[] }
  | { readonly kind: 'channel'; readonly channel: AudienceChannel };

/**
 * That one place is to be told of one event of a proposal, or of a measure or release set, whose id then stands in
 * `proposalId`: ids are tokens, so none is of two things. The key is unique in the ledger: whoever cannot create
 * it never sends.
 */
export interface NoticeIntent {
  readonly key: string;
  readonly proposalId: string;
  readonly seq: number;
  readonly place: NoticePlace;
  /** When the event was written. Absent: a receipt, which a kept form owes and no event. */
  readonly recordedAt?: Instant;
  /** Told in quiet time too: a receipt, which somebody waits for, or what two people said so of. */
  readonly atAnyHour?: true;
}

/** Whom an entry tells; undefined where it tells nobody. */
export function toldBy(entry: TrailEntry): Audience | undefined {
  switch (entry.kind) {
    case 'published':
      return entry.notify ? entry.audience : undefined;
    default:
      return 'audience' in entry ? entry.audience : undefined;
  }
}

/** The part of an entry's audience that stands in frozen items, where it has one. */
export function frozenPartOf(entry: TrailEntry): FrozenPart | undefined {
  return toldBy(entry)?.frozen;
}

/** People in chunks: those the entry names, then those of each frozen item who were not named before. */
function chunksOf(
  { people }: Audience,
  frozen: readonly FrozenChunk[],
): readonly (readonly AudiencePerson[])[] {
  const named = Array.from({ length: Math.ceil(people.length / chunkSize) }, (_, chunk) =>
    people.slice(chunk * chunkSize, (chunk + 1) * chunkSize),
  );
  const inEntry = { proposalId: '', scheduleSeq: 0, chunk: -1, people };
  const others = frozen.map((each, index) =>
    notYetFrozen(each.people, [inEntry, ...frozen.slice(0, index)]),
  );
  return [...named, ...others];
}

const peopleKey = (eventId: string, chunk: number): string => `${eventId}|people|${chunk}`;
/** The key of what a channel is told of an event. */
export const channelKey = (eventId: string, channelId: string): string =>
  `${eventId}|channel|${channelId}`;

/** The notices of an event for the channels that it tells. */
export function channelNotices(
  id: string,
  { seq, recordedAt }: TrailEntryBase,
  { channels }: Pick<Audience, 'channels'>,
  despiteQuietTime = false,
): readonly NoticeIntent[] {
  const eventId = eventIdOf(id, seq);
  return channels.map((channel) => ({
    key: channelKey(eventId, channel.channelId),
    proposalId: id,
    seq,
    recordedAt,
    place: { kind: 'channel', channel },
    ...(despiteQuietTime && { atAnyHour: true }),
  }));
}

const asking: ReadonlySet<TrailEntry['kind']> = new Set([
  'question-asked',
  'reminded',
  'co-proposer-invited',
  'presentation-invited',
]);

/** Whether an event asks those it is told to for something, so that its notice comes with a form of its own. */
export const asksForAnswer = ({ kind }: TrailEntry): boolean => asking.has(kind);

/** Whether two people said that a publication is told in quiet time too. */
export const isDespiteQuietTime = (entry: TrailEntry): boolean =>
  entry.kind === 'published' && entry.release?.despiteQuietTime === true;

/**
 * The notices of one trail entry, a function of the stored entry and of the frozen items it refers to (protocols:
 * tell). Where `frozen` lacks them, those people are left out.
 */
export function noticesOf(
  proposalId: string,
  entry: TrailEntry,
  frozen: readonly FrozenChunk[] = [],
): readonly NoticeIntent[] {
  const audience = toldBy(entry);
  if (!audience) return [];
  const { seq, recordedAt } = entry;
  const eventId = eventIdOf(proposalId, seq);
  const isAtAnyHour = isDespiteQuietTime(entry);
  const shared = { proposalId, seq, recordedAt, ...(isAtAnyHour && { atAnyHour: true as const }) };
  const people = chunksOf(audience, frozen).map((each, chunk) => ({
    ...shared,
    key: peopleKey(eventId, chunk),
    place: { kind: 'people' as const, chunk, people: each },
  }));
  return [...people, ...channelNotices(proposalId, entry, audience, isAtAnyHour)];
}

/** The keys of all notices of an entry, known without its frozen items. */
export function noticeKeysOf(proposalId: string, entry: TrailEntry): readonly string[] {
  const chunks = frozenPartOf(entry)?.chunks ?? 0;
  const place = { proposalId, scheduleSeq: 0, chunk: 0, people: [] };
  const empty = Array.from({ length: chunks }, () => place);
  return noticesOf(proposalId, entry, empty).map(({ key }) => key);
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
    key: peopleKey(eventIdOf(proposalId, 1), 0),
    proposalId,
    seq: 1,
    place: { kind: 'people', chunk: 0, people },
    atAnyHour: true,
  };
}
