import { type ArchivedEntries, archiveKey } from '../../src/domain/trail-archive.js';
import {
  type ArchiveStore,
  openTrailArchive,
  type TrailArchive,
} from '../../src/usecases/trail-archive.js';
import { type FakeList, fakeList } from './fake-store.js';

/** The archive of trails in memory, shared by the processes of a test. */
export interface FakeArchive {
  readonly list: FakeList<ArchivedEntries>;
  readonly store: ArchiveStore;
  /** Opens it as one process does. */
  open(): TrailArchive;
}

/** Builds an empty archive. */
export function fakeArchive(): FakeArchive {
  const list = fakeList<ArchivedEntries>(archiveKey);
  const store: ArchiveStore = {
    create: list.store.create,
    findByKey: list.store.findByKey,
    ofProposal: async (proposalId) =>
      [...list.items.values()].filter(({ value }) => value.proposalId === proposalId),
  };
  return { list, store, open: () => openTrailArchive(store) };
}
