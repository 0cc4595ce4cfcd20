import type { Clock } from '../usecases/ports.js';

const firstWaitMs = 5_000;
const longestWaitMs = 10 * 60 * 1000;

/** Waits that double each time, per notice. They live as long as the process: a restart may try at once. */
export interface Waits {
  /** How long a notice waits that has to wait now. */
  next(key: string): number;
  /** Counts a wait. */
  count(key: string): void;
  /** Forgets a notice that got on. */
  clear(key: string): void;
  /** Lets a notice rest that could not even be written. */
  rest(key: string): void;
  isResting(key: string): boolean;
}

/** Opens the waits of a teller. */
export function openWaits(clock: Clock): Waits {
  const times = new Map<string, number>();
  const restsUntil = new Map<string, number>();
  const next = (key: string): number =>
    Math.min(longestWaitMs, firstWaitMs * 2 ** (times.get(key) ?? 0));
  const count = (key: string): void => void times.set(key, (times.get(key) ?? 0) + 1);
  return {
    next,
    count,
    clear: (key) => {
      times.delete(key);
      restsUntil.delete(key);
    },
    rest: (key) => {
      restsUntil.set(key, clock.now() + next(key));
      count(key);
    },
    isResting: (key) => (restsUntil.get(key) ?? 0) > clock.now(),
  };
}
