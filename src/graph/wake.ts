/** What waking needs. */
export interface WakeOptions {
  /** Asks the list; answers how many changes it told, undefined where that failed. */
  readonly poll: () => Promise<number | undefined>;
  /** However often it is woken, the list is asked once in so many milliseconds. */
  readonly gapMs: number;
}

/** Asks a list out of turn. */
export interface Wake {
  /** Something has changed: asks at once, or when the gap since the last such poll is over. */
  wake(): void;
  stop(): void;
}

/** Delta may be half a minute behind the notification of a change: with gaps of ten seconds, three polls more. */
const mostPollsInVain = 3;

/**
 * Folds what wakes a list into few polls. What comes while a poll is under way leads to another one, because that poll
 * may have passed the change already; a poll that told nothing is repeated a few times, because delta may not know yet.
 */
export function createWake({ poll, gapMs }: WakeOptions): Wake {
  let timer: NodeJS.Timeout | undefined;
  let isResting = false;
  let isWanted = false;
  let isStopped = false;
  let pollsInVain = 0;

  function rest(): void {
    timer = setTimeout(() => {
      isResting = false;
      if (isWanted) void ask();
    }, gapMs).unref();
  }

  async function ask(): Promise<void> {
    isResting = true;
    isWanted = false;
    const told = await poll();
    if (isStopped) return;
    if (!told && pollsInVain < mostPollsInVain) {
      pollsInVain += 1;
      isWanted = true;
    }
    rest();
  }

  return {
    wake() {
      if (isStopped) return;
      pollsInVain = 0;
      isWanted = true;
      if (!isResting) void ask();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
