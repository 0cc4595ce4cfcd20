import type { Act } from '../act.js';
import type { Audience } from '../audience.js';
import { heldBecause } from '../held-publication.js';
import { theSystem } from '../person.js';
import { allowed, type Result, refused } from '../result.js';
import { itemProgress } from './item-progress.js';
import { type ReleaseContext, releasableOf } from './release-context.js';
import type { ReleaseException, ReleaseExceptionCode } from './release-exception.js';
import type { ReleaseItem } from './release-item.js';
import { releasePosts } from './release-posts.js';
import { hasRoomToEnd } from './release-room.js';
import { isExcepted, itemsToRelease, type ReleaseSet, tagOf } from './release-set.js';
import { recordRelease } from './replay-release-set.js';

const notDue = { code: 'nothing-to-publish' } as const;

function progressOf(set: ReleaseSet, item: ReleaseItem, context: ReleaseContext) {
  return itemProgress(set.id, releasableOf(item, context));
}

/** The items that are still to be placed. */
export function itemsToPlace(set: ReleaseSet, context: ReleaseContext): readonly ReleaseItem[] {
  return itemsToRelease(set).filter((item) => progressOf(set, item, context) === 'waiting');
}

/** Why an item is out of its set again: by a person, or held when it was due. */
function takenOutAs({ kind, id }: ReleaseItem, context: ReleaseContext): ReleaseExceptionCode {
  const proposal = kind === 'proposal' ? context.proposal(id) : undefined;
  return (proposal && heldBecause(proposal)) ?? 'taken-out';
}

/** What has turned out on the items themselves: somebody took them out, or they are gone. */
export function exceptionsNow(
  set: ReleaseSet,
  context: ReleaseContext,
): readonly ReleaseException[] {
  return itemsToRelease(set).flatMap((item): readonly ReleaseException[] => {
    const { kind, id } = item;
    const progress = progressOf(set, item, context);
    if (progress === 'taken-out') return [{ kind, id, code: takenOutAs(item, context) }];
    // Before it begins, another process may know of an item that this one does not know of yet.
    const isGone = progress === 'gone' && set.state === 'releasing';
    return isGone ? [{ kind, id, code: 'not-found' }] : [];
  });
}

/** Lists items as exceptions with their reasons. */
export function exceptItems(
  set: ReleaseSet,
  exceptions: readonly ReleaseException[],
  act: Act,
): Result<ReleaseSet> {
  const fresh = exceptions.filter((each) => !isExcepted(set, each));
  const isUnderWay = set.state === 'scheduled' || set.state === 'releasing';
  if (act.by.id !== theSystem.id || !isUnderWay || fresh.length === 0) return refused(notDue);
  return allowed(recordRelease(set, act, { kind: 'excepted', exceptions: fresh }));
}

/** Whether a set is due and none of its items is still to be placed. */
export function canBegin(set: ReleaseSet, act: Act, context: ReleaseContext): boolean {
  if (set.state !== 'scheduled' || !set.plan || set.plan.publishAt > act.at) return false;
  return itemsToPlace(set, context).length === 0;
}

/**
 * Begins the release: from now on its items are published, and it cannot be cancelled any more. Where more is to be told
 * by now than its trail has room for, because channels were added since it was scheduled, it is cancelled instead.
 */
export function beginRelease(
  set: ReleaseSet,
  act: Act,
  context: ReleaseContext,
): Result<ReleaseSet> {
  if (act.by.id !== theSystem.id || !canBegin(set, act, context)) return refused(notDue);
  const placed = itemsToRelease(set);
  const posts = releasePosts(placed, set.withProgress, context, act.at);
  const begun = recordRelease(set, act, { kind: 'release-begun', posts });
  return allowed(
    hasRoomToEnd(begun, context, act.at)
      ? begun
      : recordRelease(set, act, { kind: 'cancelled', because: 'no-room' }),
  );
}

/** Whether every item of a set that has begun is published or an exception, and none is under way. */
export function isCarriedOut(set: ReleaseSet, context: ReleaseContext): boolean {
  if (set.state !== 'releasing') return false;
  return set.items.every((item) => {
    const progress = progressOf(set, item, context);
    return progress === 'published' || (progress !== 'placed' && isExcepted(set, item));
  });
}

/** The channels that have something to be told: of the items that were published in the end, or of the progress. */
function audienceNow(
  { posts, withProgress }: ReleaseSet,
  isPublished: (id: string) => boolean,
  asOf: number,
): Audience {
  const channels = posts
    .filter(
      ({ as, items }) =>
        (withProgress && as === 'staff') || items.some(({ id }) => isPublished(id)),
    )
    .map(({ channelId, as }) => ({ channelId, as }));
  return { people: [], channels, asOf };
}

/** Ends a release. What turned out to be published after all is no exception. */
export function endRelease(set: ReleaseSet, act: Act, context: ReleaseContext): Result<ReleaseSet> {
  if (act.by.id !== theSystem.id || !isCarriedOut(set, context)) return refused(notDue);
  const published = new Set(
    set.items.filter((item) => progressOf(set, item, context) === 'published').map(({ id }) => id),
  );
  const { despiteQuietTime } = tagOf(set);
  return allowed(
    recordRelease(set, act, {
      kind: 'released',
      audience: audienceNow(set, (id) => published.has(id), act.at),
      exceptions: set.exceptions.filter(({ id }) => !published.has(id)),
      hasProgress: set.withProgress,
      ...(despiteQuietTime && { despiteQuietTime }),
    }),
  );
}
