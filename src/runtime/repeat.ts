import type { FaultLog } from '../usecases/ports.js';

/** A work that is done again and again until it is stopped. */
export interface Repeated {
  /** Starts no further round and waits for the present one. */
  stop(): Promise<void>;
}

/**
 * Does a work (at once, or after `firstAfterMs`), waits, does it again. Rounds never overlap; a fault is logged and the
 * next round comes all the same. A long work asks `isStopped` now and then: whoever stops waits for it.
 */
export function repeat(
  name: string,
  everyMs: number,
  work: (isStopped: () => boolean) => Promise<unknown>,
  onFault: FaultLog,
  firstAfterMs = 0,
): Repeated {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let round = Promise.resolve();

  async function once(): Promise<void> {
    try {
      await work(() => stopped);
    } catch (fault) {
      onFault(name, fault);
    }
    if (!stopped) timer = setTimeout(begin, everyMs);
  }

  function begin(): void {
    round = once();
  }

  if (firstAfterMs === 0) begin();
  else timer = setTimeout(begin, firstAfterMs);
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return round;
    },
  };
}
