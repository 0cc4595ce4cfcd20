import { z } from 'zod';
import { driveExceptionCodes, driveSteps } from '../../domain/measures/drive.js';
import type { EarlierMeasure } from '../../domain/measures/measure.js';
import {
  type MeasureContent,
  materialKinds,
  measureKinds,
  measureRollouts,
} from '../../domain/measures/measure-content.js';
import type { MeasureEntry } from '../../domain/measures/measure-events.js';
import type { MeasureState } from '../../domain/measures/measure-state.js';
import type { StartDate } from '../../domain/measures/start-date.js';
import { roles } from '../../domain/member.js';
import { actorShape, releaseShape } from './state-shapes.js';
import { audienceShape, entryBase } from './trail-shapes.js';

// Strict, so that what a newer version of the product stored is never read as less and written back as less.
const text = z.string();
const optionalText = z.string().exactOptional();

const start: z.ZodType<StartDate> = z.discriminatedUnion('precision', [
  z.strictObject({ precision: z.literal('day'), day: text }),
  z.strictObject({ precision: z.literal('month'), month: text }),
  z.strictObject({ precision: z.literal('months'), from: text, to: text }),
  z.strictObject({ precision: z.literal('as-appropriate') }),
]);

const content: z.ZodType<MeasureContent> = z.strictObject({
  kind: z.enum(measureKinds),
  title: text,
  content: optionalText,
  categoryId: text,
  owner: z.strictObject({ departmentId: text, sectionId: optionalText }),
  start: start.exactOptional(),
  rollout: z.enum(measureRollouts),
  materials: z.array(z.strictObject({ kind: z.enum(materialKinds), title: text, link: text })),
  wave: z.number().int().exactOptional(),
  relistings: z.array(z.strictObject({ categoryId: text, title: optionalText })),
  campaignId: optionalText,
});

const because = z.strictObject({ reason: text });

const state: z.ZodType<MeasureState> = z.strictObject({
  content,
  withdrawn: because.exactOptional(),
});

const heldRoles = z.array(z.strictObject({ role: z.enum(roles), departmentId: optionalText }));
const realise = z.strictObject({ realisedOn: text, by: actorShape, roles: heldRoles });
const exceptions = z.array(z.strictObject({ number: text, code: z.enum(driveExceptionCodes) }));

const orderFields = {
  step: z.enum(driveSteps),
  by: actorShape,
  roles: heldRoles,
  numbers: z.array(text),
  realisedOn: optionalText,
  reason: optionalText,
};
const order = z.strictObject(orderFields);

const entryShape: z.ZodType<MeasureEntry> = z.discriminatedUnion('kind', [
  z.strictObject({ ...entryBase, kind: z.literal('created'), id: text, content }),
  z.strictObject({ ...entryBase, kind: z.literal('edited'), content }),
  z.strictObject({ ...entryBase, kind: z.literal('corrected'), content, reason: text }),
  z.strictObject({ ...entryBase, kind: z.literal('withdrawn'), reason: text }),
  z.strictObject({ ...entryBase, kind: z.literal('reinstated'), reason: text }),
  z.strictObject({
    ...entryBase,
    kind: z.literal('publication-scheduled'),
    due: z.number(),
    realise: realise.exactOptional(),
    release: releaseShape.exactOptional(),
  }),
  z.strictObject({ ...entryBase, kind: z.literal('publication-undone') }),
  z.strictObject({
    ...entryBase,
    kind: z.literal('published'),
    state,
    correction: because.exactOptional(),
    audience: audienceShape,
    notify: z.boolean(),
    release: releaseShape.exactOptional(),
  }),
  z.strictObject({ ...entryBase, kind: z.literal('drive-begun'), order }),
  z.strictObject({
    ...entryBase,
    kind: z.literal('drive-ended'),
    drive: z.number().int(),
    done: z.number().int(),
    exceptions,
  }),
]);

/** A trail of a measure, as it stands in TrailJson. Whether it has gaps is seen when it is replayed. */
export const measureTrailShape: z.ZodType<readonly MeasureEntry[]> = z.array(entryShape).min(1);

const version = z.strictObject({
  version: z.number().int().positive(),
  state,
  seq: z.number().int(),
  at: z.number(),
  correction: because.exactOptional(),
});

const end = z.strictObject({ done: z.number().int(), exceptions, at: z.number() });

const due = z.strictObject({
  due: z.number(),
  seq: z.number().int(),
  realise: realise.exactOptional(),
  release: releaseShape.exactOptional(),
});

/** What the archived entries of a measure came to, as it stands in EarlierJson. */
export const earlierShape: z.ZodType<EarlierMeasure> = z.strictObject({
  through: z.number().int().positive(),
  madeBy: actorShape,
  firstPublishedAt: z.number().exactOptional(),
  state: z.strictObject({
    id: text,
    createdAt: z.number(),
    content,
    withdrawn: because.exactOptional(),
    versions: z.array(version),
    correction: because.exactOptional(),
    publicationDue: due.exactOptional(),
    drives: z.array(
      z.strictObject({
        ...orderFields,
        seq: z.number().int(),
        at: z.number(),
        end: end.exactOptional(),
      }),
    ),
  }),
});
