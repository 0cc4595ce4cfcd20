import { setImmediate as breathe } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Told } from '../notifications/told.js';

/** What changed since it was last looked at, by id. */
export interface ChangedItems {
  readonly note: (ids: Iterable<string>) => void;
  /** Shows each; what `look` throws at is shown again the next time. Answers whether there is none of that. */
  readonly lookAt: (look: (told: Told) => void) => Promise<boolean>;
}

/** Each look may read a trail from disk: so many, and then whoever waits has a turn. */
const shownAtOnce = 50;

/** Opens it empty. `find`: the item as it is now; undefined where it is gone. */
export function openChangedItems(
  find: (id: string) => Told | undefined,
  logger: Pick<Logger, 'error'>,
): ChangedItems {
  const changed = new Set<string>();
  /** Those that could not be looked at, told once each. */
  const unread = new Set<string>();

  /** One whose trail cannot be read now waits until it can, and keeps no other from being looked at. */
  function lookAtOne(id: string, look: (told: Told) => void): boolean {
    try {
      const told = find(id);
      if (told) look(told);
      unread.delete(id);
      return true;
    } catch (fault) {
      if (!unread.has(id)) logger.error({ err: fault, id }, 'what was done cannot be looked at');
      unread.add(id);
      return false;
    }
  }

  return {
    note(ids) {
      for (const id of ids) changed.add(id);
    },
    async lookAt(look) {
      let shown = 0;
      let isAll = true;
      for (const id of [...changed]) {
        if (lookAtOne(id, look)) changed.delete(id);
        else isAll = false;
        shown += 1;
        if (shown % shownAtOnce === 0) await breathe();
      }
      return isAll;
    },
  };
}
