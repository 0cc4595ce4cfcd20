import type { LocalDeps } from '../../deps.js';
import type { StoredSubscription, SubscriptionStore } from './subscription-store.js';

/** Lifecycle events; the last two are documented for other resources than lists. */
export type LifecycleEvent = 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed';

/** Tells subscribers of changes. */
export interface ChangeNotices {
  /** A list has changed: all its subscriptions are told soon, several changes at once. */
  changed(listId: string): void;
  /** Tells a lifecycle event to the address a subscription has for them. */
  lifecycle(subscription: StoredSubscription, event: LifecycleEvent): void;
  stop(): void;
}

const longestPauseMs = 30 * 60_000;
const givenUpAfterMs = 4 * 3_600_000;

function commonMembers(subscription: StoredSubscription, tenantId: string) {
  const { id, expiresAt, clientState } = subscription;
  return {
    subscriptionId: id,
    subscriptionExpirationDateTime: new Date(expiresAt).toISOString(),
    ...(clientState === undefined ? {} : { clientState }),
    tenantId,
  };
}

/** Opens the way to the subscribers; refused or slow deliveries are tried again for 4 hours. */
export function createChangeNotices(deps: LocalDeps, store: SubscriptionStore): ChangeNotices {
  const { profile, random, clock, settings } = deps;
  const closing = new AbortController();
  const timers = new Set<NodeJS.Timeout>();
  const waiting = new Set<string>();
  const later = (ms: number, act: () => void) => {
    if (closing.signal.aborted) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, ms);
    timer.unref();
    timers.add(timer);
  };
  const isTaken = async (url: string, entry: object): Promise<boolean> => {
    const patience = AbortSignal.timeout(profile.current().notificationAnswerMs);
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json; charset=utf-8' },
        body: JSON.stringify({ value: [entry] }),
        redirect: 'manual',
        signal: AbortSignal.any([patience, closing.signal]),
      });
      await answer.body?.cancel();
      return answer.ok;
    } catch {
      return false;
    }
  };
  const send = async (url: string, entry: object, startedAt: number, attempt: number) => {
    if (await isTaken(url, entry)) return;
    if (clock.real() - startedAt >= givenUpAfterMs) return;
    const pause = profile.current().notificationRetryMs * 2 ** attempt;
    later(Math.min(pause, longestPauseMs), () => void send(url, entry, startedAt, attempt + 1));
  };
  const tellChange = (id: string) => {
    waiting.delete(id);
    const subscription = store.all().find((one) => one.id === id);
    if (subscription === undefined || subscription.isPaused === true) return;
    // Documented: what a slow subscriber was not told is not told later either.
    if (random.chance(profile.current().notificationLossChance)) return;
    const entry = {
      ...commonMembers(subscription, settings.tenantId),
      changeType: 'updated',
      resource: subscription.resource,
      resourceData: { '@odata.type': '#Microsoft.Graph.ListItem' },
    };
    void send(subscription.notificationUrl, entry, clock.real(), 0);
    if (random.chance(profile.current().notificationRepeatChance)) {
      void send(subscription.notificationUrl, entry, clock.real(), 0);
    }
  };
  return {
    changed(listId) {
      for (const { id } of store.all().filter((one) => one.listId === listId)) {
        if (waiting.has(id)) continue;
        waiting.add(id);
        const [least, most] = profile.current().notificationDelayMs;
        later(random.int(least, most), () => tellChange(id));
      }
    },
    lifecycle(subscription, lifecycleEvent) {
      const { lifecycleNotificationUrl: url } = subscription;
      if (url === undefined) return;
      const entry = { ...commonMembers(subscription, settings.tenantId), lifecycleEvent };
      void send(url, entry, clock.real(), 0);
    },
    stop() {
      closing.abort();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
