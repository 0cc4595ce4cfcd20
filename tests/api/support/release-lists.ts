import {
  type ProgressPublication,
  publicationKey,
} from '../../../src/domain/releases/progress-publication.js';
import type { ReleaseSet } from '../../../src/domain/releases/release-set.js';
import { openReleaseWork, type ReleaseBooks } from '../../../src/runtime/release-work.js';
import type { ActPorts } from '../../../src/usecases/act-on-proposal.js';
import { fakeList } from '../../support/fake-store.js';
import { lateCards } from './late-cards.js';

type Stores = Pick<ReleaseBooks['graph']['stores'], 'measures' | 'casebookRules'>;

/** The lists of release sets in memory, and the work on them. */
export function openReleases(
  { register, measureArchive }: Pick<ReleaseBooks, 'register' | 'measureArchive'>,
  ports: ActPorts,
  stores: Stores,
) {
  const releaseLists = {
    releaseSets: fakeList<ReleaseSet>(({ id }) => id),
    publications: fakeList<ProgressPublication>(({ publicationId, version }) =>
      publicationKey(publicationId, version),
    ),
  };
  const { releaseSets, publications } = releaseLists;
  const all = { ...stores, releaseSets: releaseSets.store, publications: publications.store };
  const books = { register, writer: register, measureArchive, graph: { stores: all } };
  return { releaseLists, work: openReleaseWork(books, ports, lateCards) };
}
