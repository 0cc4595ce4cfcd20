import type { Clock } from '../usecases/ports.js';

/** A clock that something may have to be stopped for. */
export interface RunningClock extends Clock {
  stop(): void;
}

/** The clock of the machine. */
export function systemClock(): RunningClock {
  return { now: () => Date.now(), stop: () => {} };
}

const followEveryMs = 200;

/**
 * Follows the clock that `url` answers with (`{ "now": ISO }`), so that app and stand-in share one that can be
 * moved. Settings allow it on loopback only. Rejects where it cannot be read at the start; later a missed reading
 * keeps the last known difference.
 */
export async function followedClock(
  url: string,
  onFault: (fault: unknown) => void,
): Promise<RunningClock> {
  let differenceMs = 0;

  async function read(): Promise<void> {
    const asked = Date.now();
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    const body: unknown = await response.json();
    const now = typeof body === 'object' && body !== null && 'now' in body ? body.now : undefined;
    const at = typeof now === 'string' ? Date.parse(now) : Number.NaN;
    if (Number.isNaN(at)) throw new Error(`${url} did not answer with a time`);
    differenceMs = at - (asked + Date.now()) / 2;
  }

  await read();
  let stopped = false;
  const timer = setInterval(() => {
    read().catch((fault: unknown) => {
      if (!stopped) onFault(fault);
    });
  }, followEveryMs);
  timer.unref();
  return {
    now: () => Math.round(Date.now() + differenceMs),
    stop: () => {
      stopped = true;
      clearInterval(timer);
    },
  };
}
