import type { Measure } from '../domain/measures/measure.js';
import type { MeasureEntry } from '../domain/measures/measure-events.js';
import { replayMeasure } from '../domain/measures/replay-measure.js';
import type { Proposal } from '../domain/proposal.js';
import { sameValue } from '../domain/same-value.js';
import type { TrailEntry } from '../domain/trail.js';
import { type ArchivedEntries, archiveKey, uniteTrail } from '../domain/trail-archive.js';
import type { OnCourse } from '../domain/trail-course.js';
import { firstSeqOf, type TrailEntryBase } from '../domain/trail-entry.js';
import { Failure } from './failure.js';
import type { Store, Stored } from './ports.js';

/** What has a trail of such entries. */
export interface Trailed<E extends TrailEntryBase> extends OnCourse {
  readonly id: string;
  readonly trail: readonly E[];
}

/** The archive of trails of one kind: items that are created once and never changed; key = `archiveKey`. */
export interface ArchiveStore<E extends TrailEntryBase>
  extends Pick<Store<ArchivedEntries<E>>, 'create' | 'findByKey'> {
  /** All archived entries of one trail, as far as a filtered read can tell. */
  allOf(id: string): Promise<readonly Stored<ArchivedEntries<E>>[]>;
}

/** Keeps the oldest entries of long trails, and gives whole trails back. */
export interface TrailArchive<T, E extends TrailEntryBase> {
  /** Makes sure that entries are archived. Throws where that is not certain: they must not be trimmed then. */
  keep(archived: ArchivedEntries<E>): Promise<void>;
  /** An item with its whole trail. Throws where a part cannot be read now. */
  whole(item: T): Promise<T>;
}

/** The archive of the trails of proposals. */
export type ProposalArchive = TrailArchive<Proposal, TrailEntry>;

/** The archive of the trails of measures and rules. */
export type MeasureArchive = TrailArchive<Measure, MeasureEntry>;

/** Trails with archived parts that are held in memory at most. */
const mostHeld = 100;

/** Opens the archive of a process. What was read or made once is held: it never changes. */
function openTrailArchive<T extends Trailed<E>, E extends TrailEntryBase>(
  store: ArchiveStore<E>,
  withTrail: (item: T, trail: readonly E[]) => T,
): TrailArchive<T, E> {
  const held = new Map<string, readonly (readonly E[])[]>();

  function hold(id: string, parts: readonly (readonly E[])[]): void {
    held.delete(id);
    held.set(id, parts);
    const oldest = held.keys().next().value;
    if (held.size > mostHeld && oldest !== undefined) held.delete(oldest);
  }

  /** Whether the parts known here reach up to a trail's first entry. */
  const isKnown = (parts: readonly (readonly E[])[], { trail }: T): boolean => {
    const places = new Set(parts.flat().map(({ seq }) => seq));
    const first = trail[0]?.seq ?? 1;
    return Array.from({ length: first - 1 }, (_, index) => index + 1).every((seq) =>
      places.has(seq),
    );
  };

  async function partsOf(item: T): Promise<readonly (readonly E[])[]> {
    const known = held.get(item.id) ?? [];
    if (isKnown(known, item)) return known;
    const read = await store.allOf(item.id);
    const parts = [...known, ...read.map(({ value }) => value.entries)];
    if (!isKnown(parts, item)) {
      throw new Failure('unavailable', `the archived trail of ${item.id} cannot be read whole`);
    }
    hold(item.id, parts);
    return parts;
  }

  return {
    async keep(archived) {
      const key = archiveKey(archived);
      const outcome = await store.create(archived);
      const present = outcome.kind === 'stored' ? outcome.stored : await store.findByKey(key);
      if (!present || !sameValue(present.value.entries, archived.entries)) {
        throw new Failure('unavailable', `it is not certain that ${key} is archived`);
      }
      hold(archived.id, [...(held.get(archived.id) ?? []), archived.entries]);
    },
    async whole(item) {
      if (firstSeqOf(item) === 1) return item;
      return withTrail(item, uniteTrail([...(await partsOf(item)), item.trail]));
    },
  };
}

/** Opens the archive of proposals, whose state stands in their items beside the trail. */
export function openProposalArchive(store: ArchiveStore<TrailEntry>): ProposalArchive {
  return openTrailArchive<Proposal, TrailEntry>(store, (proposal, trail) => ({
    ...proposal,
    trail,
  }));
}

/** Opens the archive of measures, which are what replaying their trails gives. */
export function openMeasureArchive(store: ArchiveStore<MeasureEntry>): MeasureArchive {
  return openTrailArchive<Measure, MeasureEntry>(store, (_, trail) => replayMeasure(trail));
}
