import type { ChangeFeed } from '../change-feed.js';
import { allLists } from '../lists/all-lists.js';
import type { Place } from '../place.js';
import { listOf } from '../site.js';
import type { WatchedList } from './held-subscriptions.js';
import { subscribedLists } from './subscribed-lists.js';

/** The lists that are subscribed to, with what wakes their feeds; one that is missing is told by the schema check. */
export function watchedLists(
  { site, lists }: Place,
  feeds: readonly ChangeFeed[],
): readonly WatchedList[] {
  return subscribedLists.flatMap((key) => {
    const definition = allLists[key];
    const list = listOf(definition, lists);
    const feed = feeds.find((each) => each.list === definition.name);
    return list && feed
      ? [{ resource: `${site.slice(1)}/lists/${list.id}`, wake: feed.wake, catchUp: feed.pollNow }]
      : [];
  });
}
