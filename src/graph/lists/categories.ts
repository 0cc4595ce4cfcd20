import type { Category } from '../../domain/masters.js';
import { text } from './column.js';
import { createFieldReader } from './field-reader.js';
import type { ListDefinition } from './list-definition.js';
import { masterColumns, readMasterEntry } from './master-entry.js';

const list = 'MebukiCategories';

/** The list of categories カテゴリ; Title holds the name. Filled in by an administrator. */
export const categories: ListDefinition<Category> = {
  name: list,
  displayName: '芽吹き カテゴリ',
  description:
    '提案のカテゴリです。タイトルが名称です。使い終えた行は消さず、有効期間の末日を入れてください。',
  columns: [text('CategoryId', 'カテゴリID', 'unique'), ...masterColumns],
  fromFields: (fields, itemId) =>
    readMasterEntry(createFieldReader(fields, { list, itemId }), 'CategoryId'),
};
