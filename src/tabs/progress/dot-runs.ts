import type { DotsAnswer } from '../../contract/progress-answers.js';
import type { Mark } from '../../domain/figures/marks.js';

/** A proposal that can be opened from its dot. */
export type NamedDot = DotsAnswer['rows'][number]['proposals'][number];

/** Dots that look alike, one beside the other: from one place up to another. */
export interface DotRun {
  readonly mark: Mark;
  readonly from: number;
  /** Up to here they can be opened, from here on they are only counted. */
  readonly named: number;
  readonly to: number;
  readonly proposals: readonly NamedDot[];
}

/** The runs of a field in the order of the statuses; statuses without a dot have none. */
export function dotRuns(rows: DotsAnswer['rows']): readonly DotRun[] {
  let from = 0;
  return rows.flatMap(({ mark, count, proposals }) => {
    if (count === 0) return [];
    const run = { mark, from, named: from + proposals.length, to: from + count, proposals };
    from = run.to;
    return [run];
  });
}

/** What stands at a place: its status, and the proposal where it can be opened. */
export function dotAt(
  runs: readonly DotRun[],
  place: number,
): { readonly mark: Mark; readonly proposal?: NamedDot } | undefined {
  const run = runs.find(({ from, to }) => place >= from && place < to);
  const proposal = run?.proposals[place - run.from];
  return run && { mark: run.mark, ...(proposal && { proposal }) };
}
