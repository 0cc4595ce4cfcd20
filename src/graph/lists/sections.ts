import type { Section } from '../../domain/masters.js';
import { text } from './column.js';
import { createFieldReader } from './field-reader.js';
import type { ListDefinition } from './list-definition.js';
import { masterColumns, readMasterEntry } from './master-entry.js';

const list = 'MebukiSections';

/** The list of sections 課室; Title holds the name. Filled in by an administrator. */
export const sections: ListDefinition<Section> = {
  name: list,
  displayName: '芽吹き 課室',
  description:
    '課室の一覧です。タイトルが名称です。使い終えた行は消さず、有効期間の末日を入れてください。',
  columns: [
    text('SectionId', '課室ID', 'unique'),
    text('DepartmentId', '部局ID', 'indexed'),
    ...masterColumns,
  ],
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    return { ...readMasterEntry(read, 'SectionId'), departmentId: read.text('DepartmentId') };
  },
};
