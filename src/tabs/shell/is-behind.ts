import type { Instant } from '../../domain/instant.js';

const behindAfterMs = 180_000;

/** Whether the server's register has not caught up for so long that whoever reads it must know. */
export function isBehind(asOf: Instant, now: Instant): boolean {
  return now - asOf > behindAfterMs;
}
