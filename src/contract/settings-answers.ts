import { z } from 'zod';
import { chatLanguages, wantedNews } from '../domain/preference.js';
import { statuses } from '../domain/status.js';

const choices = {
  /** News of proposals one endorsed or follows; that of one's own is always told. */
  supported: z.enum(wantedNews),
  language: z.enum(chatLanguages),
  /** Whether the activity feed is used where the chat does not take a notice. */
  inFeed: z.boolean(),
};

/** GET /api/my-settings, and what POST answers. */
export const mySettingsAnswer = z.object(choices);

/** POST /api/my-settings. */
export const mySettingsRequest = z.strictObject(choices);

/** GET /api/my-missed-notices: what did not reach one and was not seen yet, latest first. */
export const missedNoticesAnswer = z.object({
  notices: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      /** The published one of now. */
      status: z.enum(statuses),
      /** When what was to be told happened. */
      at: z.number().int(),
      /** False where it may have arrived. */
      isCertain: z.boolean(),
    }),
  ),
  /** To be sent to …/seen once this was shown. Absent where there is nothing to see. */
  through: z.number().int().optional(),
});

/** POST /api/my-missed-notices/seen. */
export const seenMissedRequest = z.strictObject({ through: z.number().int().min(0) });

export type MySettingsAnswer = z.infer<typeof mySettingsAnswer>;
export type MissedNoticesAnswer = z.infer<typeof missedNoticesAnswer>;
