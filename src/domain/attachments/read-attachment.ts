import type { Act } from '../act.js';
import { actsFor, isContributor, standingOf } from '../capacity.js';
import type { PersonId } from '../person.js';
import type { Proposal } from '../proposal.js';
import type { Refusal } from '../refusal.js';
import { isAsked, maySeeWorking } from '../visibility.js';

/** Whether somebody proposed it: who is merely invited to has agreed to nothing yet. */
function hasProposed(proposal: Proposal, personId: PersonId): boolean {
  const standing = standingOf(proposal, personId);
  return standing === 'proposer' || standing === 'co-proposer';
}

/**
 * Whether somebody reads the file of a proposal: whoever proposed it, and those who examine it. Who attached it agreed
 * to no more, so that for all other staff it does not exist, also where they read the text.
 */
export function mayKnowOfAttachment(proposal: Proposal, act: Act): boolean {
  return hasProposed(proposal, act.by.id) || maySeeWorking(proposal, act) || isAsked(proposal, act);
}

/** Why a file is not handed out; undefined where it is. A redacted copy has none: words in a file stay readable. */
export function refuseToRead(proposal: Proposal, act: Act): Refusal | undefined {
  if (!mayKnowOfAttachment(proposal, act)) return { code: 'not-found' };
  if (!proposal.attachment) return { code: 'no-attachment' };
  return isTextRedacted(proposal, act) ? { code: 'attachment-withheld' } : undefined;
}

/** Whether somebody reads a copy with words blacked out, whether or not the text holds them. */
function isTextRedacted(proposal: Proposal, act: Act): boolean {
  if (isContributor(proposal, act.by.id)) return false;
  return proposal.opinions.some(
    ({ departmentId, blackedOut }) => blackedOut !== undefined && actsFor(act, departmentId),
  );
}
