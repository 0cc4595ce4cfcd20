import { z } from 'zod';
import type { Instant } from '../../domain/instant.js';
import { failureOf, type GraphAnswer, type GraphCall, saidOf } from '../answer.js';
import type { GraphClient } from '../client.js';

/** A subscription of this app, as Graph tells it. What it is secret by is not told again. */
export interface Subscription {
  readonly id: string;
  /** `sites/{id}/lists/{id}` */
  readonly resource: string;
  readonly notificationUrl: string;
  readonly lifecycleUrl: string | undefined;
  readonly expiresAt: Instant;
}

/** What is asked for. */
export interface SubscriptionWish {
  readonly resource: string;
  /** Where changes, and events of the subscription itself, are told. */
  readonly address: string;
  readonly clientState: string;
  readonly expiresAt: Instant;
}

/**
 * Why Graph does not do it. `denied`: the app may not; `unreached`: Graph asked the address whether it wants to be told,
 * and was not answered as it should be (it refuses with 400 then, as for a wish that is wrong in itself).
 */
export interface SubscriptionTrouble {
  readonly kind: 'denied' | 'unreached' | 'failing';
  /** Call, status and codes. */
  readonly said: string;
}

/** What came of asking. */
export type Asked =
  | { readonly kind: 'kept'; readonly subscription: Subscription }
  | { readonly kind: 'gone' }
  | SubscriptionTrouble;

/** Graph calls the address twice before it answers, and waits ten seconds each time. */
const askingMs = 40_000;
/** Far more than an app has. */
const mostPages = 50;

const subscriptionShape = z
  .object({
    id: z.string().min(1),
    resource: z.string(),
    notificationUrl: z.string(),
    lifecycleNotificationUrl: z.string().nullish(),
    expirationDateTime: z.string().refine((text) => !Number.isNaN(Date.parse(text))),
  })
  .transform(({ id, resource, notificationUrl, lifecycleNotificationUrl, expirationDateTime }) => ({
    id,
    resource,
    notificationUrl,
    lifecycleUrl: lifecycleNotificationUrl ?? undefined,
    expiresAt: Date.parse(expirationDateTime),
  }));
const pageShape = z.object({
  value: z.array(subscriptionShape),
  '@odata.nextLink': z.string().optional(),
});

const pathTo = (id: string): string => `/subscriptions/${encodeURIComponent(id)}`;
const iso = (at: Instant): string => new Date(at).toISOString();

function troubleIn(call: GraphCall, answer: GraphAnswer): SubscriptionTrouble {
  const said = saidOf(call, answer);
  if (answer.kind === 'unanswered') return { kind: 'failing', said };
  if (answer.status === 401 || answer.status === 403) return { kind: 'denied', said };
  return { kind: answer.status === 400 ? 'unreached' : 'failing', said };
}

async function ask(client: GraphClient, call: GraphCall): Promise<Asked> {
  const answer = await client.exchange({ ...call, timeoutMs: askingMs });
  if (answer.kind === 'answered' && answer.status < 300) {
    const read = subscriptionShape.safeParse(answer.body);
    if (read.success) return { kind: 'kept', subscription: read.data };
  }
  const isGone = answer.kind === 'answered' && answer.status === 404 && call.method === 'PATCH';
  return isGone ? { kind: 'gone' } : troubleIn(call, answer);
}

/** All subscriptions of this app, or why they cannot be read. */
export async function readSubscriptions(
  client: GraphClient,
): Promise<readonly Subscription[] | SubscriptionTrouble> {
  const found: Subscription[] = [];
  let path: string | undefined = '/subscriptions';
  for (let pages = 0; path !== undefined && pages < mostPages; pages += 1) {
    const call: GraphCall = { method: 'GET', path };
    const answer = await client.exchange(call);
    const page = pageShape.safeParse(answer.kind === 'answered' ? answer.body : undefined);
    if (!page.success) return troubleIn(call, answer);
    found.push(...page.data.value);
    const next = page.data['@odata.nextLink'];
    path = next === undefined ? undefined : client.pathOf(next);
  }
  return found;
}

/** Makes one. Lists only tell that they were `updated`, whatever happened in them. */
export function makeSubscription(client: GraphClient, wish: SubscriptionWish): Promise<Asked> {
  return ask(client, {
    method: 'POST',
    path: '/subscriptions',
    body: {
      changeType: 'updated',
      resource: wish.resource,
      notificationUrl: wish.address,
      lifecycleNotificationUrl: wish.address,
      clientState: wish.clientState,
      expirationDateTime: iso(wish.expiresAt),
    },
  });
}

/** Makes it last longer, which also authorises it again. */
export function renewSubscription(
  client: GraphClient,
  id: string,
  expiresAt: Instant,
): Promise<Asked> {
  const body = { expirationDateTime: iso(expiresAt) };
  return ask(client, { method: 'PATCH', path: pathTo(id), body });
}

/** Ends it; one that is gone already is ended too. Throws the four failures. */
export async function endSubscription(client: GraphClient, id: string): Promise<void> {
  const call = { method: 'DELETE', path: pathTo(id) } as const;
  const answer = await client.exchange(call);
  const isOver =
    answer.kind === 'answered' && (answer.status === 404 || Math.floor(answer.status / 100) === 2);
  if (!isOver) throw failureOf(call, answer);
}
