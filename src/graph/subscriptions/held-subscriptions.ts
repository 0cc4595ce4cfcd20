import type { Instant } from '../../domain/instant.js';
import type { Clock } from '../../usecases/ports.js';
import type { Subscription } from './subscription-calls.js';

/** A list of which Graph is to tell changes. */
export interface WatchedList {
  /** `sites/{id}/lists/{id}` */
  readonly resource: string;
  /** Graph told that it has changed: has it asked soon. */
  wake(): void;
  /** Has it asked once; never rejects. */
  catchUp(): Promise<unknown>;
}

/** A subscription as this process knows it. */
export interface HeldSubscription {
  readonly list: WatchedList;
  readonly subscription: Subscription;
  /** When this process made it; absent: another one did. */
  readonly madeAt?: Instant;
}

/** What is known of the subscriptions between looks at Graph. */
export interface HeldSubscriptions {
  hold(held: HeldSubscription): void;
  drop(list: WatchedList): void;
  all(): readonly HeldSubscription[];
  find(id: string): HeldSubscription | undefined;
  /** What this process made a moment ago, where Graph does not list it yet. */
  recent(list: WatchedList): Subscription | undefined;
  /** Gone by what Graph told, though it may list them for a while. */
  readonly gone: Set<string>;
  /** Graph asks for them to be authorised again. */
  readonly unauthorised: Set<string>;
  /** Forgets of those that are gone what Graph does not list any more. */
  forget(listed: readonly Subscription[]): void;
}

/** What was made may not be listed yet. */
const unlistedForMs = 15 * 60_000;

/** Opens an empty memory, of one subscription for each list. */
export function createHeldSubscriptions(clock: Clock): HeldSubscriptions {
  const byResource = new Map<string, HeldSubscription>();
  const gone = new Set<string>();
  const all = () => [...byResource.values()];
  return {
    hold: (held) => void byResource.set(held.list.resource, held),
    drop: ({ resource }) => void byResource.delete(resource),
    all,
    find: (id) => all().find(({ subscription }) => subscription.id === id),
    recent({ resource }) {
      const held = byResource.get(resource);
      const isRecent = held?.madeAt !== undefined && clock.now() - held.madeAt < unlistedForMs;
      return isRecent && !gone.has(held.subscription.id) ? held.subscription : undefined;
    },
    gone,
    unauthorised: new Set(),
    forget(listed) {
      for (const id of gone) if (!listed.some((each) => each.id === id)) gone.delete(id);
    },
  };
}
