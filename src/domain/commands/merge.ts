import type { ActContext } from '../act-context.js';
import type { FieldFault } from '../field-fault.js';
import { readText } from '../form-fields.js';
import { actTextLimits } from '../limits.js';
import { note } from '../perform.js';
import type { Proposal } from '../proposal.js';
import { formatProposalNumber, parseProposalNumber } from '../proposal-number.js';
import type { Refusal } from '../refusal.js';
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

function refuseMerge(
  { id, mergedInto, status, publicationDue }: Proposal,
  into: Proposal,
  context: ActContext,
): Refusal | undefined {
  if (publicationDue) return { code: 'publication-pending', due: publicationDue.due };
  if (mergedInto !== undefined) return { code: 'merged' };
  if (status === 'withdrawn' || into.status === 'withdrawn') {
    return { code: 'transition-not-allowed', present: 'withdrawn', allowed: [] };
  }
  return leadsTo(into, id, context) ? { code: 'merge-cycle' } : undefined;
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
  const refusal = into && refuseMerge(proposal, into, context);
  return note(proposal, act, ['secretariat'], { faults, refusal }, () => ({
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
