import type { Recorded } from '../../domain/recorded.js';
import type { ThesaurusRow } from '../../domain/thesaurus.js';
import { note, text } from './column.js';
import { createFieldReader } from './field-reader.js';
import { cutToLine } from './field-values.js';
import type { WritableListDefinition } from './list-definition.js';
import { readValidity, validityColumns, validityFields } from './master-entry.js';
import {
  holdsRecorded,
  readRecorded,
  recordedColumns,
  recordedFields,
} from './recorded-columns.js';

const list = 'MebukiThesaurus';

/** The thesaurus of office terms, one item per meaning; Title shows the first term. */
export const thesaurus: WritableListDefinition<ThesaurusRow & Recorded> = {
  name: list,
  displayName: '芽吹き 類語',
  description: '同じ意味の言葉です。似た提案を探すときに使います。1行に1語を入れてください。',
  columns: [
    text('EntryId', '類語ID', 'unique'),
    note('Terms', '類語（1行に1語）'),
    ...validityColumns,
    ...recordedColumns,
  ],
  key: 'EntryId',
  toFields: (entry) => ({
    Title: cutToLine(entry.terms[0] ?? entry.id),
    EntryId: entry.id,
    Terms: entry.terms.join('\n'),
    ...validityFields(entry),
    ...recordedFields(entry),
  }),
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    const terms = read
      .text('Terms')
      .split('\n')
      .map((term) => term.trim());
    return {
      id: read.text('EntryId'),
      terms: terms.filter((term) => term !== ''),
      ...readValidity(read),
      ...readRecorded(read),
    };
  },
  holds: holdsRecorded,
};
