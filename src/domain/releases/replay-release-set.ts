import type { Act } from '../act.js';
import { BrokenTrail } from '../replay.js';
import { type Entry, entryAfter } from '../trail-entry.js';
import type { LaterReleaseEvent, ReleaseEntry, ReleaseEvent } from './release-events.js';
import { isSameItem } from './release-item.js';
import type { ReleaseSet } from './release-set.js';

type EventOf<K extends LaterReleaseEvent['kind']> = Extract<
  LaterReleaseEvent,
  { readonly kind: K }
>;
type Apply<K extends LaterReleaseEvent['kind']> = (
  set: ReleaseSet,
  entry: Entry<EventOf<K>>,
) => ReleaseSet;

function withoutWaiver({ quietTime: _, ...rest }: ReleaseSet): ReleaseSet {
  return rest;
}

/** What was confirmed is another set now: it has to be confirmed again. */
function unconfirmed({ quietTime, ...rest }: ReleaseSet): ReleaseSet {
  return quietTime ? { ...rest, quietTime: { askedBy: quietTime.askedBy } } : rest;
}

/** What each event makes of a set. */
const appliers: { readonly [K in LaterReleaseEvent['kind']]: Apply<K> } = {
  edited: (set, { title, campaignId, withProgress }) => ({
    ...unconfirmed(set),
    title,
    campaignId,
    withProgress,
  }),
  added: (set, { items }) => ({
    ...unconfirmed(set),
    items: [...set.items.filter((item) => !items.some((each) => isSameItem(each, item))), ...items],
  }),
  removed: (set, { items }) => ({
    ...unconfirmed(set),
    items: set.items.filter((item) => !items.some((each) => isSameItem(each, item))),
  }),
  'quiet-time-asked': (set, { by }) => ({ ...set, quietTime: { askedBy: by } }),
  'quiet-time-confirmed': (set, { by }) => ({
    ...set,
    quietTime: { askedBy: set.quietTime?.askedBy ?? by, confirmedBy: by },
  }),
  'quiet-time-declined': withoutWaiver,
  scheduled: (set, { publishAt, roles, by, seq }) => ({
    ...set,
    state: 'scheduled',
    plan: { publishAt, by, roles, seq },
  }),
  excepted: (set, { exceptions }) => ({
    ...set,
    exceptions: [...set.exceptions, ...exceptions],
  }),
  cancelled: (set, { reason, because, occurredAt: at }) => ({
    ...set,
    state: 'cancelled',
    cancelled: { at, ...(reason !== undefined && { reason }), ...(because && { because }) },
  }),
  'release-begun': (set, { posts }) => ({ ...set, state: 'releasing', posts }),
  released: (set, { audience, exceptions, hasProgress, seq, occurredAt: at }) => ({
    ...set,
    state: 'released',
    exceptions,
    released: { at, seq, audience, hasProgress },
  }),
};

function applyEntry(set: ReleaseSet, entry: Entry<LaterReleaseEvent>): ReleaseSet {
  // The table is keyed by the kind of the entry, which the compiler cannot follow through a union.
  const apply = appliers[entry.kind] as Apply<LaterReleaseEvent['kind']>;
  return { ...apply(set, entry), trail: [...set.trail, entry] };
}

/** Records an event: appends it to the trail and applies it. The only way in which a set changes. */
export function recordRelease(set: ReleaseSet, act: Act, event: LaterReleaseEvent): ReleaseSet {
  return applyEntry(set, entryAfter(set.trail, act, event));
}

type CreatedEntry = Entry<Extract<ReleaseEvent, { readonly kind: 'created' }>>;

/** The set that its first entry makes. */
export function releaseSetFrom(entry: CreatedEntry): ReleaseSet {
  const { id, title, campaignId, withProgress, occurredAt: createdAt } = entry;
  return {
    id,
    createdAt,
    title,
    campaignId,
    withProgress,
    state: 'draft',
    items: [],
    exceptions: [],
    posts: [],
    trail: [entry],
  };
}

/** Replays a whole trail from nothing. Throws `BrokenTrail` where it does not begin with its making or has a gap. */
export function replayRelease(trail: readonly ReleaseEntry[]): ReleaseSet {
  const [first, ...later] = trail;
  if (first?.kind !== 'created' || first.seq !== 1) {
    throw new BrokenTrail('a trail begins with the making of the set');
  }
  return later.reduce((set, entry, index) => {
    if (entry.seq !== index + 2) throw new BrokenTrail(`entry ${index + 2} is missing`);
    if (entry.kind === 'created') throw new BrokenTrail(`entry ${entry.seq} makes it again`);
    return applyEntry(set, entry);
  }, releaseSetFrom(first));
}
