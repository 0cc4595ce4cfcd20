import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Recorded, RecordedEntry } from '../../domain/recorded.js';
import { recordedText } from '../../text/recorded-text.js';
import { type Column, note } from './column.js';
import type { FieldReader } from './field-reader.js';
import { present } from './field-values.js';
import type { Fields } from './list-definition.js';

const base = {
  seq: z.number().int().positive(),
  occurredAt: z.number(),
  recordedAt: z.number(),
  by: z.strictObject({ id: z.string(), name: z.string() }),
  after: z.record(z.string(), z.unknown()),
};
const optionalText = z.string().exactOptional();

const recordedShape: z.ZodType<readonly RecordedEntry[]> = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({ ...base, kind: z.literal('found') }),
      z.strictObject({ ...base, kind: z.literal('entered'), token: optionalText }),
      z.strictObject({
        ...base,
        kind: z.literal('changed'),
        reason: optionalText,
        token: optionalText,
      }),
    ]),
  )
  .min(1)
  .refine((entries) => entries.every(({ seq }, index) => seq === index + 1));

/** Columns of the trail that a row keeps of itself. Rows typed by hand have none until the product writes them. */
export const recordedColumns: readonly Column[] = [
  note('TrailText', '経過'),
  note('TrailJson', '経過（記録用）'),
];

/** The trail as it is written. */
export function recordedFields({ trail }: Recorded): Fields {
  return {
    TrailText: trail ? recordedText(trail) : null,
    TrailJson: trail ? JSON.stringify(trail) : null,
  };
}

/** Reads the trail of a row; absent where nobody but hands has written it. */
export function readRecorded(read: FieldReader): Recorded {
  return present({ trail: read.optionalJson('TrailJson', recordedShape) });
}

/** Whether a row read back holds what was recorded last, possibly with later entries. */
export function holdsRecorded(row: Recorded, next: Recorded): boolean {
  const last = (next.trail?.length ?? 0) - 1;
  return isDeepStrictEqual(row.trail?.[last], next.trail?.[last]);
}
