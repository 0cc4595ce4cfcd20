import type { Instant } from '../instant.js';
import type { TrailEntry } from '../trail.js';
import type { Counted, FiguresView } from './counted.js';

const dayMs = 86_400_000;

/** How long it took, in days with one decimal. Absent where nothing took place yet. */
export interface Duration {
  readonly count: number;
  readonly medianDays?: number;
  readonly ninetyPercentDays?: number;
}

/** Time from the receipt to the first decision and to the realisation. */
export interface Timing {
  readonly toDecision: Duration;
  readonly toRealisation: Duration;
}

/** When a decision was first made, or first published. */
function decidedAt(view: FiguresView, trail: readonly TrailEntry[]): Instant | undefined {
  return trail.find((entry) =>
    view === 'working'
      ? entry.kind === 'track-decided'
      : entry.kind === 'published' && entry.state.decision !== undefined,
  )?.occurredAt;
}

function realisedAt(view: FiguresView, trail: readonly TrailEntry[]): Instant | undefined {
  return trail.find((entry) =>
    view === 'working'
      ? entry.kind === 'realised'
      : entry.kind === 'published' && entry.state.status === 'realised',
  )?.occurredAt;
}

const inDays = (ms: number): number => Math.round((ms / dayMs) * 10) / 10;

/** The value below which a share of sorted values lies (nearest rank). */
function rank(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

function durationOf(lengths: readonly number[]): Duration {
  const sorted = lengths.toSorted((a, b) => a - b);
  const median = rank(sorted, 0.5);
  const most = rank(sorted, 0.9);
  return {
    count: sorted.length,
    ...(median !== undefined && { medianDays: inDays(median) }),
    ...(most !== undefined && { ninetyPercentDays: inDays(most) }),
  };
}

/** How long decisions and realisations took, over all proposals that have one. */
export function timingOf(view: FiguresView, counted: readonly Counted[]): Timing {
  function lengths(
    reached: (view: FiguresView, trail: readonly TrailEntry[]) => Instant | undefined,
  ): readonly number[] {
    return counted.flatMap(({ proposal: { trail, receivedAt } }) => {
      const at = reached(view, trail);
      return at === undefined ? [] : at - receivedAt;
    });
  }
  return {
    toDecision: durationOf(lengths(decidedAt)),
    toRealisation: durationOf(lengths(realisedAt)),
  };
}
