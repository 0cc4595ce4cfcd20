import type { FirstInstants } from '../first-instants.js';
import { type Counted, type FiguresView, lineOf } from './counted.js';
import { isTelling } from './hold-back.js';

const dayMs = 86_400_000;

/**
 * How long it took, in days with one decimal; nothing where nothing took place yet. Held back where few took it so
 * far of which one is not for all staff to see.
 */
export type Duration =
  | {
      readonly kind: 'count';
      readonly count: number;
      readonly medianDays?: number;
      readonly ninetyPercentDays?: number;
    }
  | { readonly kind: 'held-back' };

/** Time from the receipt to the first decision and to the realisation, or until each of them was first told. */
export interface Timing {
  readonly toDecision: Duration;
  readonly toRealisation: Duration;
}

/** One proposal that has come so far. */
interface Lap {
  readonly counted: Counted;
  readonly ms: number;
}

const inDays = (ms: number): number => Math.round((ms / dayMs) * 10) / 10;

/** The value below which a share of sorted values lies (nearest rank). */
function rank(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

function durationOf(laps: readonly Lap[]): Duration {
  if (isTelling(lineOf(laps.map(({ counted }) => counted)))) return { kind: 'held-back' };
  const sorted = laps.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const median = rank(sorted, 0.5);
  const most = rank(sorted, 0.9);
  return {
    kind: 'count',
    count: sorted.length,
    ...(median !== undefined && { medianDays: inDays(median) }),
    ...(most !== undefined && { ninetyPercentDays: inDays(most) }),
  };
}

/** How long decisions and realisations took, over all proposals that have one. */
export function timingOf(view: FiguresView, counted: readonly Counted[]): Timing {
  function laps(what: keyof FirstInstants): readonly Lap[] {
    return counted.flatMap((each) => {
      const { firsts, receivedAt } = each.proposal;
      const at = firsts?.[what];
      return at === undefined ? [] : { counted: each, ms: at - receivedAt };
    });
  }
  return {
    toDecision: durationOf(laps(view === 'working' ? 'decided' : 'decisionTold')),
    toRealisation: durationOf(laps(view === 'working' ? 'realised' : 'realisationTold')),
  };
}
