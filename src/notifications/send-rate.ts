import type { SendOutcome } from '../usecases/messenger.js';
import type { Clock, Pause } from '../usecases/ports.js';

/** Sends within the rates of a service. */
export interface SendRate {
  /**
   * Sends when its turn comes. A place that has had its share is answered as the service itself would answer, and
   * nothing is sent.
   */
  through(place: string, send: () => Promise<SendOutcome>): Promise<SendOutcome>;
}

/** What a rate is opened with. `clock` and `pause` are the machine's own: the service counts real seconds. */
export interface SendRateOptions {
  readonly clock: Clock;
  readonly pause: Pause;
  /** The time between two sends where the service takes them all. */
  readonly gapMs: number;
}

/**
 * What one conversation takes (facts: bot-platform 5: 7 in a second, 8 in two, 60 in thirty, 1,800 in an hour), less
 * what answers to people need.
 */
const shares = [
  { most: 5, withinMs: 1_000 },
  { most: 6, withinMs: 2_000 },
  { most: 50, withinMs: 30_000 },
  { most: 1_500, withinMs: 3_600_000 },
] as const;
const longestShareMs = 3_600_000;
const slowestGapMs = 400;
const quicker = 0.95;
/** A turn never lies further ahead, or the claim of a row could end before its send. */
export const longestTurnMs = 2_000;
const mostPlaces = 5_000;

/** How long a place has to wait for its next send, by when it had its last ones. */
function waitOf(times: readonly number[], now: number): number {
  const waits = shares.map(({ most, withinMs }) => {
    const first = times.at(-most);
    return first === undefined ? 0 : first + withinMs - now;
  });
  return Math.max(0, ...waits);
}

const throttled = (retryAfterMs: number): SendOutcome => ({
  kind: 'not-sent',
  why: 'throttled',
  retryAfterMs,
});

/** Opens a rate. A refusal for load doubles the gap between all sends; what is taken brings it back bit by bit. */
export function openSendRate({ clock, pause, gapMs }: SendRateOptions): SendRate {
  const sentTo = new Map<string, readonly number[]>();
  let gap = gapMs;
  let nextAt = 0;

  function note(place: string, now: number): void {
    const recent = (sentTo.get(place) ?? []).filter((at) => at > now - longestShareMs);
    sentTo.delete(place);
    sentTo.set(place, [...recent, now]);
    // The place that was sent to longest ago stands first.
    const [oldest] = sentTo.size > mostPlaces ? sentTo.keys() : [];
    if (oldest !== undefined) sentTo.delete(oldest);
  }

  function heed(outcome: SendOutcome): void {
    const isThrottled = outcome.kind === 'not-sent' && outcome.why === 'throttled';
    if (isThrottled) gap = Math.min(Math.max(slowestGapMs, gapMs), gap * 2);
    else if (outcome.kind === 'accepted') gap = Math.max(gapMs, gap * quicker);
  }

  return {
    async through(place, send) {
      const now = clock.now();
      const waitMs = waitOf(sentTo.get(place) ?? [], now);
      if (waitMs > 0) return throttled(waitMs);
      // A clock that was set back must not leave a turn hours away.
      const turn = nextAt > now + longestShareMs ? now : Math.max(now, nextAt);
      if (turn - now > longestTurnMs) return throttled(turn - now);
      nextAt = turn + gap;
      note(place, turn);
      if (turn > now) await pause(turn - now);
      const outcome = await send();
      heed(outcome);
      return outcome;
    },
  };
}
