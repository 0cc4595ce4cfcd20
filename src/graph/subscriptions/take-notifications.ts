import { z } from 'zod';
import type { Instant } from '../../domain/instant.js';
import type { Clock } from '../../usecases/ports.js';
import type { GraphLog } from '../guarded-exchange.js';
import type { HeldSubscriptions } from './held-subscriptions.js';
import type { NotificationDoor } from './notification-door.js';

/** What taking needs. */
export interface TakingOptions {
  readonly held: HeldSubscriptions;
  readonly door: NotificationDoor;
  readonly clock: Clock;
  readonly log: GraphLog;
  /** Has the subscriptions looked at before their time. */
  readonly hurry: () => void;
}

/** Graph may tell several things at once; this is far more than there are lists. */
const mostAtOnce = 1_000;

const postedShape = z.object({
  value: z
    .array(
      z.object({
        subscriptionId: z.string(),
        clientState: z.string().nullish(),
        /** Of the subscription itself; absent where the list has changed. */
        lifecycleEvent: z.string().nullish(),
      }),
    )
    .max(mostAtOnce),
});

type Posted = z.infer<typeof postedShape>['value'][number];

/** Who refuses many says so once a minute. */
const warnEveryMs = 60_000;

function openWarnings(clock: Clock, log: GraphLog) {
  let refused = 0;
  let warnedAt: Instant = Number.NEGATIVE_INFINITY;
  return (): void => {
    refused += 1;
    if (Math.abs(clock.now() - warnedAt) < warnEveryMs) return;
    log.warn({ refused }, 'change notifications of no subscription of this app were refused');
    refused = 0;
    warnedAt = clock.now();
  };
}

/**
 * Opens the taking of what is posted. Who cannot name a subscription with its secret is refused, and does not learn
 * which of the two was wrong. `missed` and every change wake the list; `subscriptionRemoved` and
 * `reauthorizationRequired` have the subscriptions looked at, and what Graph told nobody meanwhile is asked for.
 */
export function takeNotifications(options: TakingOptions): (posted: unknown) => boolean {
  const { held, door, hurry } = options;
  const noteRefused = openWarnings(options.clock, options.log);

  /** What is told of the subscription itself. */
  function heed(subscriptionId: string, event: string): void {
    if (event === 'subscriptionRemoved') held.gone.add(subscriptionId);
    if (event === 'reauthorizationRequired') held.unauthorised.add(subscriptionId);
    hurry();
  }

  function takeOne({ subscriptionId, clientState, lifecycleEvent }: Posted): boolean {
    const list = held.find(subscriptionId)?.list;
    if (!door.isRight(clientState ?? '', list?.resource)) return false;
    if (lifecycleEvent) heed(subscriptionId, lifecycleEvent);
    list?.wake();
    return true;
  }

  return (posted) => {
    const read = postedShape.safeParse(posted);
    const taken = read.success ? read.data.value.map(takeOne) : [];
    const isTaken = taken.includes(true);
    if (!isTaken) noteRefused();
    return isTaken;
  };
}
