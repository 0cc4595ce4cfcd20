import type { Section } from '../../domain/masters.js';
import { text } from './column.js';
import { masterList } from './master-entry.js';

/** The list of sections 課室; Title holds the name. */
export const sections = masterList<Section>({
  name: 'MebukiSections',
  displayName: '芽吹き 課室',
  description:
    '課室の一覧です。タイトルが名称です。使い終えた行は消さず、有効期間の末日を入れてください。',
  idColumn: 'SectionId',
  idLabel: '課室ID',
  columns: [text('DepartmentId', '部局ID', 'indexed')],
  read: (entry, read) => ({ ...entry, departmentId: read.text('DepartmentId') }),
  fields: ({ departmentId }) => ({ DepartmentId: departmentId }),
});
