import { z } from 'zod';
import { draftFields, longestDraft } from '../domain/drafts/draft.js';

/** A form as typed, field by field. */
export const typedForm = z.partialRecord(z.enum(draftFields), z.string().max(longestDraft));

/** A draft of the caller. */
export const draftShape = z.object({
  id: z.string(),
  campaignId: z.string(),
  form: typedForm,
  /** Sent back as `seen` with the next version. */
  seq: z.number().int(),
  savedAt: z.number().int(),
});

/** GET /api/my-drafts: the caller's own, saved last first. Nobody reads those of another person. */
export const draftsAnswer = z.object({
  drafts: z.array(draftShape),
  /** Most drafts of one person, and for how many days they are kept. */
  most: z.number().int(),
  days: z.number().int(),
});

/** POST /api/my-drafts/:id; the id is the token of the form. `seen`: the version written on, 0 where there was none. */
export const saveDraftRequest = z.strictObject({
  campaignId: z.string().max(255),
  form: typedForm,
  seen: z.number().int().min(0),
});

/** What is stored now. */
export const savedDraftAnswer = draftShape.pick({ id: true, seq: true, savedAt: true });

export type SaveDraftRequest = z.infer<typeof saveDraftRequest>;
export type DraftsAnswer = z.infer<typeof draftsAnswer>;
export type SavedDraftAnswer = z.infer<typeof savedDraftAnswer>;
