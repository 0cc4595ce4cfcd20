import { z } from 'zod';
import { presentationStates } from '../domain/queues/presentations.js';
import { statuses } from '../domain/status.js';
import { presentationShape } from './state-shapes.js';

/** The query of GET /api/presentation-candidates: a grade band and an answer; what is absent is not asked about. */
export const candidatesQuery = z.strictObject({
  grade: z.string().min(1).max(100).optional(),
  state: z.enum(presentationStates).optional(),
});

/** GET /api/presentation-candidates: 発表候補 for the secretariat, without names (blind), in order of number. */
export const candidatesAnswer = z.object({
  rows: z.array(
    z.object({
      number: z.string(),
      /** Last trail entry as read; sent back with the invitation. */
      seq: z.number().int(),
      title: z.string(),
      status: z.enum(statuses),
      state: z.enum(presentationStates),
      presentation: presentationShape.optional(),
    }),
  ),
  /** Of those of the grade band, how many are in each state. */
  counts: z.record(z.enum(presentationStates), z.number().int()),
});

/** GET /api/presentations: who accepted to present, for executives; the published status, the earliest meeting first. */
export const presentationsAnswer = z.object({
  rows: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      status: z.enum(statuses),
      meeting: z.string(),
      heldOn: z.string(),
      proposerName: z.string(),
      departmentId: z.string(),
      sectionId: z.string().optional(),
    }),
  ),
});

export type CandidatesAnswer = z.infer<typeof candidatesAnswer>;
export type PresentationsAnswer = z.infer<typeof presentationsAnswer>;
