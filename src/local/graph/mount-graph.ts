import type { LocalDeps } from '../deps.js';
import { createRouteTable, type LocalRequest, type Reply, type Router } from '../http.js';
import { answerCall, type GraphRoutes, presentFault, type TraceIds } from './answer-call.js';
import { addAppCatalogue } from './app-catalogue.js';
import { startBackgroundWriter } from './background-writer.js';
import { readBatch, runBatch } from './batch.js';
import { checkBearer } from './bearer.js';
import { addColumnOperations } from './column-operations.js';
import { addDelta } from './delta.js';
import { invalidVersion, methodNotAllowed } from './errors.js';
import type { Caller, GraphOperation, GraphReply } from './graph-call.js';
import type { GraphContext } from './graph-context.js';
import { mountGraphControl } from './graph-control.js';
import { GraphFault } from './graph-fault.js';
import { openGraphStore } from './graph-store.js';
import { addItemOperations } from './item-operations.js';
import { addListOperations } from './list-operations.js';
import { addPermissions } from './permissions.js';
import { addQueryItems } from './query-items.js';
import { readBody } from './read-body.js';
import { createResourceUnits, type ResourceUnits } from './resource-units.js';
import { addSites } from './sites.js';
import { addUsers } from './users.js';
import { addVersions } from './versions.js';

const prefix = '/graph/v1.0';
const jsonType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

function wireReply(reply: GraphReply, ids: TraceIds): Reply {
  const headers = {
    'Cache-Control': 'no-store, no-cache',
    'Strict-Transport-Security': 'max-age=31536000',
    'request-id': ids.requestId,
    'client-request-id': ids.clientRequestId,
    'x-ms-ags-diagnostic':
      '{"ServerInfo":{"DataCenter":"Japan East","Slice":"E","Ring":"4","ScaleUnit":"003","RoleInstance":"TY1PEPF00000001"}}',
    ...(reply.body === undefined ? {} : { 'Content-Type': jsonType }),
    ...reply.headers,
  };
  return {
    status: reply.status,
    headers,
    ...(reply.body === undefined ? {} : { body: reply.body }),
  };
}

function plainHeaders(req: LocalRequest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(req.headers).map(([name, value]) => [name, String(value ?? '')]),
  );
}

interface Service {
  context: GraphContext;
  routes: GraphRoutes;
  units: ResourceUnits;
}

function answerBatch(
  { context, routes, units }: Service,
  req: LocalRequest,
  caller: Caller,
  base: string,
): GraphReply {
  if (req.method !== 'POST') throw methodNotAllowed(['POST']);
  const body = readBody(req.headers['content-type'], { text: req.rawBody.toString('utf8') });
  const answer = runBatch(readBatch(body), (member) => {
    const requestId = context.deps.random.guid();
    const ids = { requestId, clientRequestId: requestId };
    const { method, headers, url } = member;
    const incoming = { method, headers, target: url, caller, base };
    return answerCall(context, routes, units, { ...incoming, body: { value: member.body } }, ids);
  });
  return { status: 200, body: answer };
}

async function answer(service: Service, req: LocalRequest, ids: TraceIds): Promise<GraphReply> {
  const { context, routes, units } = service;
  const [, , version = ''] = req.path.split('/');
  if (version !== 'v1.0') throw invalidVersion(version);
  const caller = await checkBearer(context.deps.entra, req.headers.authorization);
  const base = `${req.origin}${prefix}`;
  const path = req.path.slice(prefix.length);
  if (path === '/$batch' || path === '/%24batch') return answerBatch(service, req, caller, base);
  const incoming = {
    method: req.method,
    target: `${path}${req.url.search}`,
    headers: plainHeaders(req),
    body: { text: req.rawBody.toString('utf8') },
    caller,
    base,
  };
  return answerCall(context, routes, units, incoming, ids);
}

function createService(deps: LocalDeps): Service {
  const routes = createRouteTable<GraphOperation>();
  const units = createResourceUnits(deps);
  const context: GraphContext = {
    deps,
    store: openGraphStore(deps),
    add: routes.on,
    retryAfter: () => (deps.profile.current().retryAfter ? 10 : undefined),
  };
  for (const add of [
    addSites,
    addListOperations,
    addColumnOperations,
    addDelta,
    addQueryItems,
    addItemOperations,
    addVersions,
    addPermissions,
    addUsers,
    addAppCatalogue,
  ]) {
    add(context);
  }
  return { context, routes, units };
}

/** Mounts Microsoft Graph v1.0 under /graph. */
export function mountGraph(router: Router, deps: LocalDeps): () => void {
  const service = createService(deps);
  router.fallback('/graph', async (req) => {
    const requestId = deps.random.guid();
    const given = req.headers['client-request-id'];
    const ids = { requestId, clientRequestId: typeof given === 'string' ? given : requestId };
    try {
      return wireReply(await answer(service, req, ids), ids);
    } catch (error) {
      if (!(error instanceof GraphFault)) throw error;
      return wireReply(presentFault(error, ids, deps.clock.real()), ids);
    }
  });
  mountGraphControl(router, service.context);
  return startBackgroundWriter(service.context);
}
