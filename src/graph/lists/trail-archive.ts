import { type ArchivedEntries, archiveKey } from '../../domain/trail-archive.js';
import { note, number, text } from './column.js';
import { createFieldReader } from './field-reader.js';
import { type Fields, type WritableListDefinition, writesSame } from './list-definition.js';
import { trailShape } from './trail-shapes.js';
import { trailText } from './trail-text.js';

const list = 'MebukiTrailArchive';

function toFields(archived: ArchivedEntries): Fields {
  const { proposalId, entries } = archived;
  const key = archiveKey(archived);
  return {
    Title: key,
    ArchiveKey: key,
    ProposalId: proposalId,
    FromSeq: entries[0]?.seq ?? 0,
    ToSeq: entries.at(-1)?.seq ?? 0,
    TrailText: trailText(entries),
    TrailJson: JSON.stringify(entries),
  };
}

/** The oldest entries of very long trails: items that are created once and never changed. */
export const trailArchive: WritableListDefinition<ArchivedEntries> = {
  name: list,
  displayName: '芽吹き 経過の続き',
  description:
    '経過の長い提案の、古い経過です。項目は芽吹きが書き込みます。変更も削除もしないでください。',
  columns: [
    text('ArchiveKey', '経過ID', 'unique'),
    text('ProposalId', '提案ID', 'indexed'),
    number('FromSeq', '最初の経過の番号'),
    number('ToSeq', '最後の経過の番号'),
    note('TrailText', '経過'),
    note('TrailJson', '経過（記録用）'),
  ],
  key: 'ArchiveKey',
  toFields,
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    return { proposalId: read.text('ProposalId'), entries: read.json('TrailJson', trailShape) };
  },
  holds: (present, next) => writesSame(toFields(present), toFields(next)),
};
