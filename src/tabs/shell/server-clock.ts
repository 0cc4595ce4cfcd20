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

/** A difference above this is another clock, not a worse reading of the same one. */
const otherClockMs = 5_000;

/**
 * Follows the server's clock by what its answers say. Times are rounded down to seconds and arrive late, so each is
 * a lower bound and the greatest is the best. The `Date` of an answer may also show that the clock was moved back,
 * but is left aside once the content of an answer is later than it: then something on the way wrote it.
 */
export function createServerClock(localNow: () => Instant): ServerClock {
  let ahead = 0;
  let dateAhead: number | undefined;
  let isDateTrue = true;
  const note = (reached: Instant): void => {
    const difference = reached - localNow();
    if (dateAhead !== undefined && difference - dateAhead > otherClockMs) isDateTrue = false;
    ahead = Math.max(ahead, difference);
  };
  return {
    now: () => localNow() + ahead,
    note,
    noteDate: (date) => {
      if (!isDateTrue) return;
      const difference = date - localNow();
      const isFirst = dateAhead === undefined;
      dateAhead = difference;
      if (isFirst || ahead - difference > otherClockMs) ahead = difference;
      ahead = Math.max(ahead, difference);
    },
  };
}
