import type { TrailEntry } from '../../domain/trail.js';
import { archiveList } from './archive-list.js';
import { trailShape } from './trail-shapes.js';
import { trailText } from './trail-text.js';

/** The oldest entries of very long trails of proposals. */
export const trailArchive = archiveList<TrailEntry>({
  name: 'MebukiTrailArchive',
  displayName: '芽吹き 経過の続き',
  description:
    '経過の長い提案の、古い経過です。項目は芽吹きが書き込みます。変更も削除もしないでください。',
  idColumn: 'ProposalId',
  idLabel: '提案ID',
  shape: trailShape,
  textOf: trailText,
});
