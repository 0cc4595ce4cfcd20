import { BrokenTrail } from './replay.js';
import { sameValue } from './same-value.js';
import type { TrailEntryBase } from './trail-entry.js';

/** Most characters of a trail in its item; the oldest entries of a longer one go to the archive. */
export const longestTrail = 45_000;

/** Most characters that the column takes while entries cannot go yet. */
export const mostCharacters = 63_000;

/** The oldest entries of a trail, in an item that is never changed once it is made. */
export interface ArchivedEntries<E extends TrailEntryBase = TrailEntryBase> {
  /** The id of what the trail is of. */
  readonly id: string;
  readonly entries: readonly E[];
}

/** The key of archived entries, unique in their list: the id and the places they cover. */
export function archiveKey({ id, entries }: ArchivedEntries): string {
  return `${id}:${entries[0]?.seq ?? 0}-${entries.at(-1)?.seq ?? 0}`;
}

/** How many characters a trail takes in its item. */
export function trailLength(trail: readonly TrailEntryBase[]): number {
  return JSON.stringify(trail).length;
}

/**
 * The oldest stored entries that go to the archive so that `next` fits its item; none where it fits as it is. Only
 * what is stored already is archived, so that no write that fails can make two entries of one place. What `isSettled`
 * denies stays, with everything after it. After archiving, a trail has room again for about half of `longest`.
 */
export function entriesToArchive<E extends TrailEntryBase>(
  stored: readonly E[],
  next: readonly E[],
  isSettled: (entry: E) => boolean,
  longest = longestTrail,
): readonly E[] {
  const leaving: E[] = [];
  let left = trailLength(next);
  let taken = 0;
  if (left <= longest) return leaving;
  for (const entry of stored) {
    const length = trailLength([entry]);
    if (left <= longest / 2 || taken + length > longestTrail || !isSettled(entry)) break;
    leaving.push(entry);
    left -= length;
    taken += length;
  }
  return leaving;
}

/**
 * The whole trail from its parts, by their places. Parts may overlap, because an archive item can be made and its
 * entries trimmed later with others; what they both say must be the same. Throws `BrokenTrail` on a gap or a difference.
 */
export function uniteTrail<E extends TrailEntryBase>(
  parts: readonly (readonly E[])[],
): readonly E[] {
  const bySeq = new Map<number, E>();
  for (const entry of parts.flat()) {
    const other = bySeq.get(entry.seq);
    if (other && !sameValue(other, entry))
      throw new BrokenTrail(`entry ${entry.seq} is there twice`);
    bySeq.set(entry.seq, entry);
  }
  const trail = [...bySeq.values()].toSorted((a, b) => a.seq - b.seq);
  const gap = trail.findIndex(({ seq }, index) => seq !== index + 1);
  if (gap >= 0) throw new BrokenTrail(`entry ${gap + 1} is missing`);
  return trail;
}
