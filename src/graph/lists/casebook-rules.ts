import { measureList } from './measure-list.js';

/** The list of the rules of the casebook 共通ルール: measures of kind rule, kept apart so that people find them. */
export const casebookRules = measureList(
  {
    name: 'MebukiCasebookRules',
    displayName: '芽吹き 実践事例集（共通ルール）',
    description: '共通ルールの台帳です。項目は芽吹きが書き込みます。手で変更しないでください。',
  },
  true,
);
