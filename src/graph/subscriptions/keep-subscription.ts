import type { Clock } from '../../usecases/ports.js';
import type { GraphClient } from '../client.js';
import type { HeldSubscriptions, WatchedList } from './held-subscriptions.js';
import type { NotificationDoor } from './notification-door.js';
import {
  type Asked,
  makeSubscription,
  renewSubscription,
  type Subscription,
} from './subscription-calls.js';

/** What keeping one needs. */
export interface KeepOptions {
  readonly client: GraphClient;
  readonly clock: Clock;
  readonly door: NotificationDoor;
}

/** What Graph grants at most for lists (facts: graph-sharepoint 7), less an hour by which clocks may differ. */
const lifeMs = (42_300 - 60) * 60_000;
/** Renewing also proves that Graph still reaches the door, which it tries each time. */
const renewAfterMs = 24 * 60 * 60_000;

/** The keeping of one list's subscription, given the one that is there. */
export type KeepOne = (list: WatchedList, present: Subscription | undefined) => Promise<Asked>;

/** Makes the subscription of a list where there is none, and renews it where that is due. */
export function createKeepOne(
  { client, clock, door }: KeepOptions,
  held: HeldSubscriptions,
): KeepOne {
  async function make(list: WatchedList): Promise<Asked> {
    const { resource } = list;
    held.drop(list);
    const asked = await makeSubscription(client, {
      resource,
      address: door.address,
      clientState: door.stateFor(resource),
      expiresAt: clock.now() + lifeMs,
    });
    if (asked.kind !== 'kept') return asked;
    held.hold({ list, subscription: asked.subscription, madeAt: clock.now() });
    // What changed before Graph began to tell was told by nobody.
    void list.catchUp();
    return asked;
  }

  async function renew(list: WatchedList, present: Subscription): Promise<Asked> {
    const asked = await renewSubscription(client, present.id, clock.now() + lifeMs);
    if (asked.kind === 'gone') return make(list);
    if (asked.kind !== 'kept') return asked;
    held.hold({ list, subscription: asked.subscription });
    // What changed while it was not authorised was told by nobody.
    if (held.unauthorised.delete(present.id)) void list.catchUp();
    return asked;
  }

  return async (list, present) => {
    if (!present) return make(list);
    if (!held.find(present.id)) held.hold({ list, subscription: present });
    const isDue = present.expiresAt < clock.now() + lifeMs - renewAfterMs;
    return isDue || held.unauthorised.has(present.id)
      ? renew(list, present)
      : { kind: 'kept', subscription: present };
  };
}
