import { bodyObject, guarded, ok, refuse } from '../control/control-reply.js';
import type { Router } from '../http.js';
import { bumpRandomItem } from './background-writer.js';
import type { GraphContext } from './graph-context.js';
import type { LifecycleEvent } from './subscriptions/change-notices.js';
import type { StoredSubscription } from './subscriptions/subscription-store.js';
import { openFeed } from './teamwork/activity-notifications.js';

const lifecycleEvents = ['reauthorizationRequired', 'subscriptionRemoved', 'missed'] as const;

/** Without a new authorisation nothing more is told; what is removed is gone. */
function happen(context: GraphContext, subscription: StoredSubscription, event: LifecycleEvent) {
  const { subscriptions, notices } = context;
  if (event === 'reauthorizationRequired') subscriptions.put({ ...subscription, isPaused: true });
  if (event === 'subscriptionRemoved') subscriptions.remove(subscription.id);
  notices.lifecycle(subscription, event);
}

/**
 * Control of what only Graph has: `POST /control/graph/resync {list?}` makes all change tokens
 * (of one list, by name or id) answer 410; `POST /control/graph/bump` runs the background
 * writer once; `POST /control/graph/lifecycle {event}` tells a lifecycle event to all subscribers;
 * `GET /control/graph/feed` shows the activity feeds.
 */
export function mountGraphControl(router: Router, context: GraphContext): void {
  router.on(
    'POST',
    '/control/graph/resync',
    guarded((req) => {
      const { list: key } = bodyObject(req);
      const chosen = context.store.lists
        .all()
        .filter(
          (list) =>
            key === undefined || [list.id, list.name, list.displayName].includes(String(key)),
        );
      if (chosen.length === 0) return refuse(['there is no such list']);
      for (const list of chosen) context.store.lists.put({ ...list, epoch: list.epoch + 1 });
      return ok({ lists: chosen.map((list) => list.displayName) });
    }),
  );
  router.on(
    'POST',
    '/control/graph/bump',
    guarded(() => {
      bumpRandomItem(context);
      return ok({});
    }),
  );
  router.on(
    'POST',
    '/control/graph/lifecycle',
    guarded((req) => {
      const { event } = bodyObject(req);
      const known = lifecycleEvents.find((one) => one === event);
      if (known === undefined) return refuse(['event is unknown']);
      const told = context.subscriptions.all();
      for (const subscription of told) happen(context, subscription, known);
      return ok({ subscriptions: told.map(({ id }) => id) });
    }),
  );
  router.on(
    'GET',
    '/control/graph/feed',
    guarded(() => ok({ entries: openFeed(context.deps).all() })),
  );
}
