import { isCivilDate } from '../../domain/instant.js';
import type { MasterEntry } from '../../domain/masters.js';
import { type Column, number, text } from './column.js';
import type { FieldReader } from './field-reader.js';
import { present } from './field-values.js';

/** Columns of a span of days, as texts `YYYY-MM-DD`: date columns depend on the time zone of the site. */
export const validityColumns: readonly Column[] = [
  text('ValidFrom', '有効期間の初日（YYYY-MM-DD）'),
  text('ValidTo', '有効期間の末日（YYYY-MM-DD）'),
];

/** Columns that every master list has besides its id; Title holds the Japanese label. */
export const masterColumns: readonly Column[] = [
  text('LabelEn', '英語名'),
  number('SortOrder', '並び順'),
  ...validityColumns,
];

function readDay(read: FieldReader, name: string): string | undefined {
  const day = read.optionalText(name);
  return day === undefined || isCivilDate(day) ? day : read.fail(name, 'is no day YYYY-MM-DD');
}

/** Reads a span of days; an empty end is open. */
export function readValidity(read: FieldReader): Pick<MasterEntry, 'validFrom' | 'validTo'> {
  return present({ validFrom: readDay(read, 'ValidFrom'), validTo: readDay(read, 'ValidTo') });
}

/** Reads an entry of a master list. Without an English name the Japanese one is shown. */
export function readMasterEntry(read: FieldReader, idColumn: string): MasterEntry {
  const label = read.text('Title');
  return {
    id: read.text(idColumn),
    label,
    labelEn: read.optionalText('LabelEn') ?? label,
    order: read.number('SortOrder'),
    ...readValidity(read),
  };
}
