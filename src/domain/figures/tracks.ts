import { type Horizon, horizons, type Track, tracks } from '../decision.js';
import { heldBackGroups } from './breakdown.js';
import { type Counted, groupCounted, isReceived } from './counted.js';
import type { Cell } from './hold-back.js';

/** How many proposals are handled how; what has no track yet or any more is stated, so that it adds up. */
export interface TrackFigures {
  readonly tracks: readonly { readonly track: Track; readonly count: number }[];
  readonly horizons: readonly { readonly horizon: Horizon; readonly count: number }[];
  /** In the order of their number; those that would tell of single proposals come last, without it. */
  readonly owners: readonly ({ readonly departmentId: string } & Cell)[];
  /** Received and not merged, without a decision: under examination, out of scope or difficult without a track. */
  readonly undecided: number;
}

function tally<K extends string>(keys: readonly K[]): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Counts by owning department, the greatest first; few proposals of which one is not for all staff are held back. */
function ownersOf(decided: readonly Counted[]): TrackFigures['owners'] {
  const byOwner = groupCounted(decided, ({ decision }) => decision?.owner.departmentId ?? '');
  const rows = [...byOwner].toSorted(
    ([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1),
  );
  const held = heldBackGroups(new Map(rows));
  const shown = rows.flatMap(([departmentId, { length: count }], index) =>
    held.has(index) ? [] : [{ departmentId, kind: 'count' as const, count }],
  );
  const rest = rows.flatMap(([departmentId], index) =>
    held.has(index) ? [{ departmentId, kind: 'held-back' as const }] : [],
  );
  return [...shown, ...rest.toSorted((a, b) => (a.departmentId < b.departmentId ? -1 : 1))];
}

/** Counts by track, by horizon of later years, and by owning department in the order of their number. */
export function trackFigures(counted: readonly Counted[]): TrackFigures {
  const own = counted.filter((each) => isReceived(each) && !each.isMerged);
  const decided = own.filter(({ decision }) => decision);
  const decisions = decided.flatMap(({ decision }) => decision ?? []);
  const byTrack = tally(decisions.map(({ track }) => track));
  const byHorizon = tally(decisions.flatMap((each) => ('horizon' in each ? each.horizon : [])));
  return {
    tracks: tracks.map((track) => ({ track, count: byTrack.get(track) ?? 0 })),
    horizons: horizons.map((horizon) => ({ horizon, count: byHorizon.get(horizon) ?? 0 })),
    owners: ownersOf(decided),
    undecided: own.length - decisions.length,
  };
}
