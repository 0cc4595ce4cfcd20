import type { Measure } from '../measures/measure.js';
import type { Proposal } from '../proposal.js';
import { entryAt } from '../trail-entry.js';
import type { ReleaseItem } from './release-item.js';

/** What a set holds: proposals and measures, which are published in the same way. */
export type Releasable = Proposal | Measure;

/**
 * How far an item is with its set: not yet asked to be published; asked; published; asked and taken out by somebody;
 * not to be found.
 */
export type ItemProgress = 'waiting' | 'placed' | 'published' | 'taken-out' | 'gone';

/** Reads the progress off the item itself, so that nothing else has to be kept about it. */
export function itemProgress(setId: string, item: Releasable | undefined): ItemProgress {
  if (!item) return 'gone';
  if (item.publicationDue?.release?.setId === setId) return 'placed';
  const kinds = item.trail
    .filter((entry) => 'release' in entry && entry.release?.setId === setId)
    .map(({ kind }) => kind);
  if (kinds.includes('published')) return 'published';
  return kinds.length > 0 ? 'taken-out' : 'waiting';
}

type AnyKind = Releasable['trail'][number]['kind'];

/** What may happen to an item after it was chosen without anything else being told of it. */
const tellsNothingElse: ReadonlySet<AnyKind> = new Set<AnyKind>([
  'opinion-requested',
  'opinion-given',
  'opinion-returned',
  'handed-over',
  'marked',
  'reclassified',
  'grouped',
  'note-added',
  'progress-reported',
  'priority-set',
  'presentation-invited',
  'presentation-answered',
  'publication-scheduled',
  'publication-undone',
  'drive-ended',
  'reminded',
]);

/** Whether an item still says what it said when it was chosen. */
export function isAsChosen({ seq }: Pick<ReleaseItem, 'seq'>, { trail }: Releasable): boolean {
  const chosen = entryAt<Releasable['trail'][number]>(trail, seq);
  if (!chosen) return false;
  const later: readonly { readonly seq: number; readonly kind: AnyKind }[] = trail;
  return later.every((entry) => entry.seq <= seq || tellsNothingElse.has(entry.kind));
}
