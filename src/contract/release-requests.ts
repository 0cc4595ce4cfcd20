import { z } from 'zod';
import { mostItems } from '../domain/releases/release-item.js';

const longestLine = 1_000;
const seq = z.number().int().positive();
const number = z.string().max(20);
const id = z.string().max(100);

const content = {
  title: z.string().max(longestLine),
  campaign: id,
  withProgress: z.boolean(),
};

/** POST /api/release-sets. `id` is the token of the form, so that sending it twice makes one set. */
export const makeReleaseRequest = z.strictObject({ id: z.uuid(), ...content });

/** POST /api/release-sets/:id/edit. `seq` is the last trail entry of the set that was seen, here and below. */
export const editReleaseRequest = z.strictObject({ seq, ...content });

/** POST /api/release-sets/:id/add: each item with its last trail entry that was seen. */
export const addToReleaseRequest = z.strictObject({
  seq,
  proposals: z.array(z.strictObject({ number, seq })).max(2 * mostItems),
  measures: z.array(z.strictObject({ id, seq })).max(2 * mostItems),
});

/** POST /api/release-sets/:id/remove. */
export const takeFromReleaseRequest = z.strictObject({
  seq,
  proposals: z.array(number).max(mostItems),
  measures: z.array(id).max(mostItems),
});

/** POST /api/release-sets/:id/schedule. Without an instant it is due as soon as it can still be undone. */
export const scheduleReleaseRequest = z.strictObject({
  seq,
  publishAt: z.number().int().min(0).max(8_640_000_000_000_000).optional(),
});

/** POST /api/release-sets/:id/cancel. */
export const cancelReleaseRequest = z.strictObject({
  seq,
  reason: z.string().max(20_000).optional(),
});

/** POST /api/release-sets/:id/…-quiet-time. */
export const seenReleaseRequest = z.strictObject({ seq });

/** POST /api/publications/:id/correct. `version` is the one that was seen to be wrong. */
export const correctProgressRequest = z.strictObject({
  version: z.number().int().positive(),
  reason: z.string().max(20_000),
});
