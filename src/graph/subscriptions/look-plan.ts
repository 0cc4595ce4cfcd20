import type { Instant } from '../../domain/instant.js';
import type { Clock } from '../../usecases/ports.js';

/** When it is time to look at the subscriptions again. */
export interface LookPlan {
  isDue(): boolean;
  begin(): void;
  end(isWell: boolean): void;
  /** Something was told that asks for a look before its time. */
  hurry(): void;
}

const minuteMs = 60_000;
/** While all is well. One call, which costs SharePoint nothing. */
const everyMs = 15 * minuteMs;
const longestMs = 60 * minuteMs;

/**
 * Plans looks: often enough while all is well, with growing pauses while it is not, and out of turn at most once a
 * minute, whatever is told.
 */
export function openLookPlan(clock: Clock): LookPlan {
  let begunAt: Instant = Number.NEGATIVE_INFINITY;
  let pauseMs = 0;
  let failures = 0;
  let isHurried = false;
  return {
    isDue() {
      const passed = clock.now() - begunAt;
      // A clock set back does not make the pause longer.
      return passed < 0 || passed >= (isHurried ? Math.min(minuteMs, pauseMs) : pauseMs);
    },
    begin() {
      begunAt = clock.now();
      isHurried = false;
    },
    end(isWell) {
      failures = isWell ? 0 : failures + 1;
      pauseMs = isWell ? everyMs : Math.min(longestMs, minuteMs * 2 ** (failures - 1));
    },
    hurry() {
      isHurried = true;
    },
  };
}
