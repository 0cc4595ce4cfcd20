import type { ActContext } from './act-context.js';
import { isOwnIdea } from './capacity.js';
import type { Proposal } from './proposal.js';
import type { PublicationHold } from './publication-hold.js';
import type { TrailEntry, TrailEvent } from './trail.js';
import { type Entry, entryAt } from './trail-entry.js';
import { endsWithdrawn } from './withdrawn-survivor.js';

/**
 * Whether the one in whose name it would be published stands behind the idea by now: invited to propose it, or by a
 * merge since (domain specification 1.7, 9).
 */
function isAskedByOwn(proposal: Proposal, { isIdeaOf }: Pick<ActContext, 'isIdeaOf'>): boolean {
  const asked = entryAt<TrailEntry>(proposal.trail, proposal.publicationDue?.seq ?? 0);
  if (!asked) return false;
  const { by, occurredAt: at } = asked;
  return isOwnIdea(proposal, { by, at, isOwnIdea: (id) => isIdeaOf(id, by.id) });
}

/** Why a publication under way is not carried out now, but taken back for others to see to. */
export function holdOf(
  proposal: Proposal,
  context: Pick<ActContext, 'proposal' | 'isIdeaOf'>,
): PublicationHold | undefined {
  if (endsWithdrawn(proposal.mergedInto, context)) return 'survivor-withdrawn';
  return isAskedByOwn(proposal, context) ? 'conflict-of-interest' : undefined;
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
export function heldBecause({ trail }: Pick<Proposal, 'trail'>): PublicationHold | undefined {
  const last = trail.findLast(isOfPublication);
  return last?.kind === 'publication-undone' ? last.because : undefined;
}
