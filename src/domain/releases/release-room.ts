import type { Instant } from '../instant.js';
import { theSystem } from '../person.js';
import { mostCharacters, trailLength } from '../trail-archive.js';
import type { ReleaseContext } from './release-context.js';
import type { LaterReleaseEvent, ReleaseEntry } from './release-events.js';
import { type ReleaseException, releaseExceptionCodes } from './release-exception.js';
import type { ItemRef } from './release-item.js';
import { releasePosts } from './release-posts.js';
import { itemsToRelease, type ReleaseSet } from './release-set.js';

/** More entries than any set has. */
const furthestSeq = 999_999;

/** Room for cancelling with a reason of 500 characters, the widest there are. */
const longestCancelling = 9_000;

const [longestCode] = releaseExceptionCodes.toSorted((a, b) => b.length - a.length);

function longestException({ kind, id }: ItemRef): ReleaseException {
  return { kind, id, code: longestCode ?? 'refused' };
}

/** How many characters an event by the product itself takes in the trail. */
function lengthOf(event: LaterReleaseEvent, at: Instant): number {
  const base = { seq: furthestSeq, occurredAt: at, recordedAt: at, by: theSystem };
  const entry: ReleaseEntry = { ...base, ...event };
  return JSON.stringify(entry).length + 1;
}

/** The most that is listed one by one of the items not listed yet. */
function exceptionsToFollow(set: ReleaseSet, at: Instant): number {
  return itemsToRelease(set)
    .map((item) => lengthOf({ kind: 'excepted', exceptions: [longestException(item)] }, at))
    .reduce((sum, length) => sum + length, 0);
}

function endToFollow({ items }: ReleaseSet, posts: ReleaseSet['posts'], at: Instant): number {
  const channels = posts.map(({ channelId, as }) => ({ channelId, as }));
  const exceptions = items.map(longestException);
  const audience = { people: [], channels, asOf: at };
  const told = { hasProgress: false, despiteQuietTime: true } as const;
  return lengthOf({ kind: 'released', audience, exceptions, ...told }, at);
}

/** The most characters that what follows by itself adds to the trail of a set, whatever turns out. */
function lengthToFollow(set: ReleaseSet, context: ReleaseContext, at: Instant): number {
  switch (set.state) {
    case 'draft':
    case 'scheduled': {
      const posts = releasePosts(itemsToRelease(set), set.withProgress, context, at);
      const begun = lengthOf({ kind: 'release-begun', posts }, at);
      const ahead = Math.max(begun + endToFollow(set, posts, at), longestCancelling);
      return exceptionsToFollow(set, at) + ahead;
    }
    case 'releasing':
      return exceptionsToFollow(set, at) + endToFollow(set, set.posts, at);
    default:
      return 0;
  }
}

/**
 * Whether the trail of a set fits its item to the end: with everything that may follow by itself, every item an exception
 * of its own. It is never archived: a set ends, and another one is made (decision 0077).
 */
export function hasRoomToEnd(set: ReleaseSet, context: ReleaseContext, at: Instant): boolean {
  return trailLength(set.trail) + lengthToFollow(set, context, at) <= mostCharacters;
}
