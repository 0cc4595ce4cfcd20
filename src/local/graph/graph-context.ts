import type { LocalDeps } from '../deps.js';
import { type AccessLevel, requireAccess } from './access.js';
import type { Files } from './drive/files.js';
import { itemNotFound, siteNotFound } from './errors.js';
import type { GraphCall, GraphOperation, GraphReply } from './graph-call.js';
import type { GraphStore } from './graph-store.js';
import type { ItemStore } from './item-store.js';
import type { ItemPlace } from './present-item.js';
import type { StoredAuthor, StoredItem, StoredSite } from './stored-types.js';
import type { ChangeNotices } from './subscriptions/change-notices.js';
import type { SubscriptionStore } from './subscriptions/subscription-store.js';

/** What the operations are built from. */
export interface GraphContext {
  deps: LocalDeps;
  store: GraphStore;
  files: Files;
  subscriptions: SubscriptionStore;
  notices: ChangeNotices;
  /** Adds an operation under `/v1.0`. */
  add(method: string, pattern: string, operation: GraphOperation): void;
}

/** Adds operations to a context, one a line: address, name and units of its cost, options it knows, what it does. */
export function operationAdder(context: GraphContext) {
  return (
    method: string,
    pattern: string,
    name: string,
    units: number,
    options: readonly string[],
    run: (context: GraphContext, call: GraphCall) => GraphReply | Promise<GraphReply>,
  ): void =>
    context.add(method, pattern, { name, units, options, run: (call) => run(context, call) });
}

/** The site of a call; 404 when there is none, 403 below the needed level. */
export function openSite(
  { store }: GraphContext,
  call: GraphCall,
  needed: AccessLevel,
): StoredSite {
  const site = store.sites.byId((call.params['site'] ?? '').toLowerCase());
  if (site === undefined) throw siteNotFound();
  requireAccess(call.caller, store.grants.of(site.id), needed);
  return site;
}

/** The list of a call and where it is. */
export function openList(
  context: GraphContext,
  call: GraphCall,
  needed: AccessLevel,
): ItemPlace & { items: ItemStore } {
  const site = openSite(context, call, needed);
  const list = context.store.lists.find(site.id, call.params['list'] ?? '');
  if (list === undefined) throw itemNotFound('List not found');
  return { base: call.base, site, list, items: context.store.items(list) };
}

/** The item of a call and where it is. */
export function openItem(
  context: GraphContext,
  call: GraphCall,
  needed: AccessLevel,
): ItemPlace & { items: ItemStore; item: StoredItem } {
  const place = openList(context, call, needed);
  const item = place.items.get(call.params['item'] ?? '');
  if (item === undefined) throw itemNotFound('The specified list item was not found');
  return { ...place, item };
}

/** The caller as the author of what it writes. */
export function authorOf(call: GraphCall): StoredAuthor {
  const { appId, displayName, person } = call.caller;
  return { appId, displayName, ...(person && { person }) };
}
