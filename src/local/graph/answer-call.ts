import type { createRouteTable } from '../http.js';
import { resolveDriveAddress } from './drive/drive-address.js';
import { itemNotFound, methodNotAllowed, notSupported, unknownSegment } from './errors.js';
import type { Caller, GraphCall, GraphOperation, GraphReply } from './graph-call.js';
import type { GraphContext } from './graph-context.js';
import { GraphFault } from './graph-fault.js';
import { presentFault, type TraceIds } from './present-fault.js';
import { readBody, readBytes, type SentBody } from './read-body.js';
import { readOptions } from './read-options.js';
import type { ResourceUnits } from './resource-units.js';
import { resolveSiteAddress } from './site-address.js';
import { isDocumentedElsewhere } from './unsupported-segments.js';

/** A call before its address is understood: from the wire, or a member of a batch. */
export interface IncomingCall {
  method: string;
  /** Path below the version, percent-encoded, with query. */
  target: string;
  headers: Record<string, string>;
  body: SentBody;
  caller: Caller;
  base: string;
}

/** The operations by method and path. */
export type GraphRoutes = ReturnType<typeof createRouteTable<GraphOperation>>;

function refuseUnknown(path: string): GraphFault {
  if (isDocumentedElsewhere(path)) return notSupported();
  return path.startsWith('/sites/') ? itemNotFound() : unknownSegment(path.slice(1));
}

function find(routes: GraphRoutes, method: string, path: string) {
  const found = routes.find(method, path);
  if (found.kind === 'found') return found;
  if (found.kind === 'other-methods') throw methodNotAllowed(found.allow);
  throw refuseUnknown(path);
}

async function carryOut(
  context: GraphContext,
  routes: GraphRoutes,
  units: ResourceUnits,
  incoming: IncomingCall,
): Promise<GraphReply> {
  const { store, deps } = context;
  const url = new URL(`http://graph${incoming.target}`);
  const ofSite = resolveSiteAddress(store, deps.settings.siteHostname, url.pathname);
  const path = resolveDriveAddress(store, ofSite);
  const { handler: operation, params } = find(routes, incoming.method, path);
  const { method, headers, caller, base } = incoming;
  const named = new Map(url.searchParams);
  const call: GraphCall = {
    method,
    path,
    params,
    options: named,
    headers,
    body: () => readBody(headers['content-type'], incoming.body),
    bytes: () => readBytes(incoming.body),
    caller,
    base,
  };
  const cost = typeof operation.units === 'function' ? operation.units(call) : operation.units;
  deps.usage.count(operation.name, cost ?? 0);
  const rate = cost === undefined ? {} : units.charge(caller.appId, cost);
  const options = readOptions(url.searchParams, operation.options);
  const reply = await operation.run({ ...call, options });
  return { ...reply, headers: { ...rate, ...reply.headers } };
}

/** Answers one call, refusals included. */
export async function answerCall(
  context: GraphContext,
  routes: GraphRoutes,
  units: ResourceUnits,
  incoming: IncomingCall,
  ids: TraceIds,
): Promise<GraphReply> {
  try {
    return await carryOut(context, routes, units, incoming);
  } catch (error) {
    if (error instanceof GraphFault) return presentFault(error, ids, context.deps.clock.real());
    throw error;
  }
}
