import { bodyObject, guarded, ok, refuse } from '../control/control-reply.js';
import type { Router } from '../http.js';
import { bumpRandomItem } from './background-writer.js';
import type { GraphContext } from './graph-context.js';

/**
 * Control of what only Graph has: `POST /control/graph/resync {list?}` makes all change tokens
 * (of one list, by name or id) answer 410; `POST /control/graph/bump` runs the background
 * writer once.
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
}
