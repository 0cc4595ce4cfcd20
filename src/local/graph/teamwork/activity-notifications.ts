import type { LocalDeps } from '../../deps.js';
import { throttled } from '../errors.js';
import type { GraphCall, GraphReply } from '../graph-call.js';
import type { GraphContext } from '../graph-context.js';
import { GraphFault } from '../graph-fault.js';
import { retryAfterOf } from '../retry-after.js';
import { hasApp, openPerson } from './installed-apps.js';
import { readPackageActivities } from './package-activities.js';
import { type ActivityWish, readActivity } from './read-activity.js';
import { requireTeamsRole } from './teams-roles.js';

/** An entry of somebody's activity feed. */
export interface FeedEntry extends ActivityWish {
  seq: number;
  /** Controllable time, ISO. */
  at: string;
  personId: string;
}

/** Requests of one app in one second, over all people. */
const mostPerSecond = 5;

/** The activity feeds, kept over restarts. */
export function openFeed({ state }: LocalDeps) {
  const kept = state.collection<FeedEntry>('graph-activity-feed');
  return {
    all: (): FeedEntry[] => kept.values(),
    add(entry: Omit<FeedEntry, 'seq'>) {
      const { chainId, personId } = entry;
      const replaced = kept
        .values()
        .find(
          (one) => chainId !== undefined && one.chainId === chainId && one.personId === personId,
        );
      if (replaced !== undefined) kept.delete(String(replaced.seq));
      const seq = (kept.values().at(-1)?.seq ?? replaced?.seq ?? 0) + 1;
      kept.set(String(seq), { seq, ...entry });
    },
  };
}

function createRateLimit(deps: LocalDeps): (appId: string) => void {
  const times = new Map<string, number[]>();
  return (appId) => {
    const now = deps.clock.real();
    const recent = (times.get(appId) ?? []).filter((at) => at > now - 1000);
    times.set(appId, recent);
    if (recent.length >= mostPerSecond) throw throttled(retryAfterOf(deps, 1));
    recent.push(now);
  };
}

function notify(
  context: GraphContext,
  call: GraphCall,
  limit: (appId: string) => void,
): GraphReply {
  const { deps } = context;
  const { types, mayNotify } = readPackageActivities(deps.settings);
  const isOwn = call.caller.appId === deps.settings.appId;
  if (!(mayNotify && isOwn)) requireTeamsRole(call.caller, ['TeamsActivity.Send']);
  limit(call.caller.appId);
  const person = openPerson(context, call);
  const wish = readActivity(context, call.body(), types);
  if (!isOwn || !hasApp(context, person)) {
    throw new GraphFault(
      403,
      'Forbidden',
      `Application with AAD App Id '${call.caller.appId}' is not authorized to generate custom text notifications to the recipient. Ensure that the expected Teams app is installed in the target scope (user, team, or chat).`,
    );
  }
  const at = new Date(deps.clock.now()).toISOString();
  openFeed(deps).add({ ...wish, at, personId: person.id });
  return { status: 204 };
}

/** `sendActivityNotification` to one person (facts: graph-sharepoint.md §8, §10). */
export function addActivityNotifications(context: GraphContext): void {
  const limit = createRateLimit(context.deps);
  context.add('POST', '/users/:user/teamwork/sendActivityNotification', {
    name: 'POST sendActivityNotification',
    units: undefined,
    options: [],
    run: (call) => notify(context, call, limit),
  });
}
