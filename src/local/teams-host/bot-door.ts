import { z } from 'zod';
import type { LocalDeps } from '../deps.js';
import { type Activity, activityTimes } from './activities.js';

/** What became of one delivery to the bot. */
export type BotAnswer =
  | { kind: 'answered'; status: number; body: unknown }
  | { kind: 'late' }
  | { kind: 'unreachable' };

/** The way from the channel to the bot. */
export interface BotDoor {
  /**
   * Posts an activity with its signed token. A turn without an answer in the profile's time is
   * given up and delivered again in the background: first with the same id, then, where the
   * profile says so, twice with a new id and time (facts: domain-and-safety.md 2.3 Duplicates).
   */
  deliver(activity: Activity): Promise<BotAnswer>;
  /**
   * Posts an invoke that the service waits for less long: five seconds, and twice more before it gives up
   * (Microsoft: respond to the dialog submit action).
   */
  ask(activity: Activity): Promise<BotAnswer>;
  close(): void;
}

const askTimeoutMs = 5_000;
const mostAsks = 3;

const jsonText = z.string().transform((text): unknown => {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
});

/** Opens the door to `${appBaseUrl}/api/messages`. */
export function openBotDoor(deps: LocalDeps, nextId: () => string): BotDoor {
  const closing = new AbortController();
  const post = async (
    activity: Activity,
    patienceMs = deps.profile.current().turnTimeoutMs,
  ): Promise<BotAnswer> => {
    const { serviceUrl } = activity;
    const token = await deps.inbound.sign({ serviceUrl });
    const patience = AbortSignal.timeout(patienceMs);
    try {
      const answer = await fetch(`${deps.settings.appBaseUrl}/api/messages`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json; charset=utf-8',
        },
        body: JSON.stringify(activity),
        signal: AbortSignal.any([patience, closing.signal]),
      });
      const body = jsonText.parse(await answer.text());
      return { kind: 'answered', status: answer.status, body };
    } catch {
      return patience.aborted && !closing.signal.aborted
        ? { kind: 'late' }
        : { kind: 'unreachable' };
    }
  };
  const again = async (activity: Activity) => {
    if ((await post(activity)).kind !== 'late') return;
    if (!deps.profile.current().redeliverWithNewId) return;
    const renewed = { ...activity, id: nextId(), ...activityTimes(deps.clock.now()) };
    if ((await post(renewed)).kind === 'late') await post(renewed);
  };
  return {
    async deliver(activity) {
      const answer = await post(activity);
      if (answer.kind === 'late') {
        again(activity).catch((fault: unknown) => deps.log(`re-delivery: ${String(fault)}`));
      }
      return answer;
    },
    async ask(activity) {
      for (let round = 1; ; round += 1) {
        const answer = await post(activity, askTimeoutMs);
        if (answer.kind !== 'late' || round === mostAsks) return answer;
      }
    },
    close: () => closing.abort(),
  };
}
