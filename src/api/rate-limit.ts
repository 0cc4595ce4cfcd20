import type { Instant } from '../domain/instant.js';

/** How fast one person may ask. */
export interface RateLimit {
  /** Requests in one go. */
  readonly burst: number;
  /** Requests per second in the long run. */
  readonly perSecond: number;
}

/** Fast for a person with several tabs open, slow for reading ten thousand numbers (attack matrix B16). */
export const defaultRateLimit: RateLimit = { burst: 120, perSecond: 4 };

/** Comparing a text with all others is some milliseconds of work; a form asks once a pause in the writing. */
export const defaultHintLimit: RateLimit = { burst: 20, perSecond: 0.5 };

/** Graph tells several changes at once; sixteen lists that change all the time stay far below this. */
export const defaultDoorLimit: RateLimit = { burst: 200, perSecond: 20 };

/** Who calls at the door of Graph by another address than Graph: a look from outside, and whoever tries the door. */
export const defaultStrangerLimit: RateLimit = { burst: 20, perSecond: 2 };

interface Bucket {
  tokens: number;
  at: Instant;
}

const mostBuckets = 50_000;

/**
 * A token bucket per key. Answers 0 where the request may pass, else the whole seconds to wait. Full buckets are
 * forgotten once there are many, so that memory stays bounded.
 */
export function openRateLimit({
  burst,
  perSecond,
}: RateLimit): (key: string, at: Instant) => number {
  const buckets = new Map<string, Bucket>();

  function refilled(bucket: Bucket, at: Instant): number {
    const seconds = Math.max(0, at - bucket.at) / 1000;
    return Math.min(burst, bucket.tokens + seconds * perSecond);
  }

  function forgetFull(at: Instant): void {
    for (const [key, bucket] of buckets) {
      if (refilled(bucket, at) >= burst) buckets.delete(key);
    }
    // Still too many: all are forgotten, which favours callers and keeps the server standing.
    if (buckets.size >= mostBuckets) buckets.clear();
  }

  return (key, at) => {
    const known = buckets.get(key);
    if (!known && buckets.size >= mostBuckets) forgetFull(at);
    const tokens = known ? refilled(known, at) : burst;
    const passes = tokens >= 1;
    buckets.set(key, { tokens: passes ? tokens - 1 : tokens, at });
    return passes ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond));
  };
}
