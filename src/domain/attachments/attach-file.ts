import type { Act } from '../act.js';
import { isBeforeReview } from '../before-review.js';
import { refuseUnless } from '../perform.js';
import type { Proposal } from '../proposal.js';
import type { Refusal } from '../refusal.js';
import { record } from '../replay.js';
import { allowed, type Result, refused } from '../result.js';
import type { KeptFile } from './attachment.js';

/** What a proposer says with a file. */
export interface AttachWish {
  /** That it may be read by those who examine the proposal, and holds no personal data of others. */
  readonly consent: boolean;
  /** That it takes the place of the file that is there. */
  readonly replace: boolean;
}

/** Who may change the file of a proposal, and when: whoever may edit its text. */
function refuseToChange(proposal: Proposal, act: Act): Refusal | undefined {
  const refusal = refuseUnless(proposal, act, ['proposer']);
  if (refusal) return refusal;
  return isBeforeReview(proposal) ? undefined : { code: 'review-has-begun' };
}

/** Why a file is not taken, whatever it is; undefined where it may be looked at. */
export function refuseToAttach(
  proposal: Proposal,
  { consent, replace }: AttachWish,
  act: Act,
): Refusal | undefined {
  const refusal = refuseToChange(proposal, act);
  if (refusal) return refusal;
  if (!consent) return { code: 'attachment-consent-missing' };
  return proposal.attachment && !replace ? { code: 'one-attachment-only' } : undefined;
}

/**
 * 添付: attaches a file, or replaces the one that is there. The same file again changes nothing, unless it is to replace:
 * what lies in the library may have been lost.
 */
export function attachFile(
  proposal: Proposal,
  { kind, size, digest, key }: KeptFile,
  wish: AttachWish,
  act: Act,
): Result<Proposal> {
  const present = proposal.attachment;
  const isThere = !wish.replace && present?.digest === digest && present.kind === kind;
  const refusal = refuseToAttach(proposal, isThere ? { ...wish, replace: true } : wish, act);
  if (refusal) return refused(refusal);
  if (isThere) return allowed(proposal);
  return allowed(
    record(proposal, act, { kind: 'file-attached', file: { kind, size, digest, key } }),
  );
}

/** Takes the file back. */
export function removeFile(proposal: Proposal, act: Act): Result<Proposal> {
  const refusal = refuseToChange(proposal, act);
  if (refusal) return refused(refusal);
  if (!proposal.attachment) return refused({ code: 'no-attachment' });
  return allowed(record(proposal, act, { kind: 'file-removed' }));
}
