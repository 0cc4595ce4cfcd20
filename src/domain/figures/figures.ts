import type { Masters } from '../masters.js';
import type { Proposal } from '../proposal.js';
import { type Balance, balanceOf } from './balance.js';
import { axes, type Breakdown, breakdownOf } from './breakdown.js';
import { type Counted, countedIn, type FiguresView, isReceived } from './counted.js';
import { type CrossTable, crossTable } from './cross-table.js';
import { type Timing, timingOf } from './timing.js';
import { type TrackFigures, trackFigures } from './tracks.js';

/** Everything the report and the progress view count, from one state of one campaign (domain specification 1.8). */
export interface Figures {
  readonly view: FiguresView;
  readonly received: number;
  readonly balance: Balance;
  readonly breakdowns: readonly Breakdown[];
  readonly tracks: TrackFigures;
  readonly timing: Timing;
  /** Distinct people who support what was received: ほか賛同 m 人. */
  readonly supporters: number;
  readonly departmentByGrade: CrossTable;
}

/** What figures are taken from. */
export interface FiguresSource {
  readonly proposals: readonly Proposal[];
  readonly masters: Masters;
  /** Who endorsed a proposal 賛同; who only follows it is not counted. */
  readonly endorsersOf: (proposalId: string) => readonly string[];
  /** Whether all staff may see a proposal now (domain 5). */
  readonly isForAllStaff: (proposal: Proposal) => boolean;
}

function supportersOfAll(
  counted: readonly Counted[],
  endorsersOf: FiguresSource['endorsersOf'],
): number {
  const people = counted.filter(isReceived).flatMap(({ proposal }) => endorsersOf(proposal.id));
  return new Set(people).size;
}

/** Counts the proposals of one campaign from one of the two states. Each chart has the same total. */
export function figuresOf(
  { proposals, masters, endorsersOf, isForAllStaff }: FiguresSource,
  view: FiguresView,
): Figures {
  const counted = countedIn(view, proposals, isForAllStaff);
  const balance = balanceOf(counted);
  return {
    view,
    received: balance.received,
    balance,
    breakdowns: axes.map((axis) => breakdownOf(axis, counted, masters)),
    tracks: trackFigures(counted),
    timing: timingOf(view, counted),
    supporters: supportersOfAll(counted, endorsersOf),
    departmentByGrade: crossTable(['department', 'grade'], counted, masters, view === 'working'),
  };
}
