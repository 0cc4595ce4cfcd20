import { isCivilDate } from '../../domain/instant.js';
import type { Recorded } from '../../domain/recorded.js';
import { dayKinds, type OfficeDay } from '../../domain/working-days.js';
import { choice, text } from './column.js';
import { createFieldReader } from './field-reader.js';
import type { WritableListDefinition } from './list-definition.js';
import {
  holdsRecorded,
  readRecorded,
  recordedColumns,
  recordedFields,
} from './recorded-columns.js';

const list = 'MebukiHolidays';

/** The list of days on which the office differs from the calendar; Title holds the reason. */
export const holidays: WritableListDefinition<OfficeDay & Recorded> = {
  name: list,
  displayName: '芽吹き 休日',
  description:
    '国の休日と年末年始は自動で休みになります。それと違う日だけを入れてください（closed 休業、open 開庁、as-usual 暦どおり）。',
  columns: [
    text('Day', '日付（YYYY-MM-DD）', 'unique'),
    choice('DayKind', '休業の区分', dayKinds),
    ...recordedColumns,
  ],
  key: 'Day',
  toFields: (day) => ({
    Title: day.label,
    Day: day.id,
    DayKind: day.dayKind,
    ...recordedFields(day),
  }),
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    const id = read.text('Day');
    return {
      id: isCivilDate(id) ? id : read.fail('Day', { code: 'wrong-kind', wanted: 'day' }),
      label: read.text('Title'),
      dayKind: read.choice('DayKind', dayKinds),
      ...readRecorded(read),
    };
  },
  holds: holdsRecorded,
};
