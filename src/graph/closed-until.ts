import type { Middleware } from '@microsoft/microsoft-graph-client';
import type { Instant } from '../domain/instant.js';
import type { Clock } from '../usecases/ports.js';
import { retryAfterOf } from './retry-step.js';

/** What the closed gate needs. */
export interface ClosedUntilOptions {
  readonly clock: Clock;
  /** Told whenever the gate closes, with the milliseconds. */
  readonly onClosed: (waitMs: number) => void;
}

/** The code in place of Graph's own where a call was answered here and never sent. */
export const notSent = 'notSent';

const firstWaitMs = 2_000;
/** Bounds what is waited for: a wrong header is not to keep the product away from its lists for days. */
const longestWaitMs = 60 * 60 * 1000;

const secondsOf = (waitMs: number): string => String(Math.ceil(waitMs / 1000));

/** The answer of a closed gate: what Graph itself would say, because a call sent now would prolong the throttling. */
function closedAnswer(waitMs: number): Response {
  return new Response(JSON.stringify({ error: { code: notSent } }), {
    status: 429,
    headers: { 'Retry-After': secondsOf(waitMs) },
  });
}

/**
 * The one gate in front of Graph: after a 429, or a 503 that says how long, no call of any kind is sent before that
 * time (SharePoint throttles the app as a whole). A 429 without Retry-After closes for a time that doubles from two
 * seconds until a call gets through. Stands behind the retry step, which waits where a short wait is affordable.
 */
export function createClosedUntil({ clock, onClosed }: ClosedUntilOptions): Middleware {
  let next: Middleware | undefined;
  let openAt: Instant = 0;
  let closings = 0;

  function closeFor(waitMs: number): void {
    const until = clock.now() + Math.min(waitMs, longestWaitMs);
    if (until <= openAt) return;
    openAt = until;
    onClosed(until - clock.now());
  }

  /** Several calls under way can be refused at once: only the first makes the time grow. */
  function closeGrowing(): void {
    if (openAt > clock.now()) return;
    closeFor(firstWaitMs * 2 ** closings);
    closings += 1;
  }

  function heed(response: Response): void {
    const asked = retryAfterOf(response.headers);
    const isThrottled = response.status === 429 || (response.status === 503 && asked !== undefined);
    if (!isThrottled) {
      if (openAt <= clock.now()) closings = 0;
      return;
    }
    if (asked !== undefined) {
      closeFor(asked);
      return;
    }
    closeGrowing();
    response.headers.set('Retry-After', secondsOf(openAt - clock.now()));
  }

  return {
    setNext(middleware) {
      next = middleware;
    },
    async execute(context) {
      const waitMs = openAt - clock.now();
      if (waitMs > 0) {
        context.response = closedAnswer(waitMs);
        return;
      }
      await next?.execute(context);
      if (context.response) heed(context.response);
    },
  };
}
