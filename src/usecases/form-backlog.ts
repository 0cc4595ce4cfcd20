import type { Instant } from '../domain/instant.js';
import type { KeptForm } from '../domain/kept-form.js';
import type { Clock } from './ports.js';

/** How many forms could not be finished yet, and when the oldest of them was received. */
export interface WaitingForms {
  readonly count: number;
  readonly since: Instant;
}

/** Remembers which kept forms failed to be finished, how often, and when they are due again. */
export interface FormBacklog {
  isDue(token: string): boolean;
  /** A form failed while others got through: it alone waits, longer each time. */
  failed(kept: KeptForm): void;
  finished(token: string): void;
  /** Nothing gets through: all forms wait, longer each time, so that none overtakes another. */
  rest(failed: readonly KeptForm[]): void;
  /** Something got through again. */
  rested(): void;
  /** How many forms in a row may fail before it is said that nothing gets through. */
  mostInRow(): number;
  /** Says how many wait, at most once a minute; nothing where none does. Forgets what is no longer kept. */
  report(isKept: (kept: KeptForm) => boolean): void;
}

interface Failing {
  readonly kept: KeptForm;
  readonly failures: number;
  readonly failedAt: Instant;
  readonly waitMs: number;
}

const firstWaitMs = 2_000;
const longestWaitMs = 120_000;
const longestRestMs = 60_000;
const reportEveryMs = 60_000;
const firstMostInRow = 3;

const growing = (times: number, longest: number): number =>
  Math.min(longest, firstWaitMs * 2 ** (times - 1));

/** Whether a time has passed. A clock set back does not make it longer. */
function hasPassed(ms: number, since: Instant, now: Instant): boolean {
  return now < since || now - since >= ms;
}

/** The time in which nothing is tried because nothing gets through. */
function openRest(clock: Clock) {
  let rests = 0;
  let began: Instant = 0;
  return {
    begin() {
      rests += 1;
      began = clock.now();
    },
    end() {
      rests = 0;
    },
    isOver(): boolean {
      return rests === 0 || hasPassed(growing(rests, longestRestMs), began, clock.now());
    },
    count: () => rests,
  };
}

/** Opens the backlog of one process. `onWaiting` is for the operator: promises to people are open. */
export function openFormBacklog(
  clock: Clock,
  onWaiting: (waiting: WaitingForms) => void,
): FormBacklog {
  const failing = new Map<string, Failing>();
  const rest = openRest(clock);
  let reportedAt = Number.NEGATIVE_INFINITY;

  function waiting(): WaitingForms | undefined {
    const times = [...failing.values()].map(({ kept }) => kept.receivedAt);
    return times.length > 0 ? { count: times.length, since: Math.min(...times) } : undefined;
  }

  function report(isKept: (kept: KeptForm) => boolean): void {
    for (const { kept } of [...failing.values()]) if (!isKept(kept)) failing.delete(kept.token);
    const now = clock.now();
    const present = waiting();
    if (!present || !hasPassed(reportEveryMs, reportedAt, now)) return;
    reportedAt = now;
    onWaiting(present);
  }

  function failuresOf({ token }: KeptForm): number {
    return failing.get(token)?.failures ?? 0;
  }

  function isDue(token: string): boolean {
    const known = failing.get(token);
    return rest.isOver() && (!known || hasPassed(known.waitMs, known.failedAt, clock.now()));
  }

  return {
    isDue,
    failed(kept) {
      const failures = failuresOf(kept) + 1;
      const waitMs = growing(failures, longestWaitMs);
      failing.set(kept.token, { kept, failures, failedAt: clock.now(), waitMs });
    },
    finished: (token) => {
      failing.delete(token);
    },
    rest(failed) {
      rest.begin();
      for (const kept of failed) {
        failing.set(kept.token, {
          kept,
          failures: failuresOf(kept),
          failedAt: clock.now(),
          waitMs: 0,
        });
      }
    },
    rested: rest.end,
    // Grows, so that some forms which can never be stored do not hold up the others for ever.
    mostInRow: () => firstMostInRow + rest.count(),
    report,
  };
}
