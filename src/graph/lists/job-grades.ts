import type { JobGrade } from '../../domain/masters.js';
import { masterList } from './master-entry.js';

/** The list of job grade bands 職位; Title holds the name. */
export const jobGrades = masterList<JobGrade>({
  name: 'MebukiJobGrades',
  displayName: '芽吹き 職位',
  description:
    '職位の区分です。タイトルが名称です。使い終えた行は消さず、有効期間の末日を入れてください。',
  idColumn: 'GradeId',
  idLabel: '職位ID',
  read: (entry) => entry,
});
