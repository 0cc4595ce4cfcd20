import type { Instant } from '../domain/instant.js';
import type { Clock } from '../usecases/ports.js';

/** What one call says about the service: it is there, it is away, or nothing (refused here, throttled, trouble at one list, a call that was wrong in itself). */
export type Verdict = 'there' | 'away' | 'nothing';

/** Bounds of the breaker. */
export interface BreakerBounds {
  /** Failures in a row after which nothing is sent any more. */
  readonly mostFailures: number;
  readonly firstRestMs: number;
  readonly longestRestMs: number;
}

/** What a breaker needs. */
export interface BreakerOptions extends BreakerBounds {
  readonly clock: Clock;
  /** Told each time it stops sending: since when the service fails, and how long nothing is sent. */
  readonly onAway: (away: { readonly since: Instant; readonly restMs: number }) => void;
  /** Told when the service answers again. */
  readonly onBack: (since: Instant) => void;
}

/** Leave to send one call, which has to be ended with what the call said. */
export interface Leave {
  end(verdict: Verdict): void;
}

/** Stops sending to a service that fails again and again. */
export interface Breaker {
  /** For how many milliseconds nothing can be sent; 0 where it is worth asking. Takes no trial. */
  closedMs(): number;
  /** Leave to send, or after how many milliseconds it is worth asking again. */
  ask(): Leave | number;
  /** Since when the service has been away; undefined while it is there. */
  awaySince(): Instant | undefined;
}

/** While the one trial is under way, everyone else is asked to come again after this time. */
const duringTrialMs = 1_000;

/** Few enough that people stop waiting for what does not come, and many enough that a hiccup closes nothing. */
export const usualBounds: BreakerBounds = {
  mostFailures: 5,
  firstRestMs: 5_000,
  longestRestMs: 60_000,
};

/**
 * Opens a breaker. After some failures in a row nothing is sent for a time; then one call is let through as a trial.
 * Each trial that fails doubles the time, up to a bound; any call that gets through ends it.
 */
export function createBreaker(options: BreakerOptions): Breaker {
  const { clock, mostFailures, firstRestMs, longestRestMs } = options;
  let failures = 0;
  let failingSince: Instant = 0;
  let rests = 0;
  let restedAt: Instant = 0;
  let isTrying = false;

  const isAway = (): boolean => rests > 0;
  const restMs = (): number => Math.min(longestRestMs, firstRestMs * 2 ** (rests - 1));

  function rest(): void {
    rests += 1;
    restedAt = clock.now();
    options.onAway({ since: failingSince, restMs: restMs() });
  }

  function fail(isTrial: boolean): void {
    if (failures === 0) failingSince = clock.now();
    failures += 1;
    // Calls that began before the rest fail one after another; only the trial makes it longer.
    if (isTrial || (!isAway() && failures >= mostFailures)) rest();
  }

  function succeed(): void {
    if (isAway()) options.onBack(failingSince);
    failures = 0;
    rests = 0;
  }

  function leaveFor(isTrial: boolean): Leave {
    return {
      end(verdict) {
        if (isTrial) isTrying = false;
        if (verdict === 'there') succeed();
        if (verdict === 'away') fail(isTrial);
      },
    };
  }

  function closedMs(): number {
    if (!isAway()) return 0;
    const passed = clock.now() - restedAt;
    // A clock set back does not make the rest longer.
    const left = passed < 0 ? 0 : restMs() - passed;
    if (left > 0) return left;
    return isTrying ? duringTrialMs : 0;
  }

  return {
    closedMs,
    ask() {
      const left = closedMs();
      if (left > 0) return left;
      if (!isAway()) return leaveFor(false);
      isTrying = true;
      return leaveFor(true);
    },
    awaySince: () => (isAway() ? failingSince : undefined),
  };
}
