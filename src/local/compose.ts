import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInboundTokens } from './botframework/inbound-tokens.js';
import { mountBotframework } from './botframework/mount-botframework.js';
import { createClock } from './clock.js';
import { openDeliveries } from './control/deliveries.js';
import { mountControl } from './control/mount-control.js';
import { createUsage } from './control/usage.js';
import type { LocalDeps, MountFamily } from './deps.js';
import { createDeviceCodes } from './entra/device-codes.js';
import { createEntraTokens } from './entra/entra-tokens.js';
import { mountEntra } from './entra/mount-entra.js';
import type { MakeKey } from './entra/signing-keys.js';
import { createFaults } from './faults/faults.js';
import { mountGraph } from './graph/mount-graph.js';
import { createRouter, dispatch } from './http.js';
import { createInstallDoor } from './install-door.js';
import { createLog, type Log } from './log.js';
import { openDirectory, type Person } from './people.js';
import { createProfileSwitch } from './profile.js';
import { createRandom } from './random.js';
import { type Listening, serve } from './serve.js';
import type { LocalSettings } from './settings.js';
import { openState } from './state.js';
import { mountTeams } from './teams-host/mount-teams.js';
import { createTlsCertificate, type TlsCertificate } from './tls-certificate.js';

/** Every family of addresses, in the order they are mounted. */
const families: readonly MountFamily[] = [
  mountEntra,
  mountBotframework,
  mountGraph,
  mountControl,
  mountTeams,
];

/** A running stand-in. */
export interface StandIn {
  port: number;
  /** `http://127.0.0.1:{port}`. */
  origin: string;
  tlsPort: number | undefined;
  tlsOrigin: string | undefined;
  /** PEM of the certificate that clients of the https port must trust. */
  certificate: string | undefined;
  deps: LocalDeps;
  close(): Promise<void>;
}

/** What a stand-in is started with beside its settings. */
export interface StandInOptions {
  readonly people?: readonly Person[];
  readonly log?: Log;
  /** Makes the keys it signs with. Absent: fresh ones. */
  readonly makeKey?: MakeKey;
}

function composeDeps(
  settings: LocalSettings,
  { people = [], makeKey }: StandInOptions,
  log: Log,
): LocalDeps {
  const state = openState(settings.stateDir, log);
  const runs = state.collection<number>('runs');
  const run = (runs.get('count') ?? 0) + 1;
  runs.set('count', run);
  // Each run of a kept state draws other numbers: guids already given out must not come again.
  const random = createRandom(settings.seed * 1_009 + run);
  const clock = createClock();
  const shared = { settings, state, clock, random, makeKey };
  return {
    settings,
    state,
    clock,
    random,
    directory: openDirectory(people),
    profile: createProfileSwitch(settings.profile),
    log,
    entra: createEntraTokens(shared),
    deviceCodes: createDeviceCodes(clock, random),
    inbound: createInboundTokens(shared),
    deliveries: openDeliveries(state, clock),
    faults: createFaults(),
    installDoor: createInstallDoor(),
    usage: createUsage(),
  };
}

/** The certificate is written beside the state, for clients that are told to trust it. */
async function openTlsCertificate(stateDir: string | undefined): Promise<TlsCertificate> {
  const tls = await createTlsCertificate();
  if (stateDir !== undefined) writeFileSync(join(stateDir, 'tls-certificate.pem'), tls.cert);
  return tls;
}

/** Starts the stand-in: opens its state, mounts the families, listens on 127.0.0.1. */
export async function startStandIn(
  settings: LocalSettings,
  options: StandInOptions = {},
): Promise<StandIn> {
  const log = options.log ?? createLog();
  const deps = composeDeps(settings, options, log);
  const router = createRouter();
  const stops = families.map((mount) => mount(router, deps));
  const listening: Listening[] = [];
  const close = async () => {
    for (const stop of stops) stop?.();
    await Promise.all(listening.map((entry) => entry.close()));
    deps.state.close();
  };
  const carry = dispatch.bind(undefined, router);
  const listen = async (port: number, tls?: TlsCertificate) => {
    const shared = { carry, intercept: deps.faults.intercept, log };
    listening.push(await serve({ ...shared, port, tls }));
  };
  let certificate: string | undefined;
  try {
    await listen(settings.port);
    if (settings.tlsPort !== undefined) {
      const tls = await openTlsCertificate(settings.stateDir);
      certificate = tls.cert;
      await listen(settings.tlsPort, tls);
    }
  } catch (error) {
    await close();
    throw error;
  }
  const [plain, secure] = listening.map((entry) => entry.port);
  return {
    port: plain ?? settings.port,
    origin: `http://127.0.0.1:${plain}`,
    tlsPort: secure,
    tlsOrigin: secure === undefined ? undefined : `https://127.0.0.1:${secure}`,
    certificate,
    deps,
    close,
  };
}
