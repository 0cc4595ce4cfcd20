import type { LocalDeps } from '../deps.js';
import { createRouteTable, type LocalRequest, type Router } from '../http.js';
import { answerCall, type GraphRoutes } from './answer-call.js';
import { addAppCatalogue } from './app-catalogue.js';
import { startBackgroundWriter } from './background-writer.js';
import { readBatch, runBatch } from './batch.js';
import { checkBearer } from './bearer.js';
import { addColumnOperations } from './column-operations.js';
import { addDelta } from './delta.js';
import { addUploads } from './drive/create-upload.js';
import { addDrives } from './drive/drive-operations.js';
import { openFiles } from './drive/files.js';
import { mountFiles } from './drive/mount-files.js';
import { addDriveWrites } from './drive/write-operations.js';
import { invalidVersion, methodNotAllowed } from './errors.js';
import type { Caller, GraphOperation, GraphReply } from './graph-call.js';
import type { GraphContext } from './graph-context.js';
import { mountGraphControl } from './graph-control.js';
import { GraphFault } from './graph-fault.js';
import { openGraphStore } from './graph-store.js';
import { addItemOperations } from './item-operations.js';
import { addListOperations } from './list-operations.js';
import { addPermissions } from './permissions.js';
import { presentFault, type TraceIds } from './present-fault.js';
import { addQueryItems } from './query-items.js';
import { readBody } from './read-body.js';
import { createResourceUnits, type ResourceUnits } from './resource-units.js';
import { addSites } from './sites.js';
import { createChangeNotices } from './subscriptions/change-notices.js';
import { addSubscriptions } from './subscriptions/subscription-operations.js';
import { openSubscriptionStore } from './subscriptions/subscription-store.js';
import { addActivityNotifications } from './teamwork/activity-notifications.js';
import { addInstalledApps } from './teamwork/installed-apps.js';
import { addUsers } from './users.js';
import { addVersions } from './versions.js';
import { wireReply } from './wire-reply.js';

const prefix = '/graph/v1.0';

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

async function answerBatch(
  { context, routes, units }: Service,
  req: LocalRequest,
  caller: Caller,
  base: string,
): Promise<GraphReply> {
  if (req.method !== 'POST') throw methodNotAllowed(['POST']);
  const { random, faults, profile } = context.deps;
  const body = readBody(req.headers['content-type'], { bytes: req.rawBody });
  const responses = await runBatch(readBatch(body), (member) => {
    const requestId = random.guid();
    const ids = { requestId, clientRequestId: requestId };
    const { method, headers, url } = member;
    const incoming = { method, headers, target: url, caller, base };
    const sent = { ...incoming, body: { value: member.body } };
    return faults.ofMember(method, url, () => answerCall(context, routes, units, sent, ids));
  });
  const isShuffled = random.chance(profile.current().batchShuffleChance);
  return { status: 200, body: { responses: isShuffled ? responses.reverse() : responses } };
}

async function answer(service: Service, req: LocalRequest, ids: TraceIds): Promise<GraphReply> {
  const { context, routes, units } = service;
  const [, , version = ''] = req.path.split('/');
  if (version !== 'v1.0') throw invalidVersion(version);
  const { entra, directory } = context.deps;
  const caller = await checkBearer(entra, directory, req.headers.authorization);
  const base = `${req.origin}${prefix}`;
  const path = req.path.slice(prefix.length);
  if (path === '/$batch' || path === '/%24batch') return answerBatch(service, req, caller, base);
  const incoming = {
    method: req.method,
    target: `${path}${req.url.search}`,
    headers: plainHeaders(req),
    body: { bytes: req.rawBody },
    caller,
    base,
  };
  return answerCall(context, routes, units, incoming, ids);
}

function createService(deps: LocalDeps): Service {
  const routes = createRouteTable<GraphOperation>();
  const units = createResourceUnits(deps);
  const store = openGraphStore(deps);
  const subscriptions = openSubscriptionStore(deps);
  const notices = createChangeNotices(deps, subscriptions);
  store.whenChanged(notices.changed);
  const context: GraphContext = {
    deps,
    store,
    subscriptions,
    notices,
    files: openFiles(deps),
    add: routes.on,
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
    addDrives,
    addDriveWrites,
    addUploads,
    addSubscriptions,
    addInstalledApps,
    addActivityNotifications,
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
  mountFiles(router, service.context);
  mountGraphControl(router, service.context);
  const stopWriter = startBackgroundWriter(service.context);
  return () => {
    stopWriter();
    service.context.notices.stop();
  };
}
