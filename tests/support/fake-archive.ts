import type { MeasureEntry } from '../../src/domain/measures/measure-events.js';
import type { TrailEntry } from '../../src/domain/trail.js';
import { type ArchivedEntries, archiveKey } from '../../src/domain/trail-archive.js';
import type { TrailEntryBase } from '../../src/domain/trail-entry.js';
import {
  type ArchiveStore,
  openMeasureArchive,
  openProposalArchive,
} from '../../src/usecases/trail-archive.js';
import { type FakeList, fakeList } from './fake-store.js';

/** The archive of trails in memory, shared by the processes of a test. */
interface FakeArchive<E extends TrailEntryBase> {
  readonly list: FakeList<ArchivedEntries<E>>;
  readonly store: ArchiveStore<E>;
}

function archiveInMemory<E extends TrailEntryBase>(): FakeArchive<E> {
  const list = fakeList<ArchivedEntries<E>>(archiveKey);
  const store: ArchiveStore<E> = {
    create: list.store.create,
    findByKey: list.store.findByKey,
    allOf: async (id) => [...list.items.values()].filter(({ value }) => value.id === id),
  };
  return { list, store };
}

/** Builds an empty archive of proposals; `open` opens it as one process does. */
export function fakeArchive() {
  const archive = archiveInMemory<TrailEntry>();
  return { ...archive, open: () => openProposalArchive(archive.store) };
}

/** Builds an empty archive of measures. */
export function fakeMeasureArchive() {
  const archive = archiveInMemory<MeasureEntry>();
  return { ...archive, open: () => openMeasureArchive(archive.store) };
}
