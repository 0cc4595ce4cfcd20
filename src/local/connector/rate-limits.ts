/** A window: at most `calls` in `seconds`. */
type Window = readonly [calls: number, seconds: number];

/** Documented limits of one bot in one thread. */
export const threadLimits = {
  send: [
    [7, 1],
    [8, 2],
    [60, 30],
    [1800, 3600],
  ],
  read: [
    [14, 1],
    [16, 2],
    [120, 30],
    [3600, 3600],
  ],
} as const satisfies Record<string, readonly Window[]>;

/** Documented limit of an app in a tenant, over all conversations. */
const tenantLimit: Window = [50, 1];

/** The limit that was hit and the seconds until the next call is admitted. */
export interface Exceeded {
  limit: number;
  seconds: number;
  waitSeconds: number;
}

/** Counts calls in sliding windows of machine time. */
export interface RateLimits {
  /** Counts one call, or says which limit forbids it (a refused call is not counted). */
  take(kind: keyof typeof threadLimits, conversationId: string): Exceeded | undefined;
}

function exceeded(calls: readonly number[], windows: readonly Window[], now: number) {
  for (const [limit, seconds] of windows) {
    const since = now - seconds * 1000;
    const inside = calls.filter((at) => at > since);
    const oldest = inside.at(-limit);
    if (oldest !== undefined) {
      return { limit, seconds, waitSeconds: Math.ceil((oldest + seconds * 1000 - now) / 1000) };
    }
  }
  return undefined;
}

/** Limits with nothing counted yet. */
export function createRateLimits(now: () => number): RateLimits {
  const threads = new Map<string, number[]>();
  let tenant: number[] = [];
  return {
    take(kind, conversationId) {
      const at = now();
      const key = `${kind} ${conversationId}`;
      const calls = (threads.get(key) ?? []).filter((one) => one > at - 3_600_000);
      tenant = tenant.filter((one) => one > at - 1000);
      const found = exceeded(calls, threadLimits[kind], at) ?? exceeded(tenant, [tenantLimit], at);
      if (found !== undefined) return found;
      threads.set(key, [...calls, at]);
      tenant.push(at);
      return undefined;
    },
  };
}
