import type { LocalDeps } from '../../deps.js';

/** A wish to be told of changes of a list. */
export interface StoredSubscription {
  id: string;
  appId: string;
  /** As given, without a leading slash. */
  resource: string;
  listId: string;
  notificationUrl: string;
  lifecycleNotificationUrl?: string;
  clientState?: string;
  /** Controllable time, ms. */
  expiresAt: number;
  /** Nothing is told until it is authorised again. */
  isPaused?: true;
}

/** The subscriptions that have not run out, kept over restarts. */
export interface SubscriptionStore {
  all(): StoredSubscription[];
  put(subscription: StoredSubscription): void;
  remove(id: string): void;
}

/** Opens the record; what has run out is dropped when it is looked at. */
export function openSubscriptionStore({ state, clock }: LocalDeps): SubscriptionStore {
  const kept = state.collection<StoredSubscription>('graph-subscriptions');
  return {
    all() {
      for (const { id, expiresAt } of kept.values()) if (expiresAt <= clock.now()) kept.delete(id);
      return kept.values();
    },
    put: (subscription) => kept.set(subscription.id, subscription),
    remove: (id) => void kept.delete(id),
  };
}
