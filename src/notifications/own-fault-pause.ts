import type { Clock } from '../usecases/ports.js';
import type { Attempt } from './attempt.js';

/** Own faults in a row after which it is not about one recipient. */
const mostInARow = 5;
const firstPauseMs = 30_000;
const longestPauseMs = 10 * 60 * 1000;

/** Stops all sending for a while when the app itself is refused again and again (protocols: tell). */
export interface OwnFaultPause {
  isOn(): boolean;
  /** Counts what a send came to. Answers how long sending pauses from now, where that has just begun. */
  note(attempt: Attempt): number | undefined;
}

/** Opens the pause. It grows each time the first sends after it are refused too. */
export function openOwnFaultPause(clock: Clock): OwnFaultPause {
  let inARow = 0;
  let pauses = 0;
  let until = 0;

  function note(attempt: Attempt): number | undefined {
    if (!attempt.isOwnFault) {
      if (attempt.recipient.outcome) {
        inARow = 0;
        pauses = 0;
      }
      return undefined;
    }
    inARow += 1;
    if (inARow < mostInARow) return undefined;
    const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** pauses);
    inARow = 0;
    pauses += 1;
    until = clock.now() + pauseMs;
    return pauseMs;
  }

  return { isOn: () => clock.now() < until, note };
}
