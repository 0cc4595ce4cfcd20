import type { LocalDeps } from '../deps.js';

/** Text of a `Retry-After` header, as the profile spells it; undefined where it leaves it out. */
export function retryAfterOf({ profile, clock }: LocalDeps, seconds: number): string | undefined {
  const { retryAfter, retryAfterAsDate } = profile.current();
  if (!retryAfter) return undefined;
  return retryAfterAsDate
    ? new Date(Math.ceil(clock.real() / 1000 + seconds) * 1000).toUTCString()
    : String(seconds);
}
