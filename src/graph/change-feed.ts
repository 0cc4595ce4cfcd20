import type { Instant } from '../domain/instant.js';
import { isFailure } from '../usecases/failure.js';
import type { Clock } from '../usecases/ports.js';
import type { DeltaPosition, DeltaReader } from './delta-reader.js';
import type { GraphLog } from './guarded-exchange.js';
import { createWake } from './wake.js';

/** How often a list is asked. */
export interface PollPlan {
  /** While someone uses the product. */
  readonly activeMs: number;
  readonly idleMs: number;
}

/** What a feed needs. */
export interface ChangeFeedOptions {
  /** Name of the list, for the log. */
  readonly list: string;
  readonly reader: DeltaReader;
  /** When another process had everything, where reading goes on from there. */
  readonly caughtUpAt?: Instant;
  readonly plan: PollPlan;
  /** Whether someone uses the product at this time. */
  readonly isActive: () => boolean;
  readonly clock: Clock;
  readonly log: GraphLog;
}

/** Follows the changes of one list. */
export interface ChangeFeed {
  readonly list: string;
  /** Asks at once until nothing is left. False where that failed; the next poll goes on from where this one came to. */
  pollNow(): Promise<boolean>;
  /** Graph says that something has changed: asks soon, whatever the plan says. Many calls are one poll. */
  wake(): void;
  /** Begins polling by plan. The first poll is `pollNow`. */
  start(): void;
  stop(): void;
  /** When the feed last had everything Graph would tell; undefined before the first time. */
  caughtUpAt(): Instant | undefined;
  /** Whether it has caught up since this process began; before, it knows what an earlier one knew. */
  hasCaughtUp(): boolean;
  /** Whether the last poll failed. */
  isBehind(): boolean;
  /** How far the list was read; undefined while it is not read whole. */
  position(): FeedPosition | undefined;
}

/** How far a feed is, for a later process to go on from. */
export interface FeedPosition extends DeltaPosition {
  readonly caughtUpAt: Instant;
}

const longestBackoffMs = 5 * 60 * 1000;

/** The shortest plan of a list: however often it is woken, it is asked no more than a list in use is anyway. */
const wakeGapMs = 10_000;

/** Extra polls after the start: a delta may be half a minute behind what was written just before it. */
const settlingMs = [3_000, 10_000, 35_000];

/** One poll after another, and what is known of them. */
function createPolling({ list, plan, clock, log, reader, caughtUpAt: known }: ChangeFeedOptions) {
  let caughtUpAt = known;
  let hasCaughtUp = false;
  let failures = 0;
  let waitMs = plan.idleMs;
  let underWay: Promise<unknown> = Promise.resolve();

  function noteFailure(fault: unknown): void {
    failures += 1;
    const asked = isFailure(fault) ? (fault.retryAfterMs ?? 0) : 0;
    // Asking again early costs nothing: what stands before Graph answers until Graph may be asked.
    waitMs = Math.min(longestBackoffMs, Math.max(asked, plan.activeMs * 2 ** failures));
    log.warn({ list, failures, waitMs, err: fault }, 'the change feed could not catch up');
  }

  async function poll(): Promise<number | undefined> {
    try {
      const at = clock.now();
      const told = await reader.readNew();
      caughtUpAt = at;
      hasCaughtUp = true;
      failures = 0;
      waitMs = plan.idleMs;
      return told;
    } catch (fault) {
      noteFailure(fault);
      return undefined;
    }
  }

  return {
    /** How many changes were told; undefined where that failed. */
    next(): Promise<number | undefined> {
      const next = underWay.then(poll);
      underWay = next;
      return next;
    },
    /** Whether a poll is due where so much time has passed once more. */
    isDue(passedMs: number, isActive: boolean): boolean {
      waitMs -= passedMs;
      return waitMs <= 0 || (failures === 0 && isActive);
    },
    /** Whether the last poll failed. */
    isBehind: () => failures > 0,
    caughtUpAt: () => caughtUpAt,
    hasCaughtUp: () => hasCaughtUp,
  };
}

/** Opens a feed. It outlives every failure: it waits longer each time and says since when it knows nothing new. */
export function createChangeFeed(options: ChangeFeedOptions): ChangeFeed {
  const { list, plan } = options;
  const polling = createPolling(options);
  let timer: NodeJS.Timeout | undefined;
  let settling: readonly NodeJS.Timeout[] = [];

  const pollNow = async (): Promise<boolean> => (await polling.next()) !== undefined;

  async function tick(): Promise<void> {
    if (polling.isDue(plan.activeMs, options.isActive())) await pollNow();
    if (timer) waitForTick();
  }

  function waitForTick(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void tick(), plan.activeMs).unref();
  }

  /** Stands for the next poll of the plan. */
  async function pollOutOfTurn(): Promise<number | undefined> {
    const told = await polling.next();
    if (timer) waitForTick();
    return told;
  }

  const waking = createWake({ poll: pollOutOfTurn, gapMs: wakeGapMs });

  return {
    list,
    pollNow,
    wake: waking.wake,
    start() {
      waitForTick();
      settling = settlingMs.map((wait) => setTimeout(() => void pollNow(), wait).unref());
    },
    stop() {
      waking.stop();
      clearTimeout(timer);
      timer = undefined;
      for (const each of settling) clearTimeout(each);
    },
    caughtUpAt: polling.caughtUpAt,
    hasCaughtUp: polling.hasCaughtUp,
    isBehind: polling.isBehind,
    position() {
      const position = options.reader.position();
      const caughtUpAt = polling.caughtUpAt();
      return position && caughtUpAt !== undefined ? { ...position, caughtUpAt } : undefined;
    },
  };
}
