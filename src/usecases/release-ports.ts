import type { PersonId } from '../domain/person.js';
import type { ProgressPublication } from '../domain/releases/progress-publication.js';
import type { ReleaseSet } from '../domain/releases/release-set.js';
import type { MeasureBook } from './measure-ports.js';
import type { Clock, Register, Store, Stored } from './ports.js';

/** The lists of release sets and of progress publications; what is published there is only ever added. */
export interface ReleaseStores {
  readonly releaseSets: Store<ReleaseSet>;
  readonly publications: Pick<Store<ProgressPublication>, 'create' | 'findByKey'>;
}

/** The part of the register that knows release sets and progress publications. */
export interface ReleaseBook {
  releaseSet(id: string): Stored<ReleaseSet> | undefined;
  /** In the order in which they were made. */
  releaseSets(): readonly ReleaseSet[];
  publication(key: string): Stored<ProgressPublication> | undefined;
  /** Every version of every publication, oldest first. */
  publications(): readonly ProgressPublication[];
  /** Who endorsed a proposal 賛同. */
  endorsersOf(proposalId: string): readonly PersonId[];
}

/** Takes the reply of an own write into it, ahead of the change feed. */
export interface ReleaseBookWriter {
  tookReleaseSet(stored: Stored<ReleaseSet>): void;
  tookPublication(stored: Stored<ProgressPublication>): void;
}

/** What working on release sets needs. */
export interface ReleasePorts {
  readonly releaseStores: ReleaseStores;
  readonly register: Register & MeasureBook & ReleaseBook;
  readonly releaseWriter: ReleaseBookWriter;
  readonly clock: Clock;
}
