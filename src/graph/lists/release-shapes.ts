import { z } from 'zod';
import { roles } from '../../domain/member.js';
import type { ReleaseEntry } from '../../domain/releases/release-events.js';
import { releaseExceptionCodes } from '../../domain/releases/release-exception.js';
import { itemKinds, type ReleaseItem } from '../../domain/releases/release-item.js';
import { audienceShape, entryBase } from './trail-shapes.js';

// Strict, so that what a newer version of the product stored is never read as less and written back as less.
const text = z.string();
const optionalText = z.string().exactOptional();
const seq = z.number().int().positive();

const content = { title: text, campaignId: text, withProgress: z.boolean() };

const item: z.ZodType<ReleaseItem> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('proposal'), id: text, number: text, seq }),
  z.strictObject({ kind: z.literal('measure'), id: text, seq }),
]);

const refFields = { kind: z.enum(itemKinds), id: text };
const itemRef = z.strictObject(refFields);
const exceptions = z.array(z.strictObject({ ...refFields, code: z.enum(releaseExceptionCodes) }));
const heldRoles = z.array(z.strictObject({ role: z.enum(roles), departmentId: optionalText }));

const post = z.strictObject({
  channelId: text,
  as: z.enum(['staff', 'owner']),
  items: z.array(itemRef),
});

/** One shape per kind; `fields` are those that the event adds to every entry. */
function entry<K extends ReleaseEntry['kind'], F extends z.core.$ZodLooseShape>(
  kind: K,
  fields: F,
) {
  return z.strictObject({ ...entryBase, kind: z.literal(kind), ...fields });
}

const entryShape: z.ZodType<ReleaseEntry> = z.discriminatedUnion('kind', [
  entry('created', { id: text, ...content }),
  entry('edited', content),
  entry('added', { items: z.array(item) }),
  entry('removed', { items: z.array(itemRef) }),
  entry('quiet-time-asked', {}),
  entry('quiet-time-confirmed', {}),
  entry('quiet-time-declined', {}),
  entry('scheduled', { publishAt: z.number(), roles: heldRoles }),
  entry('excepted', { exceptions }),
  entry('cancelled', { reason: optionalText, because: z.literal('no-room').exactOptional() }),
  entry('release-begun', { posts: z.array(post) }),
  entry('released', {
    audience: audienceShape,
    exceptions,
    hasProgress: z.boolean(),
    despiteQuietTime: z.literal(true).exactOptional(),
  }),
]);

/** A whole trail of a release set, as it stands in TrailJson. Whether it has gaps is seen when it is replayed. */
export const releaseTrailShape: z.ZodType<readonly ReleaseEntry[]> = z.array(entryShape).min(1);
