import type { ActContext } from './act-context.js';
import { isOwnIdea } from './capacity.js';
import type { Proposal } from './proposal.js';
import type { PublicationHold } from './publication-hold.js';
import { heldIn } from './read-course.js';
import type { TrailEntry } from './trail.js';
import { entryAt } from './trail-entry.js';
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

/** Why the publication that was asked for last was held; undefined where it was not. */
export function heldBecause(
  proposal: Pick<Proposal, 'trail' | 'course'>,
): PublicationHold | undefined {
  return proposal.course ? proposal.course.heldBecause : heldIn(proposal.trail);
}
