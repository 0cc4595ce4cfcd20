import { z } from 'zod';
import { marks } from '../domain/figures/marks.js';
import { reportClasses } from '../domain/report-class.js';

const count = z.number().int().nonnegative();
const instant = z.number().int();

/** GET /api/campaigns: the calls for proposals that have begun, the latest first. */
export const campaignsAnswer = z.object({
  campaigns: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      isSample: z.boolean(),
      opensAt: instant,
      /** Whether proposals are taken now. */
      isOpen: z.boolean(),
    }),
  ),
});

/** GET /api/figures/:campaign/dots: where each received proposal stands, as published. */
export const dotsAnswer = z.object({
  campaign: z.object({ id: z.string(), title: z.string(), isSample: z.boolean() }),
  asOf: instant,
  rows: z.array(
    z.object({
      mark: z.enum(marks),
      /** How the report of this campaign sums it up. */
      reportClass: z.enum(reportClasses),
      /** All of them; those the caller may not read are counted and not named. */
      count,
      proposals: z.array(z.object({ number: z.string(), title: z.string() })),
    }),
  ),
});

export type CampaignsAnswer = z.infer<typeof campaignsAnswer>;
export type DotsAnswer = z.infer<typeof dotsAnswer>;
