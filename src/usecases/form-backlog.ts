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
  failed(kept: KeptForm): void;
  finished(token: string): void;
  /** Says how many wait, at most once a minute; nothing where none does. Forgets what is no longer kept. */
  report(isKept: (kept: KeptForm) => boolean): void;
}

interface Failing {
  readonly kept: KeptForm;
  readonly failures: number;
  readonly dueAt: Instant;
}

const firstWaitMs = 2_000;
const longestWaitMs = 120_000;
const reportEveryMs = 60_000;

/** Opens the backlog of one process. `onWaiting` is for the operator: promises to people are open. */
export function openFormBacklog(
  clock: Clock,
  onWaiting: (waiting: WaitingForms) => void,
): FormBacklog {
  const failing = new Map<string, Failing>();
  let reportedAt = Number.NEGATIVE_INFINITY;

  function report(isKept: (kept: KeptForm) => boolean): void {
    const now = clock.now();
    if (now - reportedAt < reportEveryMs) return;
    for (const { kept } of [...failing.values()]) if (!isKept(kept)) failing.delete(kept.token);
    if (failing.size === 0) return;
    reportedAt = now;
    const since = [...failing.values()].reduce(
      (oldest, { kept }) => Math.min(oldest, kept.receivedAt),
      now,
    );
    onWaiting({ count: failing.size, since });
  }

  return {
    isDue: (token) => clock.now() >= (failing.get(token)?.dueAt ?? 0),
    failed: (kept) => {
      const { token } = kept;
      const failures = (failing.get(token)?.failures ?? 0) + 1;
      const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - 1));
      failing.set(token, { kept, failures, dueAt: clock.now() + wait });
    },
    finished: (token) => {
      failing.delete(token);
    },
    report,
  };
}
