import type { Instant } from '../../domain/instant.js';

/** The server's time as far as its answers tell it. */
export interface ServerClock {
  /** The server's time now, late by at most a second and the way of an answer. */
  readonly now: () => Instant;
  /** A time the server's clock had reached when its answer arrived. */
  readonly note: (reached: Instant) => void;
  /** The time an answer was given, in whole seconds. */
  readonly noteDate: (date: Instant) => void;
}

/** A difference above this is a clock that was moved back, not a worse reading of the same one. */
const movedBackMs = 5_000;

/**
 * Follows the server's clock by what its answers say. Times are rounded down to seconds and arrive late, so each is
 * a lower bound and the greatest is the best; the `Date` of an answer may also show that the clock was moved back.
 */
export function createServerClock(localNow: () => Instant): ServerClock {
  let ahead = 0;
  let isKnown = false;
  const note = (reached: Instant): void => {
    ahead = Math.max(ahead, reached - localNow());
  };
  return {
    now: () => localNow() + ahead,
    note,
    noteDate: (date) => {
      const difference = date - localNow();
      if (!isKnown || ahead - difference > movedBackMs) ahead = difference;
      isKnown = true;
      note(date);
    },
  };
}
