import { z } from 'zod';
import { horizons, tracks } from '../../domain/decision.js';
import { axes } from '../../domain/figures/breakdown.js';
import type { Figures } from '../../domain/figures/figures.js';
import type { Cell } from '../../domain/figures/hold-back.js';
import { statuses } from '../../domain/status.js';

const count = z.number().int().nonnegative();

const cell: z.ZodType<Cell> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('count'), count }),
  z.strictObject({ kind: z.literal('held-back') }),
]);

const duration = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('count'),
    count,
    medianDays: z.number().exactOptional(),
    ninetyPercentDays: z.number().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('held-back') }),
]);

/** Figures as a progress publication keeps them. */
export const figuresShape: z.ZodType<Figures> = z.strictObject({
  view: z.enum(['published', 'working']),
  received: count,
  balance: z.strictObject({
    rows: z.array(z.strictObject({ status: z.enum(statuses), count })),
    merged: count,
    received: count,
    withdrawn: count,
    realised: z.strictObject({ all: count, inPart: count }),
  }),
  breakdowns: z.array(
    z.strictObject({
      axis: z.enum(axes),
      rows: z.array(
        z.discriminatedUnion('kind', [
          z.strictObject({ key: z.string(), kind: z.literal('count'), count, percent: z.number() }),
          z.strictObject({ key: z.string(), kind: z.literal('held-back') }),
        ]),
      ),
      total: count,
    }),
  ),
  tracks: z.strictObject({
    tracks: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({ track: z.enum(tracks), kind: z.literal('count'), count }),
        z.strictObject({ track: z.enum(tracks), kind: z.literal('held-back') }),
      ]),
    ),
    horizons: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({ horizon: z.enum(horizons), kind: z.literal('count'), count }),
        z.strictObject({ horizon: z.enum(horizons), kind: z.literal('held-back') }),
      ]),
    ),
    owners: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({ departmentId: z.string(), kind: z.literal('count'), count }),
        z.strictObject({ departmentId: z.string(), kind: z.literal('held-back') }),
      ]),
    ),
    undecided: count,
  }),
  timing: z.strictObject({ toDecision: duration, toRealisation: duration }),
  supporters: count,
  departmentByGrade: z.strictObject({
    rowKeys: z.array(z.string()),
    columnKeys: z.array(z.string()),
    cells: z.array(z.array(cell)),
    rowTotals: z.array(cell),
    columnTotals: z.array(cell),
    total: count,
  }),
});
