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
const longestClosedMs = 60 * 60 * 1000;
/** RateLimit headers speak of the quota of one minute; a reset further away than twice that is not believed. */
export const longestResetMs = 2 * 60 * 1000;

const secondsOf = (waitMs: number): string => String(Math.ceil(waitMs / 1000));

/** How long the service wants to be left alone: the larger of Retry-After and RateLimit-Reset (facts: graph-sharepoint 8). */
function askedWait(headers: Headers): number | undefined {
  const reset = headers.get('ratelimit-reset')?.trim() ?? '';
  const resetMs = /^\d{1,9}$/.test(reset)
    ? Math.min(Number(reset) * 1000, longestResetMs)
    : undefined;
  const afterMs = retryAfterOf(headers);
  if (resetMs === undefined || afterMs === undefined) return afterMs ?? resetMs;
  return Math.max(resetMs, afterMs);
}

const isThrottled = (status: number, headers: Headers): boolean =>
  status === 429 || (status === 503 && headers.has('retry-after'));

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
  let closedAt: Instant = 0;
  let closings = 0;

  /** A clock set back does not keep the gate closed for longer. */
  const leftMs = (): number => (clock.now() < closedAt ? 0 : openAt - clock.now());

  function closeFor(waitMs: number): void {
    const bounded = Math.min(waitMs, longestClosedMs);
    if (bounded <= leftMs()) return;
    closedAt = clock.now();
    openAt = closedAt + bounded;
    onClosed(bounded);
  }

  /** Several calls under way can be refused at once: only the first makes the time grow. */
  function closeGrowing(): void {
    if (leftMs() > 0) return;
    closeFor(firstWaitMs * 2 ** closings);
    closings += 1;
  }

  function heed({ status, headers }: Response): void {
    if (!isThrottled(status, headers)) {
      if (leftMs() <= 0) closings = 0;
      return;
    }
    const asked = askedWait(headers);
    if (asked === undefined) closeGrowing();
    else closeFor(asked);
    if (!headers.has('retry-after')) headers.set('Retry-After', secondsOf(leftMs()));
  }

  return {
    setNext(middleware) {
      next = middleware;
    },
    async execute(context) {
      const waitMs = leftMs();
      if (waitMs > 0) {
        context.response = closedAnswer(waitMs);
        return;
      }
      await next?.execute(context);
      if (context.response) heed(context.response);
    },
  };
}
