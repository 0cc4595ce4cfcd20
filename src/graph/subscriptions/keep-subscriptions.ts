import type { Finding } from '../../domain/health/finding.js';
import type { Instant } from '../../domain/instant.js';
import { Failure, isFailure } from '../../usecases/failure.js';
import type { GraphLog } from '../guarded-exchange.js';
import { chooseSubscriptions } from './choose-subscriptions.js';
import { createHeldSubscriptions, type WatchedList } from './held-subscriptions.js';
import { createKeepOne, type KeepOptions } from './keep-subscription.js';
import { openLookPlan } from './look-plan.js';
import { leadsTo, type NotificationDoor } from './notification-door.js';
import {
  endSubscription,
  readSubscriptions,
  type Subscription,
  type SubscriptionTrouble,
} from './subscription-calls.js';
import { takeNotifications } from './take-notifications.js';

/** What keeping subscriptions needs. */
export interface SubscriptionsOptions extends KeepOptions {
  readonly log: GraphLog;
  readonly lists: readonly WatchedList[];
  /** The address of the door without the mark of a key. */
  readonly url: string;
}

/** The subscriptions of this app. */
export interface Subscriptions {
  /** Where Graph was told to call. */
  readonly door: Pick<NotificationDoor, 'mark' | 'isOwnMark'>;
  /** Makes, renews and removes where that is due. To be called again and again; throws for no answer of Graph. */
  round(): Promise<void>;
  /**
   * Takes what was posted to the door: lists are woken, and nothing of it is believed but that. False where nothing in
   * it is of a subscription of this app.
   */
  take(posted: unknown): boolean;
  /** What is so at this moment: how many lists are subscribed to, or what is wrong. */
  findings(): readonly Finding[];
}

const codeOf = {
  denied: 'subscriptions-denied',
  unreached: 'subscriptions-unreached',
  failing: 'subscriptions-failing',
} as const satisfies Readonly<Record<SubscriptionTrouble['kind'], Finding['code']>>;

/** Remembers what is wrong, from when on, and tells the log when that changes. */
function openTrouble({ clock, log }: SubscriptionsOptions) {
  let trouble: (SubscriptionTrouble & { readonly since: Instant }) | undefined;
  return {
    note(met: SubscriptionTrouble | undefined) {
      if (met && met.kind !== trouble?.kind) log.warn(met, 'change notifications are not kept');
      if (!met && trouble) log.warn({}, 'change notifications are kept again');
      trouble = met && { ...met, since: trouble?.since ?? clock.now() };
    },
    findings: (): readonly Finding[] =>
      trouble ? [{ code: codeOf[trouble.kind], since: trouble.since, said: trouble.said }] : [],
  };
}

/** Keeps one subscription for each list, whoever made it, and removes what is left over. */
export function openSubscriptions(options: SubscriptionsOptions): Subscriptions {
  const { client, clock, log, lists, url, door } = options;
  const held = createHeldSubscriptions(clock);
  const keepOne = createKeepOne(options, held);
  const plan = openLookPlan(clock);
  const trouble = openTrouble(options);

  /** The first trouble met. What one list is denied, or the door does not answer, the others would meet too. */
  async function keepAll(
    kept: ReadonlyMap<string, Subscription>,
  ): Promise<SubscriptionTrouble | undefined> {
    let first: SubscriptionTrouble | undefined;
    for (const list of lists) {
      const asked = await keepOne(list, kept.get(list.resource) ?? held.recent(list));
      if (!('said' in asked)) continue;
      first ??= asked;
      if (asked.kind !== 'failing') break;
    }
    return first;
  }

  async function look(): Promise<SubscriptionTrouble | undefined> {
    const own = await readSubscriptions(client);
    if ('said' in own) return own;
    const present = own.filter(({ id }) => !held.gone.has(id));
    const resources = lists.map(({ resource }) => resource);
    const at = { url, address: door.address };
    const { kept, surplus } = chooseSubscriptions(present, resources, at, clock.now());
    const met = await keepAll(kept);
    for (const { id } of surplus) if (!held.find(id)) await endSubscription(client, id);
    held.forget(own);
    return met;
  }

  async function lookOnce(): Promise<SubscriptionTrouble | undefined> {
    try {
      return await look();
    } catch (fault) {
      if (isFailure(fault)) return { kind: 'failing', said: fault.message };
      throw fault;
    }
  }

  return {
    door,
    async round() {
      if (!plan.isDue()) return;
      plan.begin();
      let isWell = false;
      try {
        const met = await lookOnce();
        trouble.note(met);
        isWell = met === undefined;
      } finally {
        plan.end(isWell);
      }
    },
    take: takeNotifications({ held, door, clock, log, hurry: plan.hurry }),
    findings() {
      const wrong = trouble.findings();
      const count = held.all().length;
      if (wrong.length > 0 || count === 0) return wrong;
      return [{ code: 'subscriptions-kept', lists: count }];
    },
  };
}

/**
 * Removes whatever leads to the door, for an app that is not to be told any more. Where the app may not read
 * subscriptions, it has none that could be renewed: what is left ends by itself. Throws the four failures.
 */
export async function endSubscriptionsAt(
  client: KeepOptions['client'],
  url: string,
): Promise<void> {
  const own = await readSubscriptions(client);
  if ('said' in own) {
    if (own.kind === 'denied') return;
    throw new Failure('unavailable', own.said);
  }
  for (const { id, notificationUrl } of own) {
    if (leadsTo(url, notificationUrl)) await endSubscription(client, id);
  }
}
