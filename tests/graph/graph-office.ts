import { pino } from 'pino';
import { createGraphClient, type GraphClient } from '../../src/graph/client.js';
import {
  type ConnectedGraph,
  type ConnectGraphOptions,
  connectGraph,
} from '../../src/graph/connect-graph.js';
import { versionOf } from '../../src/graph/etag.js';
import { schemaMarks } from '../../src/graph/lists/schema-marks.js';
import { carryOutPlan, planProvisioning } from '../../src/graph/provisioning.js';
import { createTokenSource } from '../../src/identity/acquire-token.js';
import type { StandIn } from '../../src/local/compose.js';
import type { FaultRule } from '../../src/local/faults/fault-rules.js';
import { createRegister } from '../../src/register/register.js';
import type { Register, RegisterWriter } from '../../src/usecases/ports.js';
import { startTestStandIn, testSettings } from '../local/frame/test-stand-in.js';
import { createRawGraph, type RawGraph } from '../local/graph/raw-graph.js';
import { until } from '../support/local-office.js';

/** A logger that says nothing. */
export const silentLog = pino({ level: 'silent' });
const scope = 'https://graph.microsoft.com/.default';
const site = { hostname: testSettings.siteHostname, path: testSettings.sitePath };
const clock = { now: () => Date.now() };
/** Faults of one test are not to keep the next from Graph; tests of the breaker say when it opens. */
const neverInTests = 10_000;

/** A stand-in with provisioned lists, and the Graph adapter connected to it with real tokens. */
export interface GraphOffice {
  readonly standIn: StandIn;
  readonly raw: RawGraph;
  readonly client: GraphClient;
  readonly provisionClient: GraphClient;
  readonly graph: ConnectedGraph;
  readonly register: ReturnType<typeof createRegister>;
  /** `/sites/…/lists/…` of a list by its ASCII name. */
  listPath(name: string): Promise<string>;
  faults(...rules: readonly FaultRule[]): void;
  /** Deletes all items but the schema's version, faults and switches, so that the next test begins afresh. */
  clear(): Promise<void>;
  /** Connects once more, as another process. */
  connect(
    changes?: Partial<ConnectGraphOptions>,
  ): Promise<{ graph: ConnectedGraph; register: ReturnType<typeof createRegister> }>;
  close(): Promise<void>;
}

/** What provisioning of the test site is done with. */
export function provisioningOf(client: GraphClient) {
  return { client, site, app: { id: testSettings.appId, displayName: 'Mebuki' }, log: silentLog };
}

/** Brings the test site to what the product needs. */
export async function provisionWith(client: GraphClient): Promise<void> {
  const options = provisioningOf(client);
  const remaining = await carryOutPlan(options, await planProvisioning(options), () => {});
  if (remaining.length > 0) throw new Error(`not provisioned: ${JSON.stringify(remaining)}`);
}

/** A client with the identity of the app or of provisioning. */
export function clientOf(
  standIn: StandIn,
  identity: 'app' | 'provision',
  timeoutMs = 10_000,
): GraphClient {
  const tokens = createTokenSource({
    tenantId: testSettings.tenantId,
    clientId: identity === 'app' ? testSettings.appId : testSettings.provisionClientId,
    credential: {
      kind: 'secret',
      secret: identity === 'app' ? testSettings.appSecret : testSettings.provisionClientSecret,
    },
    loginOrigin: `${standIn.origin}/entra`,
  });
  return createGraphClient({
    baseUrl: `${standIn.origin}/graph`,
    token: (refused) => tokens(scope, refused),
    version: 'test',
    log: silentLog,
    clock,
    timeoutMs,
    retry: { firstPauseMs: 10 },
    breaker: { mostFailures: neverInTests },
  });
}

/** Starts the stand-in and, unless told otherwise, provisions it. */
export async function openGraphOffice(
  options: {
    profile?: 'gentle' | 'pessimistic';
    switches?: Record<string, unknown>;
    timeoutMs?: number;
    provisioned?: boolean;
  } = {},
): Promise<GraphOffice> {
  const { profile = 'gentle', timeoutMs = 10_000 } = options;
  const standIn = await startTestStandIn();
  standIn.deps.profile.set('gentle', { deltaLagMs: [0, 0] });
  const provisionClient = clientOf(standIn, 'provision');
  if (options.provisioned !== false) await provisionWith(provisionClient);
  const client = clientOf(standIn, 'app', timeoutMs);

  async function connect(changes: Partial<ConnectGraphOptions> = {}) {
    const register = createRegister({ versionOf });
    // The register fits the ports, without knowing them.
    const fits: Register & RegisterWriter = register;
    const tokens = createTokenSource({
      tenantId: testSettings.tenantId,
      clientId: testSettings.appId,
      credential: { kind: 'secret', secret: testSettings.appSecret },
      loginOrigin: `${standIn.origin}/entra`,
    });
    // Calls may have little time here, for the sake of those that are held; connecting is not what is tried.
    const connecting = () =>
      connectGraph({
        baseUrl: `${standIn.origin}/graph`,
        token: (refused) => tokens(scope, refused),
        version: 'test',
        log: silentLog,
        timeoutMs,
        retry: { firstPauseMs: 10 },
        breaker: { mostFailures: neverInTests },
        site,
        clock,
        take: register.changes,
        held: register.heldOf,
        isActive: () => true,
        ...changes,
      });
    const graph = await until('connecting', connecting);
    return { graph, register, fits };
  }

  const raw = await createRawGraph(standIn);
  const { graph, register } = await connect();
  const unknown = standIn.deps.profile.set(profile, {
    ...(profile === 'gentle' && { deltaLagMs: [0, 0] }),
    ...options.switches,
  });
  if (unknown.length > 0) throw new Error(`unknown switches ${unknown.join()}`);
  const asAdmin = { token: raw.provision };

  async function listPaths(): Promise<readonly string[]> {
    const lists = await raw.send('GET', `${raw.site}/lists`, asAdmin);
    return lists.body.value
      .filter(({ name }) => name.startsWith('Mebuki') && name !== schemaMarks.name)
      .map(({ id }) => `${raw.site}/lists/${id}`);
  }

  async function clearList(path: string): Promise<void> {
    const items = await raw.send('GET', `${path}/items?$top=5000`, asAdmin);
    for (const { id } of items.body.value) await raw.send('DELETE', `${path}/items/${id}`, asAdmin);
  }

  return {
    standIn,
    raw,
    client,
    provisionClient,
    graph,
    register,
    connect,
    async listPath(name) {
      const lists = await raw.send('GET', `${raw.site}/lists`, { token: raw.provision });
      const list = lists.body.value.find((each) => each.name === name);
      return `${raw.site}/lists/${list?.id}`;
    },
    faults: (...rules) => standIn.deps.faults.replace(rules),
    async clear() {
      standIn.deps.faults.replace([]);
      standIn.deps.faults.releaseAll();
      standIn.deps.profile.set('gentle', { deltaLagMs: [0, 0], unitsPerMinute: 100_000 });
      for (const path of await listPaths()) await clearList(path);
    },
    close: () => standIn.close(),
  };
}
