import { randomBytes } from 'node:crypto';
import type { Finding } from '../domain/health/finding.js';
import type { ConnectedGraph } from '../graph/connect-graph.js';
import { knockAt } from '../graph/subscriptions/examine-subscriptions.js';
import {
  forgetNotificationKey,
  hasNotificationKey,
  keepNotificationKey,
} from '../spool/notification-key.js';
import type { HealthCheck } from '../usecases/examine-health.js';
import type { FaultLog } from '../usecases/ports.js';
import { type Repeated, repeat } from './repeat.js';

/** Where Graph tells what has changed; a route of the API. */
export const doorPath = '/api/change-notifications';

/** What is needed to be told of changes. */
export interface ChangeNotificationOptions {
  readonly isOn: boolean;
  readonly publicOrigin: string;
  readonly dataDir: string;
  readonly graph: Pick<ConnectedGraph, 'openSubscriptions' | 'endSubscriptions'>;
  readonly onFault: FaultLog;
}

/** Being told of changes by Graph, or not. */
export interface ChangeNotifications {
  /** What Graph calls; absent where the app does not want to be told. */
  readonly door?: {
    /** Whether a call came by the address that Graph was told. */
    readonly isOwnMark: (mark: string) => boolean;
    /** Takes what Graph posted. */
    readonly take: (posted: unknown) => boolean;
  };
  /** What is wrong at this moment. */
  readonly standingFindings: () => readonly Finding[];
  readonly check: HealthCheck;
  /** Begins to look after the subscriptions. The door must be open by then: Graph knocks before it answers. */
  begin(): Repeated;
}

const isKept = ({ code }: Finding): boolean => code === 'subscriptions-kept';
const roundEveryMs = 2_000;
const tidyEveryMs = 5 * 60_000;

/** Without a place for the key, one of this process alone: the next one begins anew. */
async function keyFor({ dataDir, onFault }: ChangeNotificationOptions): Promise<Uint8Array> {
  try {
    return await keepNotificationKey(dataDir);
  } catch (fault) {
    onFault('keeping the key of change notifications', fault);
    return randomBytes(32);
  }
}

/** Subscriptions last for a month: those of a time when the app was told are removed, once. */
function withoutNotifications(
  options: ChangeNotificationOptions,
  url: string,
): ChangeNotifications {
  const { dataDir, graph, onFault } = options;
  let isTidy = false;
  async function tidy(): Promise<void> {
    if (isTidy) return;
    if (await hasNotificationKey(dataDir)) {
      await graph.endSubscriptions(url);
      await forgetNotificationKey(dataDir);
    }
    isTidy = true;
  }
  return {
    standingFindings: () => [],
    check: { subject: 'subscriptions', look: async () => [{ code: 'subscriptions-off' }] },
    begin: () => repeat('removing subscriptions', tidyEveryMs, tidy, onFault),
  };
}

/** Opens the subscriptions where the setting asks for them. Graph is asked nothing yet. */
export async function openChangeNotifications(
  options: ChangeNotificationOptions,
): Promise<ChangeNotifications> {
  const url = `${options.publicOrigin}${doorPath}`;
  if (!options.isOn) return withoutNotifications(options, url);
  const subscriptions = options.graph.openSubscriptions({ url, key: await keyFor(options) });
  const { door, findings, round, take } = subscriptions;
  return {
    door: { isOwnMark: door.isOwnMark, take },
    standingFindings: () => findings().filter((finding) => !isKept(finding)),
    check: {
      subject: 'subscriptions',
      look: async () => [...(await knockAt(url, door.mark)), ...findings().filter(isKept)],
    },
    begin: () => repeat('keeping subscriptions', roundEveryMs, round, options.onFault),
  };
}
