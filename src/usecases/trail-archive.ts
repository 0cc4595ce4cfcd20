import { noticeKeysOf } from '../domain/notice.js';
import type { Proposal } from '../domain/proposal.js';
import { allowed, type Result, refused } from '../domain/result.js';
import { sameValue } from '../domain/same-value.js';
import type { TrailEntry } from '../domain/trail.js';
import {
  type ArchivedEntries,
  archiveKey,
  entriesToArchive,
  mostCharacters,
  trailLength,
  uniteTrail,
} from '../domain/trail-archive.js';
import { Failure } from './failure.js';
import type { Register, Store, Stored } from './ports.js';

/** The archive of trails: items that are created once and never changed; key = `archiveKey`. */
export interface ArchiveStore extends Pick<Store<ArchivedEntries>, 'create' | 'findByKey'> {
  /** All archived entries of a proposal, as far as a filtered read can tell. */
  ofProposal(proposalId: string): Promise<readonly Stored<ArchivedEntries>[]>;
}

/** Keeps the oldest entries of long trails, and gives whole trails back. */
export interface TrailArchive {
  /** Makes sure that entries are archived. Throws where that is not certain: they must not be trimmed then. */
  keep(archived: ArchivedEntries): Promise<void>;
  /** A proposal with its whole trail. Throws where a part cannot be read now. */
  whole(proposal: Proposal): Promise<Proposal>;
}

/** Trails with archived parts that are held in memory at most. */
const mostHeld = 100;

/** Opens the archive of a process. What was read or made once is held: it never changes. */
export function openTrailArchive(store: ArchiveStore): TrailArchive {
  const held = new Map<string, readonly (readonly TrailEntry[])[]>();

  function hold(proposalId: string, parts: readonly (readonly TrailEntry[])[]): void {
    held.delete(proposalId);
    held.set(proposalId, parts);
    const oldest = held.keys().next().value;
    if (held.size > mostHeld && oldest !== undefined) held.delete(oldest);
  }

  /** Whether the parts known here reach up to a trail's first entry. */
  const isKnown = (parts: readonly (readonly TrailEntry[])[], { trail }: Proposal): boolean => {
    const places = new Set(parts.flat().map(({ seq }) => seq));
    const first = trail[0]?.seq ?? 1;
    return Array.from({ length: first - 1 }, (_, index) => index + 1).every((seq) =>
      places.has(seq),
    );
  };

  async function partsOf(proposal: Proposal): Promise<readonly (readonly TrailEntry[])[]> {
    const known = held.get(proposal.id) ?? [];
    if (isKnown(known, proposal)) return known;
    const read = await store.ofProposal(proposal.id);
    const parts = [...known, ...read.map(({ value }) => value.entries)];
    if (!isKnown(parts, proposal)) {
      throw new Failure(
        'unavailable',
        `the archived trail of ${proposal.number} cannot be read whole`,
      );
    }
    hold(proposal.id, parts);
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
      hold(archived.proposalId, [...(held.get(archived.proposalId) ?? []), archived.entries]);
    },
    async whole(proposal) {
      if (proposal.trail[0]?.seq === 1) return proposal;
      return { ...proposal, trail: uniteTrail([...(await partsOf(proposal)), proposal.trail]) };
    },
  };
}

/** Whether everything an entry had to tell has come to its end. */
function isSettled(register: Register, proposalId: string, entry: TrailEntry): boolean {
  return noticeKeysOf(proposalId, entry).every(
    (key) => register.ledgerRow(key)?.value.state === 'closed',
  );
}

/**
 * A changed proposal so that its trail fits its item: the oldest entries are archived first, then left out of what is
 * to be written (protocols: decide and change). Refused where they cannot go because notices are still open.
 */
export async function shortened(
  { archive, register }: { readonly archive: TrailArchive; readonly register: Register },
  stored: Proposal,
  next: Proposal,
): Promise<Result<Proposal>> {
  let { trail } = next;
  for (;;) {
    const rest = stored.trail.filter(({ seq }) => seq >= (trail[0]?.seq ?? 0));
    const entries = entriesToArchive(rest, trail, (each) => isSettled(register, next.id, each));
    if (entries.length === 0) break;
    await archive.keep({ proposalId: next.id, entries });
    trail = trail.slice(entries.length);
  }
  if (trailLength(trail) > mostCharacters) return refused({ code: 'trail-full' });
  return allowed(trail === next.trail ? next : { ...next, trail });
}
