import { isCivilDate } from '../../domain/instant.js';
import type { MasterEntry } from '../../domain/masters.js';
import type { Recorded } from '../../domain/recorded.js';
import { type Column, number, text } from './column.js';
import { createFieldReader, type FieldReader } from './field-reader.js';
import { present } from './field-values.js';
import type { Fields, WritableListDefinition } from './list-definition.js';
import {
  holdsRecorded,
  readRecorded,
  recordedColumns,
  recordedFields,
} from './recorded-columns.js';

/** Columns of a span of days, as texts `YYYY-MM-DD`: date columns depend on the time zone of the site. */
export const validityColumns: readonly Column[] = [
  text('ValidFrom', '有効期間の初日（YYYY-MM-DD）'),
  text('ValidTo', '有効期間の末日（YYYY-MM-DD）'),
];

const labelColumns: readonly Column[] = [text('LabelEn', '英語名'), number('SortOrder', '並び順')];

/** Reads a day; what is no day is told. */
export function readDay(read: FieldReader, name: string): string | undefined {
  const day = read.optionalText(name);
  return day === undefined || isCivilDate(day)
    ? day
    : read.fail(name, { code: 'wrong-kind', wanted: 'day' });
}

/** Reads a span of days; an empty end is open. */
export function readValidity(read: FieldReader): Pick<MasterEntry, 'validFrom' | 'validTo'> {
  return present({ validFrom: readDay(read, 'ValidFrom'), validTo: readDay(read, 'ValidTo') });
}

/** A span of days as it is written. */
export function validityFields({
  validFrom,
  validTo,
}: Pick<MasterEntry, 'validFrom' | 'validTo'>): Fields {
  return { ValidFrom: validFrom ?? null, ValidTo: validTo ?? null };
}

function readEntry(read: FieldReader, idColumn: string): MasterEntry {
  const label = read.text('Title');
  return {
    id: read.text(idColumn),
    label,
    labelEn: read.optionalText('LabelEn') ?? label,
    order: read.number('SortOrder'),
    ...readValidity(read),
  };
}

/** What a list of master entries is made of. */
export interface MasterListParts<T extends MasterEntry> {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  /** Unique column of the id, and what people call it. */
  readonly idColumn: string;
  readonly idLabel: string;
  /** What a row has besides what every entry has. */
  readonly columns?: readonly Column[];
  readonly read: (entry: MasterEntry, read: FieldReader) => T;
  readonly fields?: (row: T) => Fields;
}

/** A list of master entries; Title holds the Japanese name. Kept by the product and, as well, by hand. */
export function masterList<T extends MasterEntry>(
  parts: MasterListParts<T>,
): WritableListDefinition<T & Recorded> {
  const { name, displayName, description, idColumn, idLabel } = parts;
  return {
    name,
    displayName,
    description,
    columns: [
      text(idColumn, idLabel, 'unique'),
      ...(parts.columns ?? []),
      ...labelColumns,
      ...validityColumns,
      ...recordedColumns,
    ],
    key: idColumn,
    toFields: (row) => ({
      Title: row.label,
      [idColumn]: row.id,
      LabelEn: row.labelEn,
      SortOrder: row.order,
      ...validityFields(row),
      ...parts.fields?.(row),
      ...recordedFields(row),
    }),
    fromFields(fields, itemId) {
      const read = createFieldReader(fields, { list: name, itemId });
      return { ...parts.read(readEntry(read, idColumn), read), ...readRecorded(read) };
    },
    holds: holdsRecorded,
  };
}
