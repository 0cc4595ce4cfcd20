import {
  type ProgressPublication,
  publicationKey,
} from '../domain/releases/progress-publication.js';
import type { ReleaseSet } from '../domain/releases/release-set.js';
import type { ReleaseState } from '../domain/releases/release-state.js';
import { createShelf, type Shelf, type ShelfOptions } from './shelf.js';
import { createView } from './view.js';

/** The shelves that release sets and progress publications stand on. */
export interface ReleaseShelves {
  readonly releaseSets: Shelf<ReleaseSet>;
  readonly publications: Shelf<ProgressPublication>;
}

/** Opens them, empty. */
export function openReleaseShelves(versionOf: ShelfOptions<unknown>['versionOf']): ReleaseShelves {
  return {
    releaseSets: createShelf({ keyOf: ({ id }) => id, versionOf }),
    publications: createShelf({
      keyOf: ({ publicationId, version }) => publicationKey(publicationId, version),
      versionOf,
    }),
  };
}

/** Takes what their change feeds learn. */
export function releaseChanges({ releaseSets, publications }: ReleaseShelves) {
  return { releaseSets: releaseSets.apply, publications: publications.apply };
}

/** The part of the register that knows release sets and progress publications. */
export function openReleaseBook({ releaseSets, publications }: ReleaseShelves) {
  const inOrder = createView([releaseSets], () =>
    releaseSets.values().toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
  );
  const versions = createView([publications], () =>
    publications.values().toSorted((a, b) => a.asOf - b.asOf || a.version - b.version),
  );
  return {
    releaseSet: (id: string) => releaseSets.byKey(id),
    releaseSets: (): readonly ReleaseSet[] => inOrder(),
    releaseState: (id: string): ReleaseState | undefined => releaseSets.byKey(id)?.value.state,
    publication: (key: string) => publications.byKey(key),
    publications: (): readonly ProgressPublication[] => versions(),
    tookReleaseSet: releaseSets.took,
    tookPublication: publications.took,
  };
}
