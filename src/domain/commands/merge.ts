import type { ActContext } from '../act-context.js';
import { isOwnIdea } from '../capacity.js';
import type { FieldFault } from '../field-fault.js';
import { readText } from '../form-fields.js';
import { nextStatuses } from '../lifecycle.js';
import { actTextLimits } from '../limits.js';
import { note } from '../perform.js';
import type { Proposal } from '../proposal.js';
import { formatProposalNumber, parseProposalNumber } from '../proposal-number.js';
import type { Refusal } from '../refusal.js';
import { endsWithdrawn } from '../withdrawn-survivor.js';
import type { ActForm, Command } from './command.js';

function survivorNamed(form: ActForm, context: ActContext): Proposal | undefined {
  const parts = parseProposalNumber(form.mergeInto ?? '');
  return parts && context.proposalByNumber(formatProposalNumber(parts));
}

/** Whether following the pointers from a proposal comes back to it. */
function leadsTo(from: Proposal, id: string, { proposal }: ActContext): boolean {
  const seen = new Set<string>();
  let present: Proposal | undefined = from;
  while (present && !seen.has(present.id)) {
    if (present.id === id) return true;
    seen.add(present.id);
    present = present.mergedInto === undefined ? undefined : proposal(present.mergedInto);
  }
  return false;
}

/** What is merged does not move, so that nothing may be left open on it: no question, no confirmation. */
function refuseWhileOpen({ status, pending, publicationDue }: Proposal): Refusal | undefined {
  if (publicationDue) return { code: 'publication-pending', due: publicationDue.due };
  if (pending) return { code: 'confirmation-pending', what: pending.what };
  return status === 'clarifying' || status === 'withdrawn'
    ? { code: 'transition-not-allowed', present: status, allowed: nextStatuses(status) }
    : undefined;
}

function refuseMerge(
  proposal: Proposal,
  into: Proposal | undefined,
  context: ActContext,
): Refusal | undefined {
  if (proposal.mergedInto !== undefined) return { code: 'merged' };
  const refusal = refuseWhileOpen(proposal);
  if (refusal || !into) return refusal;
  if (endsWithdrawn(into.id, context)) return { code: 'survivor-withdrawn' };
  return leadsTo(into, proposal.id, context) ? { code: 'merge-cycle' } : undefined;
}

/**
 * 統合: one pointer on the merged proposal; its own status stays stored and comes back when the pointer is removed.
 * Endorsements never move (domain 4).
 */
export const merge: Command = (proposal, form, act, context) => {
  const faults: FieldFault[] = [];
  const reason = readText(form, 'reason', actTextLimits.reason, faults);
  const into = survivorNamed(form, context);
  if (!into)
    faults.push({ field: 'mergeInto', rule: form.mergeInto ? 'not-a-choice' : 'required' });
  const refusal = refuseMerge(proposal, into, context);
  const isOwn = into !== undefined && isOwnIdea(into, act);
  const ownRefusal: Refusal | undefined = isOwn ? { code: 'conflict-of-interest' } : undefined;
  return note(proposal, act, ['secretariat'], { faults, refusal: ownRefusal ?? refusal }, () => ({
    kind: 'merged',
    into: into?.id ?? '',
    reason,
  }));
};

function refuseUnmerge({ publicationDue, mergedInto }: Proposal): Refusal | undefined {
  if (publicationDue) return { code: 'publication-pending', due: publicationDue.due };
  return mergedInto === undefined ? { code: 'not-merged' } : undefined;
}

/** Removes the pointer, also after publication. */
export const unmerge: Command = (proposal, form, act) => {
  const faults: FieldFault[] = [];
  const reason = readText(form, 'reason', actTextLimits.reason, faults);
  const refusal = refuseUnmerge(proposal);
  return note(proposal, act, ['secretariat'], { faults, refusal }, () => ({
    kind: 'unmerged',
    reason,
  }));
};
