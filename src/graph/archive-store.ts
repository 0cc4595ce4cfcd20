import type { ArchiveStore } from '../usecases/trail-archive.js';
import type { GraphClient } from './client.js';
import { literal } from './items.js';
import { createListItems, type ListPath } from './list-items.js';
import { trailArchive } from './lists/trail-archive.js';
import { createStore } from './store.js';

/** More items than one proposal ever has. */
const most = 200;

/** The archive of trails behind its port. */
export function createArchiveStore(path: ListPath, client: GraphClient): ArchiveStore {
  const items = createListItems(trailArchive, path, client);
  const { create, findByKey } = createStore(trailArchive, path, client);
  return {
    create,
    findByKey,
    ofProposal: (proposalId) =>
      items.query(`$filter=fields/ProposalId eq ${literal(proposalId)}&$top=${most}`),
  };
}
