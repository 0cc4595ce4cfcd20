/**
 * Two times: `now` is the controllable one (what stored items and messages carry); `real` is the
 * machine's (delays, throttling windows and token lifetimes, which vendors' clients measure
 * with their own clocks).
 */
export interface LocalClock {
  /** Controllable time, epoch milliseconds. */
  now(): number;
  /** Machine time, epoch milliseconds. */
  real(): number;
  /** Difference of `now` to `real` in milliseconds. */
  offset(): number;
  /** Sets the difference; the clock keeps running from there. */
  setOffset(milliseconds: number): void;
}

/** A clock that starts equal to the machine's. */
export function createClock(real: () => number = Date.now): LocalClock {
  let offset = 0;
  return {
    now: () => real() + offset,
    real,
    offset: () => offset,
    setOffset(milliseconds) {
      offset = milliseconds;
    },
  };
}
