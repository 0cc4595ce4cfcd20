import type { JobGrade } from '../../domain/masters.js';
import { text } from './column.js';
import { createFieldReader } from './field-reader.js';
import type { ListDefinition } from './list-definition.js';
import { masterColumns, readMasterEntry } from './master-entry.js';

const list = 'MebukiJobGrades';

/** The list of job grade bands 職位; Title holds the name. Filled in by an administrator. */
export const jobGrades: ListDefinition<JobGrade> = {
  name: list,
  displayName: '芽吹き 職位',
  description:
    '職位の区分です。タイトルが名称です。使い終えた行は消さず、有効期間の末日を入れてください。',
  columns: [text('GradeId', '職位ID', 'unique'), ...masterColumns],
  fromFields: (fields, itemId) =>
    readMasterEntry(createFieldReader(fields, { list, itemId }), 'GradeId'),
};
