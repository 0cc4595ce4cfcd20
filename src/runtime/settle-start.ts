import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Finding } from '../domain/health/finding.js';
import type { ConnectedGraph } from '../graph/connect-graph.js';
import { isSamePlace } from '../graph/place.js';
import { isFailure } from '../usecases/failure.js';

/** What came of asking Graph whether everything is as the snapshot left it, and of catching up. */
export type Settled =
  | { readonly kind: 'ready' | 'away' | 'other-place' }
  | { readonly kind: 'deviating'; readonly faults: readonly string[] };

type Graph = Pick<ConnectedGraph, 'place' | 'readPlace' | 'verifySchema' | 'feeds'>;

/** Whoever waits for the start waits so long at most; then the app serves what the snapshot says. */
const longestStartMs = 15_000;
const firstPauseMs = 5_000;
const longestPauseMs = 5 * 60 * 1000;

async function settle(graph: Graph): Promise<Settled> {
  try {
    if (!isSamePlace(graph.place, await graph.readPlace())) return { kind: 'other-place' };
    const faults = await graph.verifySchema();
    if (faults.length > 0) return { kind: 'deviating', faults };
    const caughtUp = await Promise.all(graph.feeds.map((feed) => feed.pollNow()));
    return { kind: caughtUp.includes(false) ? 'away' : 'ready' };
  } catch (fault) {
    if (isFailure(fault, 'unavailable')) return { kind: 'away' };
    throw fault;
  }
}

/** A start that may be settled later. */
export interface Settling {
  /** What is known when the start has waited long enough. Rejects where Graph says that the app is set up wrongly. */
  readonly first: Promise<Settled>;
  /**
   * Asks again, with growing pauses, until everything is as it must be. `onOtherPlace`: the lists are not those that
   * the app began with, and nothing it knows or writes belongs to them.
   */
  later(logger: Pick<Logger, 'info' | 'error'>, onOtherPlace: () => void): void;
  /** What was found since, for an administrator. */
  findings(): readonly Finding[];
  stop(): void;
}

/** Begins to ask. */
export function beginSettling(graph: Graph): Settling {
  const asked = settle(graph);
  const first = new Promise<Settled>((resolve, reject) => {
    const timer = setTimeout(() => resolve({ kind: 'away' }), longestStartMs);
    asked.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
  let said: readonly string[] = [];
  const stopped = new AbortController();

  async function again(settling: Promise<Settled>): Promise<Settled['kind']> {
    try {
      const settled = await settling;
      said = settled.kind === 'deviating' ? settled.faults : [];
      return settled.kind;
    } catch (fault) {
      said = [fault instanceof Error ? fault.message : String(fault)];
      return 'deviating';
    }
  }

  /** True once all is as it must be, false where it never will be in this process. */
  async function untilSettled(logger: Pick<Logger, 'error'>): Promise<boolean> {
    let came = await again(asked);
    for (let waitMs = firstPauseMs; ; waitMs = Math.min(longestPauseMs, waitMs * 2)) {
      if (came === 'ready' || came === 'other-place') return came === 'ready';
      await pause(waitMs, undefined, { ref: false, signal: stopped.signal });
      const before = said.join();
      came = await again(settle(graph));
      if (said.length > 0 && said.join() !== before) {
        logger.error({ said }, 'the lists are not as the app needs them');
      }
    }
  }

  async function followUp(
    logger: Pick<Logger, 'info' | 'error'>,
    onOtherPlace: () => void,
  ): Promise<void> {
    if (await untilSettled(logger)) {
      logger.info('caught up with Graph after a start without it');
      return;
    }
    logger.error(
      'the site or its lists were made anew since the snapshot; the app has to start again',
    );
    onOtherPlace();
  }

  return {
    first,
    later: (logger, onOtherPlace) => {
      // Only stopping ends it early.
      followUp(logger, onOtherPlace).catch(() => undefined);
    },
    findings: () => said.map((each) => ({ code: 'list-differs', said: each })),
    stop: () => stopped.abort(),
  };
}
