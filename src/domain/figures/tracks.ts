import { type Decision, type Horizon, horizons, type Track, tracks } from '../decision.js';
import { heldBackGroups } from './breakdown.js';
import { type Counted, groupCounted, isReceived, lineOf } from './counted.js';
import { type Cell, heldBackWithZeros } from './hold-back.js';

/** How many proposals are handled how; what has no track yet or any more is stated, so that it adds up. */
export interface TrackFigures {
  readonly tracks: readonly ({ readonly track: Track } & Cell)[];
  /** Of later years; their sum is the count of that track, so that they are held back with it. */
  readonly horizons: readonly ({ readonly horizon: Horizon } & Cell)[];
  /** In the order of their number; those that would tell of single proposals come last, without it. */
  readonly owners: readonly ({ readonly departmentId: string } & Cell)[];
  /** Received and not merged, without a decision: under examination, out of scope or difficult without a track. */
  readonly undecided: number;
}

const heldBack: Cell = { kind: 'held-back' };

/** One cell for each key in their order. */
function cellsOf<K extends string>(
  keys: readonly K[],
  decided: readonly Counted[],
  keyOf: (decision: Decision) => string | undefined,
): ReadonlyMap<K, Cell> {
  const lines = keys.map((key) =>
    lineOf(decided.filter(({ decision }) => decision && keyOf(decision) === key)),
  );
  const held = heldBackWithZeros(lines);
  return new Map(
    keys.map((key, index) => [
      key,
      held.has(index) ? heldBack : { kind: 'count', count: lines[index]?.count ?? 0 },
    ]),
  );
}

const horizonOf = (decision: Decision): Horizon | undefined =>
  decision.track === 'later' ? decision.horizon : undefined;

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
  const byTrack = cellsOf(tracks, decided, ({ track }) => track);
  const byHorizon = cellsOf(horizons, decided, horizonOf);
  const isLaterHeld = byTrack.get('later')?.kind === 'held-back';
  return {
    tracks: [...byTrack].map(([track, cell]) => ({ track, ...cell })),
    horizons: [...byHorizon].map(([horizon, cell]) => ({
      horizon,
      ...(isLaterHeld ? heldBack : cell),
    })),
    owners: ownersOf(decided),
    undecided: own.length - decided.length,
  };
}
