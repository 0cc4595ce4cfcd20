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
  /** Asks again, with growing pauses, until everything is as it must be. */
  later(logger: Pick<Logger, 'info' | 'error'>): void;
  /** What was found since, for an administrator. */
  findings(): readonly Finding[];
  stop(): void;
}

const restart =
  'the site or its lists are not those that the app began with: they were made anew; restart the app';

function saidOf(settled: Settled): readonly string[] {
  if (settled.kind === 'other-place') return [restart];
  return settled.kind === 'deviating' ? settled.faults : [];
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

  async function again(settling: Promise<Settled>): Promise<boolean> {
    try {
      const settled = await settling;
      said = saidOf(settled);
      return settled.kind === 'ready' || settled.kind === 'other-place';
    } catch (fault) {
      said = [fault instanceof Error ? fault.message : String(fault)];
      return false;
    }
  }

  async function untilSettled(logger: Pick<Logger, 'info' | 'error'>): Promise<void> {
    let isSettled = await again(asked);
    for (let waitMs = firstPauseMs; !isSettled; waitMs = Math.min(longestPauseMs, waitMs * 2)) {
      await pause(waitMs, undefined, { ref: false, signal: stopped.signal });
      const before = said.join();
      isSettled = await again(settle(graph));
      if (said.length > 0 && said.join() !== before) {
        logger.error({ said }, 'the lists are not as the app needs them');
      }
    }
    if (said.length === 0) logger.info('caught up with Graph after a start without it');
  }

  return {
    first,
    later: (logger) => {
      // Only stopping ends it early.
      untilSettled(logger).catch(() => undefined);
    },
    findings: () => said.map((each) => ({ code: 'list-differs', said: each })),
    stop: () => stopped.abort(),
  };
}
