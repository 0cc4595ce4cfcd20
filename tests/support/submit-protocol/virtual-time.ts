/** Time that passes only where everybody waits, so that hours of trouble take a moment and repeat exactly. */
export interface VirtualTime {
  now(): number;
  pause(milliseconds: number): Promise<void>;
  /** Lets time pass until the condition holds; throws where it has not by then. */
  runUntil(isDone: () => boolean, latest: number): Promise<void>;
}

interface Timer {
  readonly at: number;
  readonly end: () => void;
}

/** Opens a time that begins at an instant. Only what waits by `pause` may be under way. */
export function openVirtualTime(start: number): VirtualTime {
  let now = start;
  let timers: Timer[] = [];

  function nextTimer(): Timer | undefined {
    // Of equal times the one that was asked for first.
    return timers.reduce<Timer | undefined>(
      (first, each) => (first && first.at <= each.at ? first : each),
      undefined,
    );
  }

  return {
    now: () => now,
    pause: (milliseconds) =>
      new Promise((end) => timers.push({ at: now + Math.max(0, milliseconds), end })),
    async runUntil(isDone, latest) {
      for (;;) {
        // Everything that can go on without time has gone on by then.
        await new Promise((settled) => setImmediate(settled));
        if (isDone()) return;
        const next = nextTimer();
        if (!next || next.at > latest) throw new Error(`not done by ${latest - start} ms`);
        timers = timers.filter((each) => each !== next);
        now = Math.max(now, next.at);
        next.end();
      }
    },
  };
}
