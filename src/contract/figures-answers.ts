import { z } from 'zod';
import { horizons, tracks } from '../domain/decision.js';
import { axes } from '../domain/figures/breakdown.js';
import { statuses } from '../domain/status.js';

const count = z.number().int().nonnegative();

const heldBack = z.object({ kind: z.literal('held-back') });

/** How many took how long; held back where it would tell of single proposals. */
const duration = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('count'),
    count,
    medianDays: z.number().optional(),
    ninetyPercentDays: z.number().optional(),
  }),
  heldBack,
]);

/** A cell of two axes against each other: a count, or held back because it or a neighbour is small. */
export const cellShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), count }),
  heldBack,
]);

/**
 * GET /api/figures/:campaign (published), /api/figures/:campaign/on/:day (published, at the end of that day) and
 * /api/triage-figures/:campaign (working, for the secretariat).
 */
export const figuresAnswer = z.object({
  campaign: z.object({ id: z.string(), title: z.string(), isSample: z.boolean() }),
  view: z.enum(['published', 'working']),
  /** The instant up to which events are counted. */
  asOf: z.number().int(),
  received: count,
  supporters: count,
  balance: z.object({
    rows: z.array(z.object({ status: z.enum(statuses), count })),
    merged: count,
    received: count,
    withdrawn: count,
    realised: z.object({ all: count, inPart: count }),
  }),
  breakdowns: z.array(
    z.object({
      axis: z.enum(axes),
      rows: z.array(
        z.discriminatedUnion('kind', [
          z.object({ key: z.string(), kind: z.literal('count'), count, percent: z.number() }),
          z.object({ key: z.string(), kind: z.literal('held-back') }),
        ]),
      ),
      total: count,
    }),
  ),
  tracks: z.object({
    tracks: z.array(
      z.discriminatedUnion('kind', [
        z.object({ track: z.enum(tracks), kind: z.literal('count'), count }),
        z.object({ track: z.enum(tracks), kind: z.literal('held-back') }),
      ]),
    ),
    horizons: z.array(
      z.discriminatedUnion('kind', [
        z.object({ horizon: z.enum(horizons), kind: z.literal('count'), count }),
        z.object({ horizon: z.enum(horizons), kind: z.literal('held-back') }),
      ]),
    ),
    owners: z.array(
      z.discriminatedUnion('kind', [
        z.object({ departmentId: z.string(), kind: z.literal('count'), count }),
        z.object({ departmentId: z.string(), kind: z.literal('held-back') }),
      ]),
    ),
    undecided: count,
  }),
  timing: z.object({ toDecision: duration, toRealisation: duration }),
  departmentByGrade: z.object({
    rowKeys: z.array(z.string()),
    columnKeys: z.array(z.string()),
    cells: z.array(z.array(cellShape)),
    rowTotals: z.array(cellShape),
    columnTotals: z.array(cellShape),
    total: count,
  }),
});

/** GET /api/turnout/:campaign: 応募状況, for heads and the secretariat. Departments without a proposal count nothing. */
export const turnoutAnswer = z.object({
  campaign: z.object({
    id: z.string(),
    title: z.string(),
    isSample: z.boolean(),
    closesAt: z.number().int().optional(),
  }),
  asOf: z.number().int(),
  received: count,
  withdrawn: count,
  departments: z.array(
    z.discriminatedUnion('kind', [
      z.object({ departmentId: z.string(), kind: z.literal('count'), count }),
      z.object({ departmentId: z.string(), kind: z.literal('held-back') }),
    ]),
  ),
});

export type TurnoutAnswer = z.infer<typeof turnoutAnswer>;
export type FiguresAnswer = z.infer<typeof figuresAnswer>;
