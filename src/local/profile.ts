/** How a refusal of a duplicate value in a unique column is answered (facts sheet: three reports). */
export type DuplicateShape = '409' | '400' | '500';

/** The switches of what real services do sometimes. Times in milliseconds of machine time. */
export interface Profile {
  name: 'pessimistic' | 'gentle';
  /** A change appears in delta after a delay between these two. */
  deltaLagMs: readonly [number, number];
  /** Collection reads may miss items younger than this. */
  staleReadMs: number;
  /** Probability that such a young item is missed. */
  staleReadChance: number;
  /** Pause between two etag bumps of the background writer; 0 = none. */
  backgroundWriterMs: number;
  duplicateShapes: readonly DuplicateShape[];
  /** Probability that a delta page also repeats an item that did not change. */
  deltaRepeatChance: number;
  /** Whether nextLink and deltaLink carry `$expand` and `$select` on. */
  deltaLinkKeepsOptions: boolean;
  /** One tenant refused `PATCH …/items/{id}/fields` with 400. */
  refuseFieldsPatch: boolean;
  /** Answers `fields/…` filters with an empty page (reported in spring 2025). */
  emptyFilterAnswers: boolean;
  /** Whether the HTTP `ETag` header carries quotes. */
  quotedEtagHeader: boolean;
  /** Seconds that a client is told to wait between two polls of a sign-in by device code. */
  deviceCodeIntervalS: number;
  /** Resource units per app and minute. */
  unitsPerMinute: number;
  /** Whether 429 answers carry `Retry-After`. */
  retryAfter: boolean;
  /** Whether that `Retry-After` is an HTTP date instead of seconds. */
  retryAfterAsDate: boolean;
  /** Probability that the answers of a batch come in another order than its members. */
  batchShuffleChance: number;
  /** Whether the range an upload still expects is told with its end (both were recorded). */
  uploadRangesWithEnd: boolean;
  /** A subscriber is told of a change after a delay between these two. */
  notificationDelayMs: readonly [number, number];
  /** Probability that a change is told twice. */
  notificationRepeatChance: number;
  /** Probability that a change is told to nobody, without a trace. */
  notificationLossChance: number;
  /** A notification that is not taken in this time counts as refused. */
  notificationAnswerMs: number;
  /** Pause before a refused notification is sent again; doubles each time. */
  notificationRetryMs: number;
  /** Time in which an address must answer the handshake of its subscription. */
  handshakeMs: number;
  /** Whether a grant on the site is enough to subscribe, without the documented role. */
  subscriptionsByGrant: boolean;
  /** Probability that an installation is refused for no reason; it passes when tried again. */
  installRefusalChance: number;
  /** A bot turn without an answer for this long counts as failed. */
  turnTimeoutMs: number;
  /** Whether a failed turn is delivered again, also under a new activity id. */
  redeliverWithNewId: boolean;
}

const gentle: Profile = {
  name: 'gentle',
  deltaLagMs: [0, 2_000],
  staleReadMs: 0,
  staleReadChance: 0,
  backgroundWriterMs: 0,
  duplicateShapes: ['409'],
  deltaRepeatChance: 0,
  deltaLinkKeepsOptions: true,
  refuseFieldsPatch: false,
  emptyFilterAnswers: false,
  quotedEtagHeader: false,
  deviceCodeIntervalS: 5,
  unitsPerMinute: 1_250,
  retryAfter: true,
  retryAfterAsDate: false,
  batchShuffleChance: 0,
  uploadRangesWithEnd: false,
  notificationDelayMs: [0, 1_000],
  notificationRepeatChance: 0,
  notificationLossChance: 0,
  notificationAnswerMs: 3_000,
  notificationRetryMs: 10_000,
  handshakeMs: 10_000,
  subscriptionsByGrant: true,
  installRefusalChance: 0,
  turnTimeoutMs: 15_000,
  redeliverWithNewId: false,
};

const pessimistic: Profile = {
  ...gentle,
  name: 'pessimistic',
  deltaLagMs: [2_000, 30_000],
  staleReadMs: 10_000,
  staleReadChance: 0.5,
  backgroundWriterMs: 20_000,
  duplicateShapes: ['409', '400', '500'],
  deltaRepeatChance: 0.2,
  batchShuffleChance: 0.5,
  uploadRangesWithEnd: true,
  // Documented: less than a minute on average, five at most.
  notificationDelayMs: [1_000, 60_000],
  notificationRepeatChance: 0.2,
  notificationLossChance: 0.1,
  subscriptionsByGrant: false,
  installRefusalChance: 0.2,
  redeliverWithNewId: true,
};

/** The current profile; replaced whole or in part through /control/profile. */
export interface ProfileSwitch {
  current(): Profile;
  /** Takes a named profile, then the given switches on top. Returns the names it does not know. */
  set(name: Profile['name'], switches: Record<string, unknown>): string[];
}

function isLike(value: unknown, sample: unknown): boolean {
  if (Array.isArray(sample)) {
    const isList = Array.isArray(value) && value.length > 0;
    return isList && value.every((entry) => typeof entry === typeof sample[0]);
  }
  return sample !== undefined && typeof value === typeof sample;
}

/** Starts from a named profile. */
export function createProfileSwitch(name: Profile['name']): ProfileSwitch {
  const named = { gentle, pessimistic };
  let profile = named[name];
  return {
    current: () => profile,
    set(next, switches) {
      const base = named[next];
      const wanted = new Map<string, unknown>(Object.entries(base));
      const unknown = Object.entries(switches).filter(
        ([key, value]) => key === 'name' || !isLike(value, wanted.get(key)),
      );
      if (unknown.length === 0) profile = { ...base, ...switches };
      return unknown.map(([key]) => key);
    },
  };
}
