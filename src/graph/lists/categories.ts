import type { Category } from '../../domain/masters.js';
import { masterList } from './master-entry.js';

/** The list of categories カテゴリ; Title holds the name. */
export const categories = masterList<Category>({
  name: 'MebukiCategories',
  displayName: '芽吹き カテゴリ',
  description:
    '提案のカテゴリです。タイトルが名称です。使い終えた行は消さず、有効期間の末日を入れてください。',
  idColumn: 'CategoryId',
  idLabel: 'カテゴリID',
  read: (entry) => entry,
});
