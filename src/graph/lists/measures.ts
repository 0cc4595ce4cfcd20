import { measureList } from './measure-list.js';

/** The list of measures 取組, without the rules of the casebook. */
export const measures = measureList(
  {
    name: 'MebukiMeasures',
    displayName: '芽吹き 取組',
    description: '実現した取組の台帳です。項目は芽吹きが書き込みます。手で変更しないでください。',
  },
  false,
);
