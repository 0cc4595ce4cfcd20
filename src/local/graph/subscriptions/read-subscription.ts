import { invalidRequest, malformedRequest, notSupported } from '../errors.js';
import { GraphFault } from '../graph-fault.js';

/** Longest life of a subscription to a list. */
const longestLifeMinutes = 42_300;
/** A shorter one is made this long without a word. */
const shortestLifeMinutes = 45;
const longestClientState = 128;

/** A body that asks for a subscription, checked as far as it can be alone. */
export interface SubscriptionWish {
  site: string;
  list: string;
  resource: string;
  notificationUrl: string;
  lifecycleNotificationUrl: string | undefined;
  clientState: string | undefined;
  expiresAt: number;
}

const members = [
  '@odata.type',
  'changeType',
  'notificationUrl',
  'lifecycleNotificationUrl',
  'resource',
  'expirationDateTime',
  'clientState',
  'latestSupportedTlsVersion',
];

function readResource(value: unknown): Pick<SubscriptionWish, 'site' | 'list' | 'resource'> {
  if (typeof value !== 'string') throw malformedRequest();
  if (/^[a-z]+:/i.test(value)) {
    throw new GraphFault(400, 'BadRequest', 'The resource of a subscription must be relative.');
  }
  const resource = value.replace(/^\//, '');
  const [, site, list] = /^sites\/([^/]+)\/lists\/([^/]+)$/.exec(resource) ?? [];
  if (site === undefined || list === undefined) throw notSupported();
  return { site, list, resource };
}

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

function readAddress(value: unknown): string {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  const isHere = url?.protocol === 'http:' && loopback.includes(url.hostname);
  // Only here: a plain address of this machine, where the real service insists on https.
  if (url === undefined || (url.protocol !== 'https:' && !isHere)) {
    throw invalidRequest('The notification URL must be a valid https address.');
  }
  return url.href;
}

/** When a subscription is to end: 45 to 42,300 minutes from now, and not over already. */
export function readExpiration(value: unknown, now: number): number {
  const isInstant = typeof value === 'string' && /(Z|[+-]\d\d:\d\d)$/.test(value);
  const at = isInstant ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw malformedRequest();
  if (at <= now) throw invalidRequest('Subscription expiration must be in the future.');
  if (at > now + longestLifeMinutes * 60_000) {
    throw invalidRequest(
      `Subscription expiration can only be ${longestLifeMinutes} minutes in the future.`,
    );
  }
  return Math.max(at, now + shortestLifeMinutes * 60_000);
}

function readClientState(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const isText = typeof value === 'string' && value.length <= longestClientState;
  if (!isText) throw invalidRequest("The 'clientState' is longer than 128 characters.");
  return value;
}

/** Reads the body of `POST /subscriptions`; refuses what lists do not take. */
export function readSubscription(body: Record<string, unknown>, now: number): SubscriptionWish {
  if (Object.keys(body).some((name) => !members.includes(name))) throw malformedRequest();
  if (body['changeType'] !== 'updated') throw invalidRequest("Invalid 'changeType' attribute.");
  const lifecycle = body['lifecycleNotificationUrl'];
  return {
    ...readResource(body['resource']),
    notificationUrl: readAddress(body['notificationUrl']),
    lifecycleNotificationUrl: lifecycle === undefined ? undefined : readAddress(lifecycle),
    clientState: readClientState(body['clientState']),
    expiresAt: readExpiration(body['expirationDateTime'], now),
  };
}
