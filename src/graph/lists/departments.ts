import type { Department } from '../../domain/masters.js';
import { masterList } from './master-entry.js';

/** The list of departments 部局; Title holds the name. */
export const departments = masterList<Department>({
  name: 'MebukiDepartments',
  displayName: '芽吹き 部局',
  description:
    '部局の一覧です。タイトルが名称です。使い終えた行は消さず、有効期間の末日を入れてください。',
  idColumn: 'DepartmentId',
  idLabel: '部局ID',
  read: (entry) => entry,
});
