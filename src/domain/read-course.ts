import type { Instant } from './instant.js';
import type { Proposal } from './proposal.js';
import type { PublicationHold } from './publication-hold.js';
import { sinceOf, updateOf } from './state-since.js';
import { publishedTrail, type TrailEntry, type TrailEvent } from './trail.js';
import type { TrailCourse } from './trail-course.js';
import { type Entry, lastSeq } from './trail-entry.js';

type Trail = readonly TrailEntry[];

/** Entries with which a proposal leaves the undecided. */
const decides: ReadonlySet<TrailEntry['kind']> = new Set([
  'track-decided',
  'found-difficult',
  'excluded',
  'withdrawn',
  'merged',
]);

/** Entries with which it comes back to them. */
const examines: ReadonlySet<TrailEntry['kind']> = new Set([
  'review-begun',
  'returned',
  're-examined',
  'reopened',
  'unmerged',
]);

/** When a proposal that is not undecided left the undecided. */
export function decidedIn(trail: Trail): Instant | undefined {
  // Changing a decision decides nothing anew, so the first one since it was last examined counts.
  const rest = trail.slice(trail.findLastIndex(({ kind }) => examines.has(kind)) + 1);
  return (rest.find(({ kind }) => decides.has(kind)) ?? trail.at(-1))?.occurredAt;
}

type OfPublication = Entry<
  Extract<
    TrailEvent,
    { readonly kind: 'publication-scheduled' | 'publication-undone' | 'published' }
  >
>;

function isOfPublication(entry: TrailEntry): entry is OfPublication {
  const { kind } = entry;
  return kind === 'publication-scheduled' || kind === 'publication-undone' || kind === 'published';
}

/** Why the publication that was asked for last was held; undefined where it was not. */
export function heldIn(trail: Trail): PublicationHold | undefined {
  const last = trail.findLast(isOfPublication);
  return last?.kind === 'publication-undone' ? last.because : undefined;
}

/** The reason given with the last entry of a kind. */
export function reasonIn(trail: Trail, kind: 'withdrawn' | 'merged'): string | undefined {
  const entry = trail.findLast((each) => each.kind === kind);
  return entry && 'reason' in entry ? entry.reason : undefined;
}

/** The place of the last entry that changed what a proposal says; 0 for none. */
export function editedSeqOf(trail: Trail): number {
  return trail.findLast(({ kind }) => kind === 'content-edited')?.seq ?? 0;
}

/** How many entries everyone may read. */
export function publishedSeqOf(proposal: Pick<Proposal, 'trail' | 'course'>): number {
  return proposal.course?.published ?? publishedTrail(proposal.trail).length;
}

/** Reads the course off a trail. */
export function readCourse({ trail, receivedAt }: Proposal): TrailCourse {
  const decidedAt = decidedIn(trail);
  const heldBecause = heldIn(trail);
  const withdrawnBecause = reasonIn(trail, 'withdrawn');
  const mergedBecause = reasonIn(trail, 'merged');
  return {
    firstSeq: trail[0]?.seq ?? 1,
    lastSeq: lastSeq(trail),
    recordedAt: trail.at(-1)?.recordedAt ?? receivedAt,
    since: sinceOf(trail) ?? receivedAt,
    updatedAt: updateOf(trail) ?? receivedAt,
    published: publishedTrail(trail).length,
    editedSeq: editedSeqOf(trail),
    ...(decidedAt !== undefined && { decidedAt }),
    ...(heldBecause && { heldBecause }),
    ...(withdrawnBecause !== undefined && { withdrawnBecause }),
    ...(mergedBecause !== undefined && { mergedBecause }),
  };
}
