import type { Act } from '../act.js';
import { contentFor } from '../blind/redact.js';
import { isContributor } from '../capacity.js';
import type { Proposal } from '../proposal.js';
import type { Refusal } from '../refusal.js';
import { isAsked, maySeeWorking } from '../visibility.js';

/**
 * Whether somebody reads the file of a proposal: whoever proposed it, and those who examine it. Who attached it agreed
 * to no more, so that for all other staff it does not exist, also where they read the text.
 */
export function mayKnowOfAttachment(proposal: Proposal, act: Act): boolean {
  return (
    isContributor(proposal, act.by.id) || maySeeWorking(proposal, act) || isAsked(proposal, act)
  );
}

/** Why a file is not handed out; undefined where it is. A redacted copy has none: words in a file stay readable. */
export function refuseToRead(proposal: Proposal, act: Act): Refusal | undefined {
  if (!mayKnowOfAttachment(proposal, act)) return { code: 'not-found' };
  if (!proposal.attachment) return { code: 'no-attachment' };
  return isTextRedacted(proposal, act) ? { code: 'attachment-withheld' } : undefined;
}

/** Whether somebody reads a copy with words blacked out, whether or not the text holds them. */
function isTextRedacted(proposal: Proposal, act: Act): boolean {
  return contentFor(proposal, act) !== proposal.content;
}
