import type { Instant } from '../../domain/instant.js';
import { leadsTo } from './notification-door.js';
import type { Subscription } from './subscription-calls.js';

const listIdIn = (resource: string): string | undefined =>
  /\/lists\/([^/]+)$/i.exec(resource)?.[1]?.toLowerCase();

/** Whether two resources are the same list, however its site is spelt. */
export function isSameList(one: string, other: string): boolean {
  const id = listIdIn(one);
  return id !== undefined && id === listIdIn(other);
}

/** What is there already, sorted. */
export interface ChosenSubscriptions {
  /** The one that is kept for each resource. */
  readonly kept: ReadonlyMap<string, Subscription>;
  /** What leads to the door and serves nothing: second ones, of lists that are not wanted, of an earlier key. */
  readonly surplus: readonly Subscription[];
}

/** The one that lasts longest; where several do, every process has to choose the same. */
function lastingMost(found: readonly Subscription[]): Subscription | undefined {
  const order = (one: Subscription, other: Subscription): number =>
    other.expiresAt - one.expiresAt || (one.id < other.id ? -1 : 1);
  return found.toSorted(order)[0];
}

/** Chooses from the app's subscriptions. What leads elsewhere, such as to another installation, is left alone. */
export function chooseSubscriptions(
  own: readonly Subscription[],
  resources: readonly string[],
  door: { readonly url: string; readonly address: string },
  now: Instant,
): ChosenSubscriptions {
  const here = own.filter(({ notificationUrl }) => leadsTo(door.url, notificationUrl));
  const serves = (each: Subscription): boolean =>
    each.notificationUrl === door.address &&
    (each.lifecycleUrl ?? door.address) === door.address &&
    each.expiresAt > now;
  const kept = new Map<string, Subscription>();
  for (const resource of resources) {
    const found = here.filter((each) => serves(each) && isSameList(each.resource, resource));
    const best = lastingMost(found);
    if (best) kept.set(resource, best);
  }
  const ids = new Set([...kept.values()].map(({ id }) => id));
  return { kept, surplus: here.filter(({ id }) => !ids.has(id)) };
}
