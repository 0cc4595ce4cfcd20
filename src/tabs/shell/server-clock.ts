import type { Instant } from '../../domain/instant.js';

/** The server's time as far as its answers tell it. */
export interface ServerClock {
  /** The server's time now, late by at most a second and the way of an answer. */
  readonly now: () => Instant;
  /** A time of the server that had been reached when its answer arrived. */
  readonly note: (reached: Instant) => void;
}

/** A difference above this is another clock (moved forward or back), not a better reading of the same one. */
const anotherClockMs = 5_000;

/**
 * Follows the server's clock by what its answers say. Times are rounded down to seconds and arrive late, so each is
 * a lower bound and the greatest is the best; `date` readings may also show that the clock was moved back.
 */
export function createServerClock(localNow: () => Instant): ServerClock & {
  readonly noteDate: (date: Instant) => void;
} {
  let ahead: number | undefined;
  const note = (reached: Instant): void => {
    const difference = reached - localNow();
    if (ahead === undefined || difference > ahead) ahead = difference;
  };
  return {
    now: () => localNow() + (ahead ?? 0),
    note,
    noteDate: (date) => {
      const difference = date - localNow();
      if (ahead !== undefined && ahead - difference > anotherClockMs) ahead = difference;
      note(date);
    },
  };
}
