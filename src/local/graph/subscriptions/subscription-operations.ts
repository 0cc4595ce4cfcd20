import { requireAccess } from '../access.js';
import { malformedRequest } from '../errors.js';
import type { Caller, GraphCall, GraphReply } from '../graph-call.js';
import type { GraphContext } from '../graph-context.js';
import { GraphFault } from '../graph-fault.js';
import { shakeHands } from './handshake.js';
import { readExpiration, readSubscription, type SubscriptionWish } from './read-subscription.js';
import type { StoredSubscription } from './subscription-store.js';

/** A refusal of the list service, handed on as recorded. */
const extensionError = (status: number, name: string, reason: string) =>
  new GraphFault(
    status,
    'ExtensionError',
    `Operation: Create; Exception: [Status Code: ${name}; Reason: ${reason}]`,
  );

function presentSubscription(subscription: StoredSubscription): Record<string, unknown> {
  const { id, resource, appId, clientState, notificationUrl, lifecycleNotificationUrl } =
    subscription;
  return {
    id,
    resource,
    applicationId: appId,
    changeType: 'updated',
    clientState: clientState ?? null,
    notificationUrl,
    notificationQueryOptions: null,
    lifecycleNotificationUrl: lifecycleNotificationUrl ?? null,
    expirationDateTime: new Date(subscription.expiresAt).toISOString(),
    creatorId: appId,
    includeResourceData: null,
    latestSupportedTlsVersion: 'v1_2',
    encryptionCertificate: null,
    encryptionCertificateId: null,
    notificationContentType: null,
  };
}

const entity = (call: GraphCall, subscription: StoredSubscription) => ({
  '@odata.context': `${call.base}/$metadata#subscriptions/$entity`,
  ...presentSubscription(subscription),
});

/** The list to be watched; the role that is documented, or a grant where the profile lets it do. */
function findList({ deps, store }: GraphContext, caller: Caller, wish: SubscriptionWish): string {
  const site = store.sites.byId(wish.site.toLowerCase());
  const list = site === undefined ? undefined : store.lists.find(site.id, wish.list);
  if (site === undefined || list === undefined) {
    throw extensionError(404, 'NotFound', 'Not Found');
  }
  const grants = deps.profile.current().subscriptionsByGrant ? store.grants.of(site.id) : [];
  try {
    requireAccess(caller, grants, 'write');
  } catch (error) {
    if (!(error instanceof GraphFault)) throw error;
    throw extensionError(403, 'Forbidden', 'Access denied');
  }
  return list.id;
}

async function validate(context: GraphContext, addresses: readonly (string | undefined)[]) {
  for (const address of addresses) {
    if (address !== undefined) await shakeHands(context.deps, address);
  }
}

async function createSubscription(context: GraphContext, call: GraphCall): Promise<GraphReply> {
  const { deps, subscriptions } = context;
  const wish = readSubscription(call.body(), deps.clock.now());
  const listId = findList(context, call.caller, wish);
  const { resource, notificationUrl, lifecycleNotificationUrl, clientState, expiresAt } = wish;
  await validate(context, [notificationUrl, lifecycleNotificationUrl]);
  const subscription: StoredSubscription = {
    id: deps.random.guid(),
    appId: call.caller.appId,
    resource,
    listId,
    notificationUrl,
    ...(lifecycleNotificationUrl === undefined ? {} : { lifecycleNotificationUrl }),
    ...(clientState === undefined ? {} : { clientState }),
    expiresAt,
  };
  subscriptions.put(subscription);
  return { status: 201, body: entity(call, subscription) };
}

function ownSubscriptions({ subscriptions }: GraphContext, call: GraphCall): StoredSubscription[] {
  return subscriptions.all().filter((one) => one.appId === call.caller.appId);
}

function findOwn(context: GraphContext, call: GraphCall): StoredSubscription {
  const id = call.params['subscription'];
  const found = ownSubscriptions(context, call).find((one) => one.id === id);
  if (found === undefined) {
    throw new GraphFault(404, 'ResourceNotFound', 'The object was not found.');
  }
  return found;
}

function listSubscriptions(context: GraphContext, call: GraphCall): GraphReply {
  // Documented: a listing tells no secrets.
  const value = ownSubscriptions(context, call).map((one) => ({
    ...presentSubscription(one),
    clientState: null,
  }));
  const odataContext = `${call.base}/$metadata#subscriptions`;
  return { status: 200, body: { '@odata.context': odataContext, value } };
}

function authorised(subscription: StoredSubscription, expiresAt: number): StoredSubscription {
  const { isPaused: _over, ...rest } = subscription;
  return { ...rest, expiresAt };
}

async function renew(context: GraphContext, call: GraphCall): Promise<GraphReply> {
  const subscription = findOwn(context, call);
  const { expirationDateTime, ...others } = call.body();
  if (Object.keys(others).length > 0) throw malformedRequest();
  const expiresAt = readExpiration(expirationDateTime, context.deps.clock.now());
  // Recorded: a renewal is validated like a creation.
  await validate(context, [subscription.notificationUrl, subscription.lifecycleNotificationUrl]);
  const renewed = authorised(subscription, expiresAt);
  context.subscriptions.put(renewed);
  return { status: 200, body: entity(call, renewed) };
}

async function reauthorize(context: GraphContext, call: GraphCall): Promise<GraphReply> {
  const subscription = findOwn(context, call);
  await validate(context, [subscription.notificationUrl, subscription.lifecycleNotificationUrl]);
  context.subscriptions.put(authorised(subscription, subscription.expiresAt));
  return { status: 204 };
}

/** Change notifications of lists (facts: graph-sharepoint.md §7). */
export function addSubscriptions(context: GraphContext): void {
  const one = '/subscriptions/:subscription';
  const add = (
    method: string,
    pattern: string,
    run: (context: GraphContext, call: GraphCall) => GraphReply | Promise<GraphReply>,
  ) =>
    context.add(method, pattern, {
      name: `${method} ${pattern.split('/').length > 2 ? 'subscription' : 'subscriptions'}`,
      units: undefined,
      options: [],
      run: (call) => run(context, call),
    });
  add('POST', '/subscriptions', createSubscription);
  add('GET', '/subscriptions', listSubscriptions);
  add('GET', one, (inner, call) => ({ status: 200, body: entity(call, findOwn(inner, call)) }));
  add('PATCH', one, renew);
  add('DELETE', one, (inner, call) => {
    inner.subscriptions.remove(findOwn(inner, call).id);
    return { status: 204 };
  });
  add('POST', `${one}/reauthorize`, reauthorize);
}
