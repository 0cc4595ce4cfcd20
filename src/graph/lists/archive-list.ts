import type { z } from 'zod';
import { type ArchivedEntries, archiveKey } from '../../domain/trail-archive.js';
import type { TrailEntryBase } from '../../domain/trail-entry.js';
import { note, number, text } from './column.js';
import { createFieldReader } from './field-reader.js';
import { type Fields, type WritableListDefinition, writesSame } from './list-definition.js';

/** A list of the oldest entries of very long trails of one kind. */
export interface ArchiveList<E extends TrailEntryBase>
  extends WritableListDefinition<ArchivedEntries<E>> {
  /** The column that says of what the trail is. */
  readonly idColumn: string;
}

/** What differs between the archives of proposals and of measures. */
interface ArchiveKind<E extends TrailEntryBase>
  extends Pick<ArchiveList<E>, 'name' | 'displayName' | 'description' | 'idColumn'> {
  readonly idLabel: string;
  readonly shape: z.ZodType<readonly E[]>;
  readonly textOf: (entries: readonly E[]) => string;
}

/** Builds the list of an archive: items that are created once and never changed. */
export function archiveList<E extends TrailEntryBase>({
  idLabel,
  shape,
  textOf,
  ...names
}: ArchiveKind<E>): ArchiveList<E> {
  const { name, idColumn } = names;
  function toFields(archived: ArchivedEntries<E>): Fields {
    const { id, entries } = archived;
    const key = archiveKey(archived);
    return {
      Title: key,
      ArchiveKey: key,
      [idColumn]: id,
      FromSeq: entries[0]?.seq ?? 0,
      ToSeq: entries.at(-1)?.seq ?? 0,
      TrailText: textOf(entries),
      TrailJson: JSON.stringify(entries),
    };
  }
  return {
    ...names,
    columns: [
      text('ArchiveKey', '経過ID', 'unique'),
      text(idColumn, idLabel, 'indexed'),
      number('FromSeq', '最初の経過の番号'),
      number('ToSeq', '最後の経過の番号'),
      note('TrailText', '経過'),
      note('TrailJson', '経過（記録用）'),
    ],
    key: 'ArchiveKey',
    toFields,
    fromFields(fields, itemId) {
      const read = createFieldReader(fields, { list: name, itemId });
      return { id: read.text(idColumn), entries: read.json('TrailJson', shape) };
    },
    holds: (present, next) => writesSame(toFields(present), toFields(next)),
  };
}
