import type { Department } from '../../domain/masters.js';
import { text } from './column.js';
import { createFieldReader } from './field-reader.js';
import type { ListDefinition } from './list-definition.js';
import { masterColumns, readMasterEntry } from './master-entry.js';

const list = 'MebukiDepartments';

/** The list of departments 部局; Title holds the name. Filled in by an administrator. */
export const departments: ListDefinition<Department> = {
  name: list,
  displayName: '芽吹き 部局',
  description:
    '部局の一覧です。タイトルが名称です。使い終えた行は消さず、有効期間の末日を入れてください。',
  columns: [text('DepartmentId', '部局ID', 'unique'), ...masterColumns],
  fromFields: (fields, itemId) =>
    readMasterEntry(createFieldReader(fields, { list, itemId }), 'DepartmentId'),
};
