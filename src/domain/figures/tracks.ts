import { type Horizon, horizons, type Track, tracks } from '../decision.js';
import { type Counted, isReceived } from './counted.js';

/** How many proposals are handled how; what has no track yet or any more is stated, so that it adds up. */
export interface TrackFigures {
  readonly tracks: readonly { readonly track: Track; readonly count: number }[];
  readonly horizons: readonly { readonly horizon: Horizon; readonly count: number }[];
  readonly owners: readonly { readonly departmentId: string; readonly count: number }[];
  /** Received and not merged, without a decision: under examination, out of scope or difficult without a track. */
  readonly undecided: number;
}

function tally<K extends string>(keys: readonly K[]): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Counts by track, by horizon of later years, and by owning department in the order of their number. */
export function trackFigures(counted: readonly Counted[]): TrackFigures {
  const own = counted.filter((each) => isReceived(each) && !each.isMerged);
  const decisions = own.flatMap(({ decision }) => decision ?? []);
  const byTrack = tally(decisions.map(({ track }) => track));
  const byHorizon = tally(decisions.flatMap((each) => ('horizon' in each ? each.horizon : [])));
  const byOwner = tally(decisions.map(({ owner }) => owner.departmentId));
  return {
    tracks: tracks.map((track) => ({ track, count: byTrack.get(track) ?? 0 })),
    horizons: horizons.map((horizon) => ({ horizon, count: byHorizon.get(horizon) ?? 0 })),
    owners: [...byOwner]
      .map(([departmentId, count]) => ({ departmentId, count }))
      .toSorted((a, b) => b.count - a.count || (a.departmentId < b.departmentId ? -1 : 1)),
    undecided: own.length - decisions.length,
  };
}
