import type { MeasureEntry } from '../../domain/measures/measure-events.js';
import { archiveList } from './archive-list.js';
import { measureTrailShape } from './measure-shapes.js';
import { measureTrailText } from './measure-trail-text.js';

/** The oldest entries of very long trails of measures and rules. */
export const measureArchive = archiveList<MeasureEntry>({
  name: 'MebukiMeasureArchive',
  displayName: '芽吹き 取組の経過の続き',
  description:
    '経過の長い取組とルールの、古い経過です。項目は芽吹きが書き込みます。変更も削除もしないでください。',
  idColumn: 'MeasureId',
  idLabel: '取組ID',
  shape: measureTrailShape,
  textOf: measureTrailText,
});
