import type { Collection } from '../state.js';

/** One change of an item and when delta begins to show it (machine time, ms). */
export interface Change {
  seq: number;
  item: string;
  n: number;
  at: number;
  deleted?: true;
}

/** A point between changes: everything up to `time`, and of that instant up to `seq`, is told. */
export interface ChangePoint {
  time: number;
  seq: number;
}

/** The changes of one list, in the order delta shows them. */
export interface ChangeLog {
  /** Records a change that shows itself `lag` after now. */
  record(change: { item: string; n: number; deleted?: true }, lag: number): void;
  /** The present moment as a point to continue from. */
  mark(): ChangePoint;
  /** Changes after `from` up to `until`, oldest first. */
  between(from: ChangePoint, until: ChangePoint): Change[];
  /** The newest change of an item that shows at a point. */
  shown(item: string, at: ChangePoint): Change | undefined;
}

function isUpTo(change: Change, point: ChangePoint): boolean {
  return change.at < point.time || (change.at === point.time && change.seq <= point.seq);
}

function compare(a: Change, b: Change): number {
  return a.at - b.at || a.seq - b.seq;
}

function firstAfter(sorted: readonly Change[], point: ChangePoint): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const change = sorted[middle];
    if (change !== undefined && isUpTo(change, point)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function newest(changes: readonly Change[]): Change | undefined {
  return changes.reduce<Change | undefined>(
    (best, change) => (best === undefined || change.n > best.n ? change : best),
    undefined,
  );
}

/** Opens the log kept in a collection. `isKept` drops changes whose item write never happened. */
export function openChangeLog(
  kept: Collection<Change>,
  now: () => number,
  isKept: (change: Change) => boolean,
): ChangeLog {
  for (const [key, change] of kept.entries()) if (!isKept(change)) kept.delete(key);
  const sorted = kept.values().sort(compare);
  const byItem = new Map<string, Change[]>();
  for (const change of sorted) {
    byItem.set(change.item, [...(byItem.get(change.item) ?? []), change]);
  }
  let seq = sorted.reduce((last, change) => Math.max(last, change.seq), 0);
  let marked = 0;

  const remove = (change: Change) => {
    kept.delete(String(change.seq));
    sorted.splice(firstAfter(sorted, { time: change.at, seq: change.seq }) - 1, 1);
  };
  /** Of what already shows, only the newest matters: delta tells the latest state. */
  const dropSuperseded = (changes: readonly Change[], point: ChangePoint): Change[] => {
    const best = newest(changes.filter((change) => isUpTo(change, point)));
    const isSuperseded = (change: Change) => change !== best && isUpTo(change, point);
    for (const change of changes.filter(isSuperseded)) remove(change);
    return changes.filter((change) => !isSuperseded(change));
  };
  const mark = (): ChangePoint => {
    marked = Math.max(marked, now());
    return { time: marked, seq };
  };
  return {
    record({ item, n, deleted }, lag) {
      const left = dropSuperseded(byItem.get(item) ?? [], mark());
      seq += 1;
      const at = marked + Math.max(0, Math.round(lag));
      const change: Change = { seq, item, n, at, ...(deleted === undefined ? {} : { deleted }) };
      kept.set(String(seq), change);
      sorted.splice(firstAfter(sorted, { time: at, seq }), 0, change);
      byItem.set(item, [...left, change]);
    },
    mark,
    between: (from, until) => sorted.slice(firstAfter(sorted, from), firstAfter(sorted, until)),
    shown: (item, at) => newest((byItem.get(item) ?? []).filter((change) => isUpTo(change, at))),
  };
}
