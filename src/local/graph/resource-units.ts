import type { LocalDeps } from '../deps.js';
import { throttled } from './errors.js';
import { retryAfterOf } from './retry-after.js';

interface Window {
  startedAt: number;
  used: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** A day's quota is 960 times that of a minute in every licence class (1.2 million at 1,250). */
const minutesPerDailyQuota = 960;
/** Usage from which answers carry the RateLimit headers. */
const announcedFrom = 0.8;

/** Counts resource units by application (facts: graph-sharepoint.md §8). */
export interface ResourceUnits {
  /** Charges a call, or refuses it with 429; refused calls are charged too. */
  charge(appId: string, units: number): Record<string, string>;
  /** Seconds until the minute of an application ends. */
  secondsLeft(appId: string): number;
}

/** Opens the counters; the windows run in machine time. */
export function createResourceUnits(deps: LocalDeps): ResourceUnits {
  const windows = new Map<string, { minute: Window; day: Window }>();
  const current = (window: Window, length: number): Window => {
    const now = deps.clock.real();
    return now - window.startedAt >= length ? { startedAt: now, used: 0 } : window;
  };
  const of = (appId: string) => {
    const fresh = { startedAt: deps.clock.real(), used: 0 };
    const kept = windows.get(appId) ?? { minute: fresh, day: { ...fresh } };
    const next = { minute: current(kept.minute, minute), day: current(kept.day, day) };
    windows.set(appId, next);
    return next;
  };
  const left = (window: Window, length: number) =>
    Math.max(1, Math.ceil((window.startedAt + length - deps.clock.real()) / 1000));
  return {
    secondsLeft: (appId) => left(of(appId).minute, minute),
    charge(appId, units) {
      const { unitsPerMinute } = deps.profile.current();
      const used = of(appId);
      used.minute.used += units;
      used.day.used += units;
      const isDayOver = used.day.used > unitsPerMinute * minutesPerDailyQuota;
      const isOver = isDayOver || used.minute.used > unitsPerMinute;
      const reset = isDayOver ? left(used.day, day) : left(used.minute, minute);
      const isAnnounced = isOver || used.minute.used >= unitsPerMinute * announcedFrom;
      const headers: Record<string, string> = isAnnounced
        ? {
            'RateLimit-Limit': String(unitsPerMinute),
            'RateLimit-Remaining': String(Math.max(0, unitsPerMinute - used.minute.used)),
            'RateLimit-Reset': String(reset),
          }
        : {};
      if (!isOver) return headers;
      const refusal = throttled(retryAfterOf(deps, reset));
      Object.assign(refusal.headers, headers);
      throw refusal;
    },
  };
}
