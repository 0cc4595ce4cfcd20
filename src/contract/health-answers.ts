import { z } from 'zod';
import { healthStates, healthSubjects } from '../domain/health/finding.js';

/** GET /api/health and POST /api/health/look: what the app found when it last looked at itself. */
export const healthAnswer = z.object({
  /** When it looked; absent until it has looked for the first time. */
  asOf: z.number().int().optional(),
  /** The gravest state among the findings. */
  state: z.enum(healthStates),
  findings: z.array(
    z.object({
      subject: z.enum(healthSubjects),
      state: z.enum(healthStates),
      code: z.string(),
      /** What is so and what to do, in the language of the caller. */
      text: z.string(),
    }),
  ),
});

/** POST /api/health/look asks for nothing but the look. */
export const lookRequest = z.strictObject({});

export type HealthAnswer = z.infer<typeof healthAnswer>;
